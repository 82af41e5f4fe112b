import type { CreateSurface } from '../canvas.ts';
import { luminance } from '../color/oklch.ts';
import type { LaidOutShot } from '../lay-out-shot.ts';
import type { Layer, TextLayer } from '../layer.ts';
import type { PaintCache, Pictures } from '../paint/paint-cache.ts';
import { paintShot } from '../paint/paint-layer.ts';
import type { Finding } from './check-layout.ts';

/** The frame is painted this much smaller. */
const SCALE = 4;
/** Least contrast of words and of display type, whose capitals measure 5 % of the short side; a little is rounding. */
const WANTED = { words: 4.5, display: 3 };
const DISPLAY_CAP = 0.05;
const ROUNDING = 0.98;
/** The contrast of the worst tenth counts. */
const WORST = 0.1;
const STRIDE = 7;

/** Plain words in one colour: built-up letters and gradients carry their own outline and are looked at by eye. */
const isPlain = (layer: Layer): layer is TextLayer & { fill: string } =>
  layer.type === 'text' &&
  typeof layer.fill === 'string' &&
  layer.fill.startsWith('#') &&
  layer.effects.sticker === undefined &&
  layer.effects.extrude === undefined &&
  layer.effects.outline === undefined &&
  layer.z >= 2 &&
  layer.rotationDegrees === undefined;

const channel = (byte: number) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Contrast of every plain text with the pixels really behind it. Empty when all read well. */
export function checkContrast(
  shot: LaidOutShot,
  pictures: Pictures,
  cache: PaintCache,
  createSurface: CreateSurface,
): Finding[] {
  const [width, height] = [Math.ceil(shot.width / SCALE), Math.ceil(shot.height / SCALE)];
  const { context } = createSurface(width, height);
  context.scale(1 / SCALE, 1 / SCALE);
  const behind = shot.layers.filter(
    (layer) => layer.type !== 'text' && layer.role !== 'strike' && layer.id !== 'grain',
  );
  paintShot(context, behind, pictures, cache);
  return shot.layers.filter(isPlain).flatMap(({ box, block, fill }): Finding[] => {
    const x = Math.max(0, Math.round(box.x / SCALE));
    const y = Math.max(0, Math.round(box.y / SCALE));
    const w = Math.min(width - x, Math.round(box.width / SCALE));
    const h = Math.min(height - y, Math.round(box.height / SCALE));
    if (w < 1 || h < 1) return [];
    const { data } = context.getImageData(x, y, w, h);
    const ink = luminance(fill);
    const ratios: number[] = [];
    for (let i = 0; i < data.length; i += 4 * STRIDE) {
      const ground =
        0.2126 * channel(data[i] ?? 0) +
        0.7152 * channel(data[i + 1] ?? 0) +
        0.0722 * channel(data[i + 2] ?? 0);
      ratios.push((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05));
    }
    const worst = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length * WORST)] ?? 21;
    const wanted =
      block.capPx > Math.min(shot.width, shot.height) * DISPLAY_CAP ? WANTED.display : WANTED.words;
    if (worst >= wanted * ROUNDING) return [];
    const words = block.rows.map(({ text }) => text).join(' ');
    return [{ kind: 'contrast', words, detail: `${worst.toFixed(1)} of ${wanted}` }];
  });
}
