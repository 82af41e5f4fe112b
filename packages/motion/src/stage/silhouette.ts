import type { CreateSurface, Picture } from '../canvas.ts';
import type { Point } from '../product.ts';

/** A cut-out's shape, measured once: all that placing words beside it needs. */
export interface Silhouette {
  /** Width over height. */
  aspectRatio: number;
  /** Left and right end of each row, from the middle of the cut-out, in shares of its width and height (±0.5). */
  outline: readonly Point[];
  /** Where it touches its floor: from and to, in shares of the width. */
  feet: readonly (readonly [from: number, to: number])[];
  /** Mean OKLab lightness of its pixels, 0–1. */
  lightness: number;
  /** Half the thickness of its parts, 90th percentile, as a share of its shorter side: thin things are mostly air. */
  thickness: number;
}

/** Longer side of the grid that is measured. */
const GRID = 140;
const OPAQUE = 90;
/** Lowest pixels within this share of the height count as feet; gaps narrower than 5 % of the width are none. */
const FOOT_HEIGHT = 0.055;
const FOOT_GAP = 0.05;

interface Mask {
  width: number;
  height: number;
  isProduct(x: number, y: number): boolean;
}

function outlineOf({ width, height, isProduct }: Mask): Point[] {
  const points: Point[] = [];
  for (let y = 0; y < height; y++) {
    let first = -1;
    let last = -1;
    for (let x = 0; x < width; x++)
      if (isProduct(x, y)) {
        if (first < 0) first = x;
        last = x;
      }
    if (first < 0) continue;
    const v = (y + 0.5) / height - 0.5;
    points.push([first / width - 0.5, v], [(last + 1) / width - 0.5, v]);
  }
  return points;
}

function feetOf({ width, height, isProduct }: Mask): (readonly [number, number])[] {
  const lowest = Array.from({ length: width }, (_, x) => {
    for (let y = height - 1; y >= 0; y--) if (isProduct(x, y)) return y;
    return -1;
  });
  const floor = Math.max(...lowest) - height * FOOT_HEIGHT;
  const feet: [number, number][] = [];
  lowest.forEach((y, x) => {
    if (y < floor) return;
    const last = feet.at(-1);
    if (last && x - last[1] <= width * FOOT_GAP) last[1] = x + 1;
    else feet.push([x, x + 1]);
  });
  return feet
    .map(([from, to]) => [from / width, to / width] as const)
    .filter(([from, to]) => to - from > 0.015);
}

/** Distance to the nearest pixel outside, by two passes over the grid (city blocks with diagonals). */
function thicknessOf({ width, height, isProduct }: Mask): number {
  const distance = new Float32Array(width * height);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (distance[y * width + x] ?? 0);
  const relax = (x: number, y: number, step: 1 | -1) => {
    const nearest = Math.min(
      at(x - step, y) + 1,
      at(x, y - step) + 1,
      at(x - step, y - step) + 1.41,
      at(x + step, y - step) + 1.41,
    );
    return nearest;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) distance[y * width + x] = isProduct(x, y) ? relax(x, y, 1) : 0;
  const inside: number[] = [];
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      if (!isProduct(x, y)) continue;
      const value = Math.min(at(x, y), relax(x, y, -1));
      distance[y * width + x] = value;
      inside.push(value);
    }
  inside.sort((a, b) => a - b);
  return (inside[Math.floor(inside.length * 0.9)] ?? 0) / Math.min(width, height);
}

/** Measures a cut-out (transparent outside the product) on a grid of 140 pixels. */
export function measureSilhouette(cutout: Picture, createSurface: CreateSurface): Silhouette {
  const scale = GRID / Math.max(cutout.width, cutout.height);
  const width = Math.max(1, Math.round(cutout.width * scale));
  const height = Math.max(1, Math.round(cutout.height * scale));
  const { context } = createSurface(width, height);
  context.drawImage(cutout, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const mask: Mask = { width, height, isProduct: (x, y) => (data[(y * width + x) * 4 + 3] ?? 0) > OPAQUE };
  let sum = 0;
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] ?? 0) <= OPAQUE) continue;
    // Cube root of luminance is OKLab's lightness for greys, and near it for colours.
    const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0].map((byte) => (byte / 255) ** 2.2);
    sum += Math.cbrt(0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0));
    count++;
  }
  return {
    aspectRatio: cutout.width / cutout.height,
    outline: outlineOf(mask),
    feet: feetOf(mask),
    lightness: count > 0 ? sum / count : 0.5,
    thickness: thicknessOf(mask),
  };
}
