import { rgbOf } from '@spotsmith/motion/color/oklch';

export interface Rgb {
  r: number;
  g: number;
  b: number;
}

/** Red, green and blue of `#rrggbb`, 0–255. */
export function parseColor(hex: string): Rgb {
  const [r, g, b] = rgbOf(hex);
  return { r, g, b };
}

/** Below this large text counts as hard to read. */
export const leastContrast = 3;

/** The contrast that nine tenths of the pixels behind a text reach or pass. */
export function typicalWorst(ratios: readonly number[]): number {
  const sorted = [...ratios].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.1)] ?? 21;
}
