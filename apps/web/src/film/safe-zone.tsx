import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import { safeArea } from '@spotsmith/motion/stage/safe-area';

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** Where words stay clear of what platforms lay over a film. Lies over the canvas, at any size. */
export function SafeZone({ canvas }: { canvas: CanvasSize }) {
  const { safe } = safeArea(canvas);
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute border border-dashed border-white mix-blend-difference"
      style={{
        left: percent(safe.x, canvas.width),
        top: percent(safe.y, canvas.height),
        width: percent(safe.width, canvas.width),
        height: percent(safe.height, canvas.height),
      }}
    />
  );
}
