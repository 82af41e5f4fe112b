import sharp from 'sharp';
import { boundingBox, labelRegions, type Mask } from './mask.ts';

/** Longer side of the grid on which outlines are measured, and the room round the product for the blur. */
const SIDE = 300;
const ROOM = 40;
/** Blur that makes the smooth outline, in cells: two per cent of the product. */
const BLUR = 6;

/** The mask with its holes filled: whatever the border cannot reach is inside. */
function filled(mask: Mask): Mask {
  const outside = { ...mask, values: mask.values.map((value) => (value > 128 ? 0 : 255)) };
  const { labels } = labelRegions(outside, 128);
  return { ...mask, values: mask.values.map((_, at) => (labels[at] === labels[0] ? 0 : 255)) };
}

function outlineLength({ width, values }: Mask): number {
  const isIn = (at: number) => (values[at] ?? 0) > 128;
  return values.reduce((sum, _, at) => {
    const isRim = isIn(at) && [at - 1, at + 1, at - width, at + width].some((next) => !isIn(next));
    return sum + (isRim ? 1 : 0);
  }, 0);
}

/**
 * How much longer the product's outline is than the same outline smoothed: 1.0–1.3 for things, tassels and fur, above 1.4
 * where grass or twigs in front of it are cut out of it. Holes do not count. 1 where there is no product.
 */
export async function outlineRatio(mask: Mask): Promise<number> {
  const box = boundingBox(mask, 128);
  if (!box) return 1;
  const scale = SIDE / Math.max(box.width, box.height);
  const raw = { width: mask.width, height: mask.height, channels: 1 } as const;
  const { data, info } = await sharp(mask.values, { raw })
    .extract(box)
    .resize(Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale)), {
      fit: 'fill',
    })
    .extend({ top: ROOM, bottom: ROOM, left: ROOM, right: ROOM, background: 'black' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const whole = filled({ width: info.width, height: info.height, values: new Uint8Array(data) });
  const smooth = await sharp(whole.values, { raw: { width: info.width, height: info.height, channels: 1 } })
    .blur(BLUR)
    .extractChannel(0)
    .raw()
    .toBuffer();
  return outlineLength(whole) / Math.max(1, outlineLength({ ...whole, values: smooth }));
}
