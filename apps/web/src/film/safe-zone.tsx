import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import { safeArea } from '@spotsmith/motion/stage/safe-area';
import { boxOnFilm } from './box-on-film.ts';

/** Where words stay clear of what platforms lay over a film. Lies over the canvas, at any size. */
export function SafeZone({ canvas }: { canvas: CanvasSize }) {
  const { safe } = safeArea(canvas);
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute border border-dashed border-white mix-blend-difference"
      style={boxOnFilm(canvas, safe)}
    />
  );
}
