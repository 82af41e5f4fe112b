import type { Box } from '../cutout/mask.ts';
import { clamp, distanceTo, quantile, readGrey, readRaster } from './raster.ts';

/** What the backdrop round a product says of light and floor. */
export interface BackdropLight {
  /** An even sweep or wall. */
  isPlain: boolean;
  /** Its OKLab lightness behind the product's middle. */
  lightness: number;
  /** How much darker it is just below the product than beside and above: a contact shadow. */
  shadowBelow: number;
  /** Where the light comes from, by the side the shadow falls to; top when that cannot be told. */
  light: 'left' | 'right' | 'top';
}

const TERMS = 6;
const terms = (x: number, y: number) => [1, x, y, x * x, y * y, x * y];

/** Solves a small system of normal equations by Gauss–Jordan elimination; `rows` are changed. */
function solve(rows: Float64Array[]): number[] {
  for (let r = 0; r < TERMS; r += 1) {
    rows[r]![r]! += 1e-6;
    for (let q = 0; q < TERMS; q += 1) {
      if (q === r) continue;
      const factor = rows[q]![r]! / rows[r]![r]!;
      for (let c = r; c <= TERMS; c += 1) rows[q]![c]! -= factor * rows[r]![c]!;
    }
  }
  return rows.map((row, r) => row[TERMS]! / row[r]!);
}

type Surface = (x: number, y: number) => number;

/** The backdrop's lightness as a quadratic of x and y (shares), refitted twice without what is darker: shadows. */
function fitBackdrop(
  lightness: Float32Array,
  width: number,
  height: number,
  isFar: (at: number) => boolean,
): Surface {
  let fitted: Surface | null = null;
  for (let pass = 0; pass < 3; pass += 1) {
    const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1));
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x += 2) {
        const at = y * width + x;
        const value = lightness[at]!;
        const off = fitted ? value - fitted(x / width, y / height) : 0;
        if (!isFar(at) || off < -0.02 || off > 0.05) continue;
        const basis = terms(x / width, y / height);
        for (let r = 0; r < TERMS; r += 1) {
          for (let c = 0; c < TERMS; c += 1) rows[r]![c]! += basis[r]! * basis[c]!;
          rows[r]![TERMS]! += basis[r]! * value;
        }
      }
    }
    const factors = solve(rows);
    fitted = (x, y) => terms(x, y).reduce((sum, term, i) => sum + term * factors[i]!, 0);
  }
  return fitted ?? (() => 0);
}

/** Where the box of a product lies in a smaller reading of its photo. */
function scaled(box: Box, photo: { width: number; height: number }, to: { width: number; height: number }) {
  const kx = to.width / photo.width;
  const ky = to.height / photo.height;
  return {
    x0: box.left * kx,
    y0: box.top * ky,
    x1: (box.left + box.width) * kx,
    y1: (box.top + box.height) * ky,
  };
}

/** Light and contact shadow from what is darker than the fitted backdrop, read at 320 px. */
export async function measureBackdropLight(
  photoPath: string,
  maskPath: string,
  box: Box,
  photo: { width: number; height: number },
): Promise<BackdropLight> {
  const { width, height, lightness } = await readRaster(photoPath, 320);
  const mask = await readGrey(maskPath, { channel: 0, size: { width, height } });
  const near = distanceTo(
    Uint8Array.from(mask.values, (value) => (value > 40 ? 1 : 0)),
    { width, height },
  );
  const pad = 0.012 * Math.max(width, height);
  const surface = fitBackdrop(lightness, width, height, (at) => near[at]! >= pad * 3);
  const { x0, y0, x1, y1 } = scaled(box, photo, { width, height });
  const [boxWidth, boxHeight] = [x1 - x0, y1 - y0];
  const reach = 0.3 * Math.max(boxWidth, boxHeight);
  const band = { below: [0, 0], above: [0, 0], left: [0, 0], right: [0, 0] };
  const residuals: number[] = [];
  let [shadow, shadowX, product] = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (mask.values[at]! > 128) product += 1;
      const distance = near[at]!;
      if (distance < pad) continue;
      const darker = surface(x / width, y / height) - lightness[at]!;
      if (distance > pad * 3) residuals.push(Math.abs(darker));
      if (distance > reach) continue;
      const share = clamp(darker - 0.012, 0, 0.4);
      shadow += share;
      shadowX += x * share;
      if (distance >= pad * 4) continue;
      const zones = {
        below: y > y1 - boxHeight * 0.18 && x > x0 && x < x1,
        above: y < y0 + boxHeight * 0.18,
        left: x < x0 + boxWidth * 0.12,
        right: x > x1 - boxWidth * 0.12,
      };
      for (const zone of ['below', 'above', 'left', 'right'] as const) {
        if (!zones[zone]) continue;
        band[zone][0]! += share;
        band[zone][1]! += 1;
      }
    }
  }
  const mean = ([sum = 0, count = 0]: readonly number[]) => (count > 0 ? sum / count : 0);
  const roughness = residuals.length > 0.01 * width * height ? quantile(residuals, 0.6) : 0;
  const behind = surface(0.5, 0.5);
  const towards = shadow > 0 ? (shadowX / shadow - (x0 + x1) / 2) / boxWidth : 0;
  const canTell = roughness < 0.022 && behind > 0.45 && shadow / Math.max(1, product) > 0.004;
  return {
    isPlain: roughness < 0.022,
    lightness: behind,
    shadowBelow: mean(band.below) - Math.max(mean(band.above), 0.5 * (mean(band.left) + mean(band.right))),
    light: canTell && towards > 0.07 ? 'left' : canTell && towards < -0.07 ? 'right' : 'top',
  };
}
