import type { Oklch } from '../product.ts';

const clamp = (value: number) => Math.max(0, Math.min(1, value));

/** Linear sRGB of an OKLCH colour; matrices from bottosson.github.io/posts/oklab. */
function linearRgb(l: number, c: number, h: number): [number, number, number] {
  const radians = (h * Math.PI) / 180;
  const a = c * Math.cos(radians);
  const b = c * Math.sin(radians);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

const decode = (byte: number) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const encode = (value: number) => {
  const v = clamp(value);
  return Math.round((v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055) * 255);
};
const toHex = (bytes: readonly number[]) =>
  `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** `#rrggbb` of an OKLCH colour (l 0–1, c 0–0.4, h degrees); chroma is reduced until the colour lies in sRGB. */
export function oklch(l: number, c: number, h: number): string {
  let chroma = c;
  let rgb = linearRgb(l, chroma, h);
  while (chroma > 0 && rgb.some((value) => value < -0.0005 || value > 1.0005)) {
    chroma = Math.max(0, chroma - 0.004);
    rgb = linearRgb(l, chroma, h);
  }
  return toHex(rgb.map(encode));
}

/** Red, green and blue of `#rrggbb`, 0–255. */
export function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** OKLCH of `#rrggbb`. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = rgbOf(hex).map(decode) as [number, number, number];
  const L = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const M = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const S = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * L - 2.428592205 * M + 0.4505937099 * S;
  const bb = 0.0259040371 * L + 0.7827717662 * M - 0.808675766 * S;
  return {
    l: 0.2104542553 * L + 0.793617785 * M - 0.0040720468 * S,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

/** A colour with an alpha of 0–1. */
export const withAlpha = (hex: string, alpha: number) => `rgba(${rgbOf(hex).join(',')},${alpha})`;

/** `share` of the way from one colour to another, in sRGB. */
export function blend(from: string, to: string, share: number): string {
  const other = rgbOf(to);
  return toHex(rgbOf(from).map((value, i) => Math.round(value + ((other[i] ?? 0) - value) * share)));
}

/** Relative luminance of WCAG 2, 0–1, of red, green and blue of 0–255. */
export const luminanceOf = (r: number, g: number, b: number) =>
  0.2126 * decode(r) + 0.7152 * decode(g) + 0.0722 * decode(b);

/** Relative luminance of WCAG 2, 0–1, of `#rrggbb`. */
export const luminance = (hex: string) => luminanceOf(...rgbOf(hex));

/** Contrast ratio of WCAG 2, 1–21, of two luminances. */
export const contrastRatio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Contrast ratio of WCAG 2, 1–21, of two colours `#rrggbb`. */
export const contrast = (one: string, other: string) => contrastRatio(luminance(one), luminance(other));

/** The candidate that stands out most from a ground. */
export const mostLegible = (ground: string, candidates: readonly [string, ...string[]]): string =>
  candidates.reduce((best, next) => (contrast(next, ground) > contrast(best, ground) ? next : best));

/** Distance of two hues, 0–180 degrees. */
export const hueDistance = (one: number, other: number) => Math.abs(((one - other + 540) % 360) - 180);

/** How far two colours lie apart in OKLab: 0.02 is just seen, 0.15 is plainly another colour. */
export function distance(one: Oklch, other: Oklch): number {
  const lab = ({ l, c, h }: Oklch) => {
    const radians = (h * Math.PI) / 180;
    return [l, c * Math.cos(radians), c * Math.sin(radians)] as const;
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
