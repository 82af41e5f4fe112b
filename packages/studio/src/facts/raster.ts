import sharp from 'sharp';
import { oklabOfBytes } from '../color/oklab.ts';
import type { Box } from '../cutout/mask.ts';

/** A small reading of a picture: OKLab three by three, coverage 0–1. */
export interface Raster {
  width: number;
  height: number;
  alpha: Float32Array;
  lab: Float32Array;
  /** OKLab lightness alone. */
  lightness: Float32Array;
}

/** Reads a picture so that its longer side is `longSide` px. */
export async function readRaster(path: string, longSide: number): Promise<Raster> {
  const { data, info } = await sharp(path)
    .ensureAlpha()
    .resize(longSide, longSide, { fit: 'inside', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const count = width * height;
  const alpha = new Float32Array(count);
  const lab = new Float32Array(count * 3);
  const lightness = new Float32Array(count);
  const pixel = new Float32Array(3);
  for (let i = 0; i < count; i += 1) {
    oklabOfBytes(data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0, pixel);
    lab.set(pixel, i * 3);
    lightness[i] = pixel[0] ?? 0;
    alpha[i] = (data[i * 4 + 3] ?? 255) / 255;
  }
  return { width, height, alpha, lab, lightness };
}

/** Grey values of a part of a picture at its own size, or stretched to `size`. */
export async function readGrey(
  path: string,
  { box, channel, size }: { box?: Box; channel?: 0 | 3; size?: { width: number; height: number } },
): Promise<{ width: number; height: number; values: Buffer }> {
  let picture = sharp(path);
  if (box) picture = picture.extract(box);
  picture = channel === undefined ? picture.greyscale() : picture.extractChannel(channel);
  if (size) picture = picture.resize(size.width, size.height, { fit: 'fill' });
  const { data, info } = await picture.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, values: data };
}

/** Mean over a square of (2 × radius + 1) px, by a summed table; `weight` restricts it to the product. */
export function boxMean(
  values: Float32Array,
  { width, height }: { width: number; height: number },
  radius: number,
  weight?: Float32Array,
): Float32Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  const weights = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    let count = 0;
    for (let x = 0; x < width; x += 1) {
      const share = weight ? weight[y * width + x]! : 1;
      sum += values[y * width + x]! * share;
      count += share;
      const at = (y + 1) * stride + x + 1;
      sums[at] = sums[at - stride]! + sum;
      weights[at] = weights[at - stride]! + count;
    }
  }
  const inside = (table: Float64Array, x0: number, y0: number, x1: number, y1: number) =>
    table[y1 * stride + x1]! - table[y0 * stride + x1]! - table[y1 * stride + x0]! + table[y0 * stride + x0]!;
  return Float32Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const area = [
      Math.max(0, x - radius),
      Math.max(0, y - radius),
      Math.min(width, x + radius + 1),
      Math.min(height, y + radius + 1),
    ] as const;
    const count = inside(weights, ...area);
    return count > 0 ? inside(sums, ...area) / count : 0;
  });
}

/** Chamfer distance (px, 1 and 1.41) to the nearest pixel for which `isOff` holds; the picture's edge counts as off. */
export function distanceTo(
  isOff: ArrayLike<boolean | number>,
  { width, height }: { width: number; height: number },
): Float32Array {
  const far = Float32Array.from({ length: width * height }, (_, i) => (isOff[i] ? 0 : 1e6));
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : far[y * width + x]!;
  const sweep = (step: 1 | -1) => {
    for (let row = 0; row < height; row += 1) {
      const y = step === 1 ? row : height - 1 - row;
      for (let column = 0; column < width; column += 1) {
        const x = step === 1 ? column : width - 1 - column;
        far[y * width + x] = Math.min(
          far[y * width + x]!,
          at(x - step, y) + 1,
          at(x, y - step) + 1,
          at(x - 1, y - step) + 1.41,
          at(x + 1, y - step) + 1.41,
        );
      }
    }
  };
  sweep(1);
  sweep(-1);
  return far;
}

export function clamp(value: number, low = 0, high = 1): number {
  return Math.max(low, Math.min(high, value));
}

/** The value below which a share of `values` lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
