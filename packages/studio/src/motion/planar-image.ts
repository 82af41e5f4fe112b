import type { Canvas } from '@napi-rs/canvas';

/** Fixed point: one step of an 8-bit video level is 64. */
export const LEVEL = 64;
/** Full coverage. */
export const OPAQUE = 1 << 14;

/**
 * A picture as the encoder wants it: BT.709 luma and half-resolution chroma, limited range, premultiplied by alpha,
 * black at 0 (the 16 and 128 offsets are added when a frame is finished). Resampling three small planes costs a third
 * of resampling RGBA, and no colour conversion is left for FFmpeg.
 */
export interface PlanarImage {
  width: number;
  height: number;
  /** Where the picture's first pixel lies in the layer it was trimmed from. */
  left: number;
  top: number;
  luma: Int16Array;
  blue: Int16Array;
  red: Int16Array;
  /** Null when the picture is opaque everywhere. */
  alpha: Int16Array | null;
  /** Alpha at the chroma's resolution. */
  halfAlpha: Int16Array | null;
}

/** Converts a canvas, trimmed to what is visible (with a clear pixel around it, so that moving edges stay soft). */
export function toPlanar(canvas: Canvas): PlanarImage | null {
  const { width: fullWidth, height: fullHeight } = canvas;
  const rgba = canvas.data(); // Premultiplied.
  const box = visibleBox(rgba, fullWidth, fullHeight);
  if (!box) return null;
  const { left, top, width, height } = box;
  const luma = new Int16Array(width * height);
  const alpha = box.isOpaque ? null : new Int16Array(width * height);
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  const sums = [0, 1, 2, 3].map(() => new Float32Array(halfWidth * halfHeight));
  const [reds, greens, blues, alphas] = sums as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let y = 0; y < height; y += 1) {
    const sourceY = y + top;
    if (sourceY < 0 || sourceY >= fullHeight) continue;
    for (let x = 0; x < width; x += 1) {
      const sourceX = x + left;
      if (sourceX < 0 || sourceX >= fullWidth) continue;
      const s = (sourceY * fullWidth + sourceX) * 4;
      const r = rgba[s]!;
      const g = rgba[s + 1]!;
      const b = rgba[s + 2]!;
      const a = rgba[s + 3]!;
      const i = y * width + x;
      luma[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) * (219 / 255) * LEVEL + 0.5;
      if (alpha) alpha[i] = (a * OPAQUE) / 255;
      const h = (y >> 1) * halfWidth + (x >> 1);
      reds[h] = reds[h]! + r / 4;
      greens[h] = greens[h]! + g / 4;
      blues[h] = blues[h]! + b / 4;
      alphas[h] = alphas[h]! + a / 4;
    }
  }
  const blue = new Int16Array(halfWidth * halfHeight);
  const red = new Int16Array(halfWidth * halfHeight);
  for (let h = 0; h < blue.length; h += 1) {
    const y = 0.2126 * reds[h]! + 0.7152 * greens[h]! + 0.0722 * blues[h]!;
    blue[h] = Math.round(((blues[h]! - y) / 1.8556) * (224 / 255) * LEVEL);
    red[h] = Math.round(((reds[h]! - y) / 1.5748) * (224 / 255) * LEVEL);
  }
  const halfAlpha = alpha && Int16Array.from(alphas, (value) => (value * OPAQUE) / 255);
  return { left, top, width, height, luma, blue, red, alpha, halfAlpha };
}

interface VisibleBox {
  left: number;
  top: number;
  width: number;
  height: number;
  isOpaque: boolean;
}

/** Even on all sides, because two pixels share a chroma sample. */
function visibleBox(rgba: Uint8Array, width: number, height: number): VisibleBox | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  let isOpaque = true;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const a = rgba[(y * width + x) * 4 + 3]!;
      if (a !== 255) isOpaque = false;
      if (a === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  if (isOpaque) return { left: 0, top: 0, width: width & ~1, height: height & ~1, isOpaque };
  left = (left - 2) & ~1;
  top = (top - 2) & ~1;
  return { left, top, width: (right + 4 - left) & ~1, height: (bottom + 4 - top) & ~1, isOpaque };
}

/**
 * Splits a picture that is soft at its top and solid below, as floors are: the solid part can be copied instead of
 * blended, and nothing needs to be drawn behind it. Returns the picture alone when less than half of it is solid.
 */
export function splitSolidPart(image: PlanarImage): PlanarImage[] {
  const { width, height, alpha } = image;
  if (!alpha) return [image];
  let solidFrom = height;
  while (solidFrom > 0 && isSolidRow(alpha, width, height, solidFrom - 1)) solidFrom -= 1;
  solidFrom = (solidFrom + 1) & ~1;
  if (solidFrom > height / 2) return [image];
  const cropped = (from: number, to: number): PlanarImage => ({
    ...image,
    top: image.top + from,
    height: to - from,
    luma: image.luma.slice(from * width, to * width),
    blue: image.blue.slice((from * width) / 4, (to * width) / 4),
    red: image.red.slice((from * width) / 4, (to * width) / 4),
    alpha: alpha.slice(from * width, to * width),
    halfAlpha: image.halfAlpha?.slice((from * width) / 4, (to * width) / 4) ?? null,
  });
  // Two rows of overlap, so that no seam shows where the parts meet.
  return [
    cropped(0, Math.min(height, solidFrom + 4)),
    { ...cropped(solidFrom, height), alpha: null, halfAlpha: null },
  ];
}

/** Rows of padding at the bottom and columns at the sides do not count. */
function isSolidRow(alpha: Int16Array, width: number, height: number, row: number): boolean {
  if (row >= height - 2) return true;
  for (let x = 2; x < width - 2; x += 1) if (alpha[row * width + x] !== OPAQUE) return false;
  return true;
}
