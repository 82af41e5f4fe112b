import sharp from 'sharp';
import { distanceTo } from '../facts/raster.ts';

interface Size {
  width: number;
  height: number;
}

/** Old backdrop reaches so far into the mask, in pixels of the photo: what the network, the lens and JPEG smear over an edge. */
const SMEAR_PX = 3;
/** Backdrop pixels nearer to the mask than this share the smear. */
const CLEAR_PX = 1.5;
/** So near to what is deeper than the smear, in reaches, an edge is that of something solid. */
const BESIDE = 1.5;
/** Product and backdrop must differ by so much (of 255) to be told apart in a mixture. */
const LEAST_CONTRAST = 44;
/** Deviation of the blur that carries a colour to the edge, in reaches. */
const SPREAD = 1.2;
/** Of the blurred neighbours' weight: below it a colour is not known. */
export const LEAST_REACH = 2;
/** A mixture is solid from here on: noise and texture of the product are no backdrop. */
const SOLID = [0.12, 0.82] as const;
/** Its colour is the product's own only from here on: a tenth of a white backdrop is a pale line on a dark ground. */
const PURE = [0.12, 0.97] as const;

/** What an edge pixel holds: its share of product, and the product's colour there. */
export interface EdgeColors {
  /** 0–1 for each pixel; 1 where nothing is known. Specks of the backdrop are evened out. */
  share: Float32Array;
  /** 0–1, how far a pixel's own colour may stay; 1 where nothing is known. */
  purity: Float32Array;
  /** RGBA of the product's colour a little further in; alpha 0 where none is near. */
  product: Buffer;
}

/**
 * Tells product from old backdrop in the pixels along a mask's edge: a mixture lies on the line between the product's
 * colour a little further in and the backdrop's a little further out (the compositing equation solved for alpha, as in
 * closed-form matting with both colours known). Without it a dark product photographed on white keeps a white line.
 *
 * @param rgb three bytes a pixel
 * @param soft the mask, a byte a pixel
 * @param scale pixels of this picture to one of the photo
 */
export async function unmixEdge(rgb: Buffer, soft: Buffer, size: Size, scale: number): Promise<EdgeColors> {
  const count = size.width * size.height;
  const reach = Math.max(2, SMEAR_PX * scale);
  const isOutside = Uint8Array.from(soft, (value) => (value < 128 ? 1 : 0));
  const isInside = Uint8Array.from(isOutside, (value) => 1 - value);
  const depth = distanceTo(isOutside, size);
  const away = distanceTo(isInside, size);
  const sigma = reach * SPREAD;
  const backdrop = await spread(rgb, size, sigma, (i) =>
    away[i]! > CLEAR_PX * scale && soft[i]! < 16 ? 1 : 0,
  );
  const isSolid = Uint8Array.from(depth, (value) => (value > reach ? 1 : 0));
  const toSolid = distanceTo(isSolid, size);
  const isBesideSolid = (i: number) => toSolid[i]! <= reach * BESIDE;
  // Of a thin strap there is no more than its edge: there, what is not the backdrop's colour is the product's.
  const product = await spread(rgb, size, sigma, (i) =>
    isSolid[i] === 1 ? 1 : isBesideSolid(i) || isLike(rgb, backdrop, i) ? 0 : (depth[i]! / reach) ** 2,
  );
  const share = new Float32Array(count).fill(1);
  const purity = new Float32Array(count).fill(1);
  for (let i = 0; i < count; i += 1) {
    const isEdge = depth[i]! <= reach && away[i]! <= reach;
    if (!isEdge || product[i * 4 + 3]! <= LEAST_REACH || backdrop[i * 4 + 3]! <= LEAST_REACH) continue;
    const mixed = mixtureOf(rgb, product, backdrop, i);
    share[i] = smoothly(mixed, SOLID);
    purity[i] = smoothly(mixed, PURE);
  }
  await evenOut(share, depth, size, scale, isBesideSolid);
  return { share, purity, product };
}

/** Deviation of the blur that evens an edge, in pixels of the photo, and the blurred shares between which it ends. */
const EVENED_PX = 1.1;
const EVEN = [0.3, 0.75] as const;

/**
 * Takes away what is as dark as the product but hangs on it by a pixel or less: specks of a wall, grain, JPEG's ripples.
 * Only beside what is solid: lines as thin as their own edge stay.
 */
async function evenOut(
  share: Float32Array,
  depth: Float32Array,
  size: Size,
  scale: number,
  isBesideSolid: (i: number) => boolean,
): Promise<void> {
  const seen = Buffer.from(Uint8Array.from(share, (value, i) => (depth[i]! > 0 ? value * 255 : 0)));
  const blurred = await sharp(seen, { raw: { ...size, channels: 1 } })
    .blur(Math.max(0.5, EVENED_PX * scale))
    .extractChannel(0)
    .raw()
    .toBuffer();
  for (let i = 0; i < share.length; i += 1)
    if (depth[i]! > 0 && isBesideSolid(i)) share[i] = Math.min(share[i]!, smoothly(blurred[i]! / 255, EVEN));
}

function smoothly(value: number, [from, to]: readonly [number, number]): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Whether a colour is the backdrop's around it, as far as that is known. */
function isLike(rgb: Buffer, backdrop: Buffer, i: number): boolean {
  if (backdrop[i * 4 + 3]! <= LEAST_REACH) return false;
  let squared = 0;
  for (let channel = 0; channel < 3; channel += 1)
    squared += (rgb[i * 3 + channel]! - backdrop[i * 4 + channel]!) ** 2;
  return squared < LEAST_CONTRAST * LEAST_CONTRAST;
}

/** Where a colour lies between the backdrop's (0) and the product's (1); 1 when these are too alike. */
function mixtureOf(rgb: Buffer, product: Buffer, backdrop: Buffer, i: number): number {
  let along = 0;
  let length = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const from = backdrop[i * 4 + channel]!;
    const across = product[i * 4 + channel]! - from;
    along += (rgb[i * 3 + channel]! - from) * across;
    length += across * across;
  }
  if (length < LEAST_CONTRAST * LEAST_CONTRAST) return 1;
  return along / length;
}

/** Spreads the colours of pixels over their neighbourhood, each by its weight of 0–1. Not premultiplied. */
async function spread(
  rgb: Buffer,
  { width, height }: Size,
  sigma: number,
  weightOf: (i: number) => number,
): Promise<Buffer> {
  const source = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    const weight = weightOf(i);
    if (weight === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) source[i * 4 + channel] = rgb[i * 3 + channel]! * weight;
    source[i * 4 + 3] = 255 * weight;
  }
  return sharp(source, { raw: { width, height, channels: 4, premultiplied: true } })
    .blur({ sigma, minAmplitude: 0.02 })
    .raw()
    .toBuffer();
}
