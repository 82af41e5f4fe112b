import { oklabOfBytes } from '../color/oklab.ts';

/** OKLab of packed sRGB bytes, [L, a, b] per pixel. */
export function toOklab(rgb: Buffer): Float32Array {
  const lab = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    oklabOfBytes(rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0, lab.subarray(i, i + 3));
  }
  return lab;
}

/** The outermost three pixels on every side. */
export function isBorder(x: number, y: number, width: number, height: number): boolean {
  return x < 3 || y < 3 || x >= width - 3 || y >= height - 3;
}

/** value = p + q·x + r·y, [p, q, r] for each OKLab channel. */
export type BorderPlane = readonly (readonly [p: number, q: number, r: number])[];

/**
 * The backdrop as a plane, and the distance of every pixel from it. Fits value = p + q·x + r·y per channel over the border,
 * once for each limit: border pixels farther than it from the fit before are what the product covers, and left out.
 */
export function fitBorderPlane(
  lab: Float32Array,
  width: number,
  height: number,
  limits: readonly number[],
): { planes: BorderPlane; distances: Float32Array } {
  let distances = new Float32Array(width * height);
  let planes: BorderPlane = [];
  for (const limit of [Infinity, ...limits]) {
    planes = [0, 1, 2].map((channel) => fitPlane(lab, channel, width, height, distances, limit));
    distances = new Float32Array(width * height).map((_, i) => {
      const x = i % width;
      const y = Math.floor(i / width);
      return Math.hypot(
        ...planes.map(([p, q, r], channel) => (lab[i * 3 + channel] ?? 0) - (p + q * x + r * y)),
      );
    });
  }
  return { planes, distances };
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

/** How far the border is from one plain colour: the mean of its distances, each at most 0.3. */
export function meanOnBorder(distances: Float32Array, width: number, height: number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < distances.length; i += 1) {
    if (!isBorder(i % width, Math.floor(i / width), width, height)) continue;
    sum += Math.min(0.3, distances[i] ?? 0);
    count += 1;
  }
  return sum / count;
}

/** Of the border, so much must be backdrop for its roughness to be told. */
const LEAST_BACKDROP = 0.6;

/**
 * How far the backdrop is from one plain colour: the mean distance of the border's pixels up to `limit`. What the product
 * covers there, which the photo cuts, is not the backdrop's. Infinity where that is most of the border.
 */
export function backdropRoughness(
  distances: Float32Array,
  width: number,
  height: number,
  limit: number,
): number {
  let sum = 0;
  let count = 0;
  let all = 0;
  for (let i = 0; i < distances.length; i += 1) {
    if (!isBorder(i % width, Math.floor(i / width), width, height)) continue;
    all += 1;
    if (distances[i]! > limit) continue;
    sum += distances[i]!;
    count += 1;
  }
  return count < all * LEAST_BACKDROP ? Infinity : sum / count;
}
