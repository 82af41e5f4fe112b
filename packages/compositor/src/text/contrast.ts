export interface Rgb {
  r: number;
  g: number;
  b: number;
}

export function parseColor(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return { r: (value >> 16) & 255, g: (value >> 8) & 255, b: value & 255 };
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
export function luminance({ r, g, b }: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two luminances, 1–21 (WCAG 2.2). Large text needs 3, small text 4.5. */
export function contrastRatio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Below this large text counts as hard to read. */
export const leastContrast = 3;

/** The contrast that nine tenths of the pixels behind a text reach or pass. */
export function typicalWorst(ratios: readonly number[]): number {
  const sorted = [...ratios].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.1)] ?? 21;
}
