import sharp from 'sharp';
import { boundingBox, type Box, type Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';
import { LEAST_REACH, unmixEdge } from './unmix-edge.ts';

const LONG_SIDE = 1400;
const MAX_ENLARGEMENT = 3.2;
/** The soft mask becomes alpha by a smooth step between these values (of 255): it eats the halo of the old backdrop. */
const ALPHA_FROM = 56;
const ALPHA_TO = 214;
/** So much of the old backdrop, in pixels of the photo, is looked at around the product: its colour must be known. */
const BACKDROP_PX = 7;
/** Above this mask value a pixel shows pure product colour. */
const SOLID = 245;

/** The product alone: RGBA, not premultiplied. */
export interface Product {
  width: number;
  height: number;
  rgba: Buffer;
  /** Its place in the photo, in photo pixels. */
  box: Box;
}

/**
 * Cuts the product out of the photo along the mask: trimmed, at most 1400 px, alpha from the mask (scaled in the mask's
 * own resolution), and the rim refilled with the product's own colours so that no old backdrop shines through.
 * Null when the mask is empty.
 */
export async function extractProduct(photo: Photo, mask: Mask): Promise<Product | null> {
  const tight = boundingBox(mask, 60);
  if (!tight) return null;
  const maskBox = grow(
    tight,
    Math.ceil(Math.max(mask.width / 170, (BACKDROP_PX * mask.width) / photo.width)),
    mask,
  );
  const box = scaleBox(maskBox, photo.width / mask.width, photo.height / mask.height, photo);
  const scale = Math.min(LONG_SIDE / Math.max(box.width, box.height), MAX_ENLARGEMENT);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  let picture = sharp(photo.rgba, { raw: { width: photo.width, height: photo.height, channels: 4 } })
    .removeAlpha()
    .extract(box)
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  if (scale > 1.3) picture = picture.sharpen({ sigma: 1.1, m1: 0.4, m2: 1.6 });
  const rgb = await picture.raw().toBuffer();
  const soft = await sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .extract(maskBox)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width, height, rgba: await defringe(rgb, soft, { width, height }, scale), box };
}

function grow({ left, top, width, height }: Box, by: number, within: { width: number; height: number }): Box {
  const x = Math.max(0, left - by);
  const y = Math.max(0, top - by);
  return {
    left: x,
    top: y,
    width: Math.min(within.width, left + width + by) - x,
    height: Math.min(within.height, top + height + by) - y,
  };
}

function scaleBox(box: Box, scaleX: number, scaleY: number, within: { width: number; height: number }): Box {
  const left = Math.min(within.width - 1, Math.floor(box.left * scaleX));
  const top = Math.min(within.height - 1, Math.floor(box.top * scaleY));
  return {
    left,
    top,
    width: Math.max(1, Math.min(within.width - left, Math.round(box.width * scaleX))),
    height: Math.max(1, Math.min(within.height - top, Math.round(box.height * scaleY))),
  };
}

/**
 * Sets alpha, and gives the rim the product's own colour from a little further in, the more so the less of a pixel is
 * the product: where the mask is soft, and where the old backdrop is still mixed in.
 */
async function defringe(
  rgb: Buffer,
  soft: Buffer,
  size: { width: number; height: number },
  scale: number,
): Promise<Buffer> {
  const { share, purity, product } = await unmixEdge(rgb, soft, size, scale);
  const rgba = Buffer.alloc(soft.length * 4);
  for (let i = 0; i < soft.length; i += 1) {
    const value = soft[i]!;
    const isKnown = product[i * 4 + 3]! > LEAST_REACH;
    const refill = isKnown ? Math.max(1 - purity[i]!, Math.min(1, Math.max(0, (SOLID - value) / 120))) : 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const own = rgb[i * 3 + channel]!;
      rgba[i * 4 + channel] = refill === 0 ? own : own + (product[i * 4 + channel]! - own) * refill;
    }
    const t = Math.max(0, Math.min(1, (value - ALPHA_FROM) / (ALPHA_TO - ALPHA_FROM)));
    rgba[i * 4 + 3] = Math.min(t * t * (3 - 2 * t), share[i]!) * 255;
  }
  return rgba;
}
