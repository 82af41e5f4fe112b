import sharp from 'sharp';
import { toOklab } from './backdrop.ts';
import { labelRegions, type Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

/** Long side of the grid on which colours are compared. */
const SIDE = 320;
/** Below this (of 255) a pixel inside the outline may be a hole; above `SURE` it is product, below `CLEAR` backdrop. */
const DOUBTED = 150;
const SURE = 230;
const CLEAR = 20;
/** Smaller regions, of the grid's pixels, are texture. */
const LEAST_SHARE = 0.0004;
/** Mean from which on the network doubts a hole rather than sees one. */
const UNSURE = 40;
/** Share of a region that must look like the backdrop beside it: to stay a clear hole, and to become one. */
const STAYS_HOLE = 0.25;
const BECOMES_HOLE = 0.6;
/** Colours compared for a region, of each side. */
const SAMPLES = 300;
/** OKLab distances: up to the first two colours are one; beyond the second a colour is not the backdrop's, in any shade. */
const ALIKE = 0.02;
const ANOTHER = 0.1;

interface Grid {
  width: number;
  height: number;
  lab: Float32Array;
  values: Uint8Array;
}

async function gridOf({ rgba, width, height }: Photo, mask: Mask): Promise<Grid> {
  const scale = SIDE / Math.max(width, height);
  const size = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))] as const;
  const rgb = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(...size, { fit: 'fill' })
    .raw()
    .toBuffer();
  const values = await sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(...size, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width: size[0], height: size[1], lab: toOklab(rgb), values };
}

interface Region {
  pixels: number[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Doubted regions that the product encloses: none of their pixels is on the photo's border. */
function enclosedRegions(grid: Grid): Region[] {
  const { width, height, values } = grid;
  const { labels, areas } = labelRegions(
    { width, height, values: values.map((value) => 255 - value) },
    255 - DOUBTED,
  );
  const regions = areas.map((): Region => ({ pixels: [], left: width, top: height, right: 0, bottom: 0 }));
  labels.forEach((label, at) => {
    if (label === 0) return;
    const region = regions[label]!;
    const x = at % width;
    const y = Math.floor(at / width);
    region.pixels.push(at);
    region.left = Math.min(region.left, x);
    region.right = Math.max(region.right, x);
    region.top = Math.min(region.top, y);
    region.bottom = Math.max(region.bottom, y);
  });
  return regions.filter(
    ({ pixels, left, top, right, bottom }) =>
      pixels.length >= width * height * LEAST_SHARE &&
      left > 0 &&
      top > 0 &&
      right < width - 1 &&
      bottom < height - 1,
  );
}

const thinned = (pixels: readonly number[]) =>
  pixels.filter((_, i) => i % Math.max(1, Math.ceil(pixels.length / SAMPLES)) === 0);

/** Pixels round a region, as far as it is large, by what the network says of them. */
function around(
  { width, height, values }: Grid,
  region: Region,
  isWanted: (value: number) => boolean,
): number[] {
  const reach = Math.max(16, region.right - region.left, region.bottom - region.top);
  const found: number[] = [];
  for (let y = Math.max(0, region.top - reach); y < Math.min(height, region.bottom + reach); y += 1)
    for (let x = Math.max(0, region.left - reach); x < Math.min(width, region.right + reach); x += 1)
      if (isWanted(values[y * width + x]!)) found.push(y * width + x);
  return thinned(found);
}

function nearest(lab: Float32Array, at: number, others: readonly number[]): number {
  let least = Infinity;
  for (const other of others) {
    const distance = Math.hypot(
      lab[at * 3]! - lab[other * 3]!,
      lab[at * 3 + 1]! - lab[other * 3 + 1]!,
      lab[at * 3 + 2]! - lab[other * 3 + 2]!,
    );
    if (distance < least) least = distance;
  }
  return least;
}

/** Share of a region whose colours are those of the backdrop near it rather than the product's. */
function likenessToBackdrop(grid: Grid, region: Region, isOwn: Uint8Array): number {
  const outside = around(grid, region, (value) => value < CLEAR).filter((at) => isOwn[at] === 0);
  const product = around(grid, region, (value) => value > SURE);
  if (outside.length === 0) return 0;
  const pixels = thinned(region.pixels);
  const alike = pixels.filter((at) => {
    const toBackdrop = nearest(grid.lab, at, outside);
    return toBackdrop < ALIKE || (toBackdrop < ANOTHER && toBackdrop < nearest(grid.lab, at, product));
  });
  return alike.length / pixels.length;
}

/**
 * The mask with its inner holes decided. Where the network half believes in a part that the product encloses (what is
 * seen under a handle) or leaves it clear (a dial, a window), its colours are compared with the backdrop outside, near
 * it: what looks like that is a hole, all of it; anything else is product.
 */
export async function decideHoles(photo: Photo, mask: Mask): Promise<Mask> {
  const grid = await gridOf(photo, mask);
  const regions = enclosedRegions(grid);
  if (regions.length === 0) return mask;
  const isOwn = new Uint8Array(grid.values.length);
  for (const { pixels } of regions) for (const at of pixels) isOwn[at] = 1;
  /** Of every grid pixel: 0 as it was, 1 product, above it the value up to which it is hole. */
  const verdict = new Uint8Array(grid.values.length);
  for (const region of regions) {
    const mean = region.pixels.reduce((sum, at) => sum + grid.values[at]!, 0) / region.pixels.length;
    const likeness = likenessToBackdrop(grid, region, isOwn);
    const isHole = likeness >= (mean < UNSURE ? STAYS_HOLE : BECOMES_HOLE);
    for (const at of region.pixels) verdict[at] = isHole ? Math.max(2, Math.min(DOUBTED, mean * 1.3)) : 1;
  }
  return { ...mask, values: decided(mask, grid, verdict) };
}

/** Verdicts of the grid, on the mask's own pixels; those at a region's edge take the verdict beside them. */
function decided({ width, height, values }: Mask, grid: Grid, verdict: Uint8Array): Uint8Array {
  return values.map((value, i) => {
    if (value > SURE) return value;
    const x = Math.min(grid.width - 1, Math.floor((((i % width) + 0.5) * grid.width) / width));
    const y = Math.min(grid.height - 1, Math.floor(((Math.floor(i / width) + 0.5) * grid.height) / height));
    const at = y * grid.width + x;
    const found =
      verdict[at]! ||
      verdict[at - 1] ||
      verdict[at + 1] ||
      verdict[at - grid.width] ||
      verdict[at + grid.width] ||
      0;
    if (found === 0) return value;
    if (found === 1) return 255;
    return Math.max(0, Math.min(255, ((value - found) * 255) / (SURE - found)));
  });
}
