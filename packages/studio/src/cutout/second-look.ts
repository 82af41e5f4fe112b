import sharp from 'sharp';
import { distanceTo } from '../facts/raster.ts';
import { decideHoles } from './decide-holes.ts';
import { dropStrands } from './drop-strands.ts';
import { boundingBox, type Box, labelRegions, type Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';
import { openGaps } from './see-through.ts';

/** Runs the network on a part of the photo, or on its mirror image; answers a mask of that part, 1024 × 1024. */
export type Look = (part: { box: Box; isMirrored?: boolean }) => Promise<Mask>;

export interface SecondLook {
  mask: Mask;
  /** Undecided pixels that fill their neighbourhood, of the product: thin rims do not count, torn straps do. */
  softShare: number;
  /**
   * Where two looks differ by more than 3 px (1024 grid), of the product: the smaller of the closer look and of the
   * mirrored one. A mask the network is sure of comes out the same.
   */
  disagreement: number;
}

/** Room left round the product in the closer look. */
const MARGIN = 0.14;
/** Longest side of the finished mask, and of the product in it. */
const MAX_SIDE_PX = 1800;
const PRODUCT_SIDE_PX = 1024;
/** Above this share of undecided pixels the closer look lost the product: the first one is kept. */
const MAX_SOFT_SHARE = 0.05;
/** From this disagreement on, a third look decides. */
const DOUBTFUL = 0.1;
/** So much of the first mask may the closer look lack; beyond it, and against the third look, it lost the product. */
const MOST_LOST = 0.3;

type Grey = { width: number; height: number; values: Uint8Array };

async function resized(mask: Mask, width: number, height: number): Promise<Uint8Array> {
  return sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
}

async function blurred({ width, height, values }: Grey, sigma: number): Promise<Uint8Array> {
  return sharp(values, { raw: { width, height, channels: 1 } })
    .blur(sigma)
    .extractChannel(0)
    .raw()
    .toBuffer();
}

/** See `SecondLook.softShare`. */
async function softShareOf(mask: Grey): Promise<number> {
  const undecided = { ...mask, values: mask.values.map((value) => (value > 25 && value < 230 ? 255 : 0)) };
  const filled = await blurred(undecided, Math.max(1, mask.width / 200));
  const product = mask.values.reduce((sum, value) => sum + (value > 128 ? 1 : 0), 0);
  return filled.reduce((sum, value) => sum + (value > 170 ? 1 : 0), 0) / Math.max(1, product);
}

/** The part of the photo round a mask, with a margin, in photo pixels. */
function closerBox(first: Mask, photo: Photo): Box {
  const box = boundingBox(first, 60) ?? { left: 0, top: 0, width: first.width, height: first.height };
  const kx = photo.width / first.width;
  const ky = photo.height / first.height;
  const margin = MARGIN * Math.max(box.width * kx, box.height * ky);
  const left = Math.max(0, Math.round(box.left * kx - margin));
  const top = Math.max(0, Math.round(box.top * ky - margin));
  const right = Math.min(photo.width, Math.round((box.left + box.width) * kx + margin));
  const bottom = Math.min(photo.height, Math.round((box.top + box.height) * ky + margin));
  return { left, top, width: right - left, height: bottom - top };
}

/** A mask of a part, laid into an empty one of the whole. */
function laidIn(part: Uint8Array, box: Box, width: number, height: number): Uint8Array {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < box.height; y += 1)
    values.set(part.subarray(y * box.width, (y + 1) * box.width), (box.top + y) * width + box.left);
  return values;
}

/** Parts that are specks, or small and largely undecided. */
function withoutDoubtfulParts(mask: Grey): Grey {
  const { labels, areas } = labelRegions(mask, 100);
  const largest = Math.max(...areas);
  const soft = areas.map(() => 0);
  labels.forEach((label, i) => {
    if (label > 0 && mask.values[i]! < 225) soft[label]! += 1;
  });
  const isDoubtful = areas.map(
    (area, label) =>
      label > 0 &&
      (area < 0.04 * largest || (area < 0.3 * largest && soft[label]! / Math.max(1, area) > 0.3)),
  );
  return { ...mask, values: mask.values.map((value, i) => (isDoubtful[labels[i]!] ? 0 : value)) };
}

/** See `SecondLook.disagreement`; both masks on the same grid of some 1024 px. */
function disagreementOf(one: Uint8Array, other: Uint8Array, width: number, height: number): number {
  const differs = one.map((value, i) => (value > 128 === other[i]! > 128 ? 0 : 1));
  const depth = distanceTo(
    differs.map((value) => 1 - value),
    { width, height },
  );
  const product = one.reduce((sum, value) => sum + (value > 128 ? 1 : 0), 0);
  return depth.reduce((sum, value) => sum + (value > 3 ? 1 : 0), 0) / Math.max(1, product);
}

function mirrored({ width, height, values }: Mask): Mask {
  return { width, height, values: values.map((_, i) => values[i - (i % width) + width - 1 - (i % width)]!) };
}

/**
 * Looks again at the part of the photo where the first mask found something: rims come out up to three times finer and
 * neighbours that the first look half believed in are gone. 22 of 25 real photographs use it, none got worse by it.
 */
export async function lookAgain(photo: Photo, first: Mask, look: Look): Promise<SecondLook> {
  const whole = { left: 0, top: 0, width: photo.width, height: photo.height };
  const box = closerBox(first, photo);
  const closer = await look({ box });
  const scale = Math.min(
    MAX_SIDE_PX / Math.max(photo.width, photo.height),
    PRODUCT_SIDE_PX / Math.max(box.width, box.height),
  );
  const width = Math.round(photo.width * scale);
  const height = Math.round(photo.height * scale);
  const part = {
    left: Math.round(box.left * scale),
    top: Math.round(box.top * scale),
    width: Math.min(width - Math.round(box.left * scale), Math.round(box.width * scale)),
    height: Math.min(height - Math.round(box.top * scale), Math.round(box.height * scale)),
  };
  let before = { width, height, values: await resized(first, width, height) };
  const detail = laidIn(await resized(closer, part.width, part.height), part, width, height);
  // Only where a whole neighbourhood is sure does the first look add to the closer one.
  const sure = await blurred(before, Math.max(1.2, 0.006 * part.width));
  const merged = {
    width,
    height,
    values: detail.map((value, i) => (sure[i]! >= 244 ? Math.max(before.values[i]!, value) : value)),
  };
  const closest = await decideHoles(photo, merged);
  let isDecisive = (await softShareOf(closest)) <= MAX_SOFT_SHARE;
  let disagreement = disagreementOf(before.values, detail, width, height);
  if (disagreement > DOUBTFUL) {
    const mirror = mirrored(await look({ box: whole, isMirrored: true }));
    const third = await resized(mirror, width, height);
    const left = detail.map((value, i) => (before.values[i]! > 128 ? value : 0));
    const isLost = disagreementOf(before.values, left, width, height) > MOST_LOST;
    disagreement = Math.min(disagreement, disagreementOf(before.values, third, width, height));
    if (isLost && disagreement <= DOUBTFUL) {
      isDecisive = false;
      // Two looks that half believe in a part make one that is sure of it.
      const values = before.values.map((value, i) => 255 - ((255 - value) * (255 - third[i]!)) / 255);
      before = { ...before, values };
    }
  }
  const chosen = isDecisive ? closest : await decideHoles(photo, before);
  return {
    mask: await openGaps(photo, await dropStrands(withoutDoubtfulParts(chosen))),
    softShare: await softShareOf(chosen),
    disagreement,
  };
}
