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
/** Product and backdrop must differ by so much (of 255) to be told apart in a mixture. */
const LEAST_CONTRAST = 44;
/** Deviation of the blur that carries a colour to the edge, in reaches. */
const SPREAD = 1.2;
/** Of the blurred neighbours' weight: below it a colour is not known. */
export const LEAST_REACH = 2;
/** A mixture counts as pure from here on: noise and texture of the product are no backdrop. */
const PURE = [0.12, 0.82] as const;

/** What an edge pixel holds: its share of product, and the product's colour there. */
export interface EdgeColors {
  /** 0–1 for each pixel; 1 where nothing is known. */
  share: Float32Array;
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
  // Of a thin strap there is no more than its edge: there, what is not the backdrop's colour is the product's.
  const product = await spread(rgb, size, sigma, (i) =>
    depth[i]! > reach ? 1 : isLike(rgb, backdrop, i) ? 0 : (depth[i]! / reach) ** 2,
  );
  const share = new Float32Array(count).fill(1);
  for (let i = 0; i < count; i += 1) {
    const isEdge = depth[i]! <= reach && away[i]! <= reach;
    if (!isEdge || product[i * 4 + 3]! <= LEAST_REACH || backdrop[i * 4 + 3]! <= LEAST_REACH) continue;
    share[i] = shareOfProduct(rgb, product, backdrop, i);
  }
  return { share, product };
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
function shareOfProduct(rgb: Buffer, product: Buffer, backdrop: Buffer, i: number): number {
  let along = 0;
  let length = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const from = backdrop[i * 4 + channel]!;
    const across = product[i * 4 + channel]! - from;
    along += (rgb[i * 3 + channel]! - from) * across;
    length += across * across;
  }
  if (length < LEAST_CONTRAST * LEAST_CONTRAST) return 1;
  const t = Math.max(0, Math.min(1, (along / length - PURE[0]) / (PURE[1] - PURE[0])));
  return t * t * (3 - 2 * t);
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
