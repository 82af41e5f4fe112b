import sharp from 'sharp';
import { oklabOfBytes } from '../color/oklab.ts';
import type { Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

const LONG_SIDE = 640;
/** OKLab distance up to which a pixel is backdrop, and from which it is surely not. */
const BACKDROP = 0.045;
const PRODUCT = 0.11;

/** A mask and how plain the backdrop is: the mean OKLab distance of the border from its fitted plane. */
export interface KeyedMask {
  mask: Mask;
  borderRoughness: number;
}

/**
 * The product on a plain backdrop: a colour plane is fitted to the border of the photo (OKLab, least squares),
 * and what is connected to the border and close to the plane is backdrop. Fails on busy backdrops; see `borderRoughness`.
 */
export async function maskByFloodKey({ rgba, width, height }: Photo): Promise<KeyedMask> {
  const { data, info } = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .blur(0.8)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lab = toOklab(data);
  const distances = distancesFromBorderPlane(lab, info.width, info.height);
  const borderRoughness = meanOnBorder(distances, info.width, info.height);
  return { mask: floodFromBorder(distances, info.width, info.height), borderRoughness };
}

function toOklab(rgb: Buffer): Float32Array {
  const lab = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    oklabOfBytes(rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0, lab.subarray(i, i + 3));
  }
  return lab;
}

function isBorder(x: number, y: number, width: number, height: number): boolean {
  return x < 3 || y < 3 || x >= width - 3 || y >= height - 3;
}

/** Fits value = p + q·x + r·y per channel over the border, twice: the second time without what the product covers. */
function distancesFromBorderPlane(lab: Float32Array, width: number, height: number): Float32Array {
  let distances = new Float32Array(width * height);
  for (const limit of [Infinity, PRODUCT]) {
    const planes = [0, 1, 2].map((channel) => fitPlane(lab, channel, width, height, distances, limit));
    distances = new Float32Array(width * height).map((_, i) => {
      const x = i % width;
      const y = Math.floor(i / width);
      return Math.hypot(
        ...planes.map(([p, q, r], channel) => (lab[i * 3 + channel] ?? 0) - (p + q * x + r * y)),
      );
    });
  }
  return distances;
}

function fitPlane(
  lab: Float32Array,
  channel: number,
  width: number,
  height: number,
  distances: Float32Array,
  limit: number,
): [number, number, number] {
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  let sv = 0;
  let sxv = 0;
  let syv = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (!isBorder(x, y, width, height) || (distances[i] ?? 0) > limit) continue;
      const v = lab[i * 3 + channel] ?? 0;
      n += 1;
      sx += x;
      sy += y;
      sxx += x * x;
      syy += y * y;
      sxy += x * y;
      sv += v;
      sxv += x * v;
      syv += y * v;
    }
  }
  return solve3([n, sx, sy, sx, sxx, sxy, sy, sxy, syy], [sv, sxv, syv]);
}

/** Cramer's rule for a 3 × 3 system in row order. */
function solve3(m: readonly number[], v: readonly number[]): [number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, k = 0] = m;
  const [p = 0, q = 0, r = 0] = v;
  const determinant = a * (e * k - f * h) - b * (d * k - f * g) + c * (d * h - e * g);
  if (Math.abs(determinant) < 1e-9) return [a === 0 ? 0 : p / a, 0, 0];
  return [
    (p * (e * k - f * h) - b * (q * k - f * r) + c * (q * h - e * r)) / determinant,
    (a * (q * k - f * r) - p * (d * k - f * g) + c * (d * r - q * g)) / determinant,
    (a * (e * r - q * h) - b * (d * r - q * g) + p * (d * h - e * g)) / determinant,
  ];
}

function meanOnBorder(distances: Float32Array, width: number, height: number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < distances.length; i += 1) {
    if (!isBorder(i % width, Math.floor(i / width), width, height)) continue;
    sum += Math.min(0.3, distances[i] ?? 0);
    count += 1;
  }
  return sum / count;
}

function floodFromBorder(distances: Float32Array, width: number, height: number): Mask {
  const values = new Uint8Array(width * height).fill(255);
  const stack: number[] = [];
  const visit = (at: number) => {
    const distance = distances[at] ?? 1;
    if (values[at] !== 255 || distance > PRODUCT) return;
    const share = Math.max(0, (distance - BACKDROP) / (PRODUCT - BACKDROP));
    values[at] = Math.min(254, share * 255);
    if (distance <= BACKDROP) stack.push(at);
  };
  for (let i = 0; i < values.length; i += 1) {
    if (isBorder(i % width, Math.floor(i / width), width, height)) visit(i);
  }
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < values.length - width) visit(at + width);
  }
  return { width, height, values };
}
