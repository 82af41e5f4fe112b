import type { Canvas } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';
import type { VideoMemory } from './video-memory.ts';

/**
 * A picture as the encoder wants it: BT.709 luma and half-resolution chroma, limited range, premultiplied by alpha.
 * Resampling these planes costs a third of resampling RGBA, and no colour conversion is left for FFmpeg.
 * Planes are byte offsets in the video memory.
 */
export interface PlanarImage {
  width: number;
  height: number;
  /** Where the picture's first pixel lies in the layer it was trimmed from. */
  left: number;
  top: number;
  luma: number;
  blue: number;
  red: number;
  /** 0 when the picture is opaque everywhere. */
  alpha: number;
  /** Alpha at the chroma's resolution. */
  halfAlpha: number;
}

/** Converts a canvas, trimmed to what is visible (with a clear pixel around it, so that moving edges stay soft). */
export function toPlanar(canvas: Canvas, memory: VideoMemory): PlanarImage | null {
  const rgba = canvas.data(); // Premultiplied.
  const box = visibleBox(rgba, canvas);
  if (!box) return null;
  const { left, top, width, height, isOpaque } = box;
  const pixels = cropped(rgba, canvas, box);
  const luma = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  const chroma = {
    blue: new Uint8Array(luma.length / 4),
    red: new Uint8Array(luma.length / 4),
    alpha: new Uint8Array(luma.length / 4),
  };
  for (let y = 0; y < height; y += 1) writeLuma(pixels, y * width, width, luma, alpha);
  for (let y = 0; y < height; y += 2) writeChroma(pixels, y * width, width, chroma);
  return {
    ...{ left, top, width, height },
    luma: memory.store(luma, width),
    blue: memory.store(chroma.blue, width / 2),
    red: memory.store(chroma.red, width / 2),
    alpha: isOpaque ? 0 : memory.store(alpha, width),
    halfAlpha: isOpaque ? 0 : memory.store(chroma.alpha, width / 2),
  };
}

/** One row of luma and alpha. Factors are BT.709's for the limited range, as 16.16 fixed point. */
function writeLuma(
  rgba: Uint8Array,
  first: number,
  width: number,
  luma: Uint8Array,
  alpha: Uint8Array,
): void {
  for (let i = first; i < first + width; i += 1) {
    const s = i * 4;
    const a = rgba[s + 3]!;
    luma[i] = (rgba[s]! * 11966 + rgba[s + 1]! * 40254 + rgba[s + 2]! * 4064 + a * 4112 + 32768) >> 16;
    alpha[i] = a;
  }
}

/** One row of chroma, each sample from two by two pixels. */
function writeChroma(
  rgba: Uint8Array,
  first: number,
  width: number,
  { blue, red, alpha }: { blue: Uint8Array; red: Uint8Array; alpha: Uint8Array },
): void {
  const below = width * 4;
  for (let x = 0; x < width; x += 2) {
    const s = (first + x) * 4;
    const t = s + below;
    const r = rgba[s]! + rgba[s + 4]! + rgba[t]! + rgba[t + 4]!;
    const g = rgba[s + 1]! + rgba[s + 5]! + rgba[t + 1]! + rgba[t + 5]!;
    const b = rgba[s + 2]! + rgba[s + 6]! + rgba[t + 2]! + rgba[t + 6]!;
    const a = rgba[s + 3]! + rgba[s + 7]! + rgba[t + 3]! + rgba[t + 7]!;
    const i = (first / 2 + x) / 2;
    blue[i] = (a * 8224 - r * 1649 - g * 5547 + b * 7196 + 32768) >> 16;
    red[i] = (a * 8224 + r * 7196 - g * 6536 - b * 660 + 32768) >> 16;
    alpha[i] = (a + 2) >> 2;
  }
}

interface VisibleBox {
  left: number;
  top: number;
  width: number;
  height: number;
  isOpaque: boolean;
}

/** Even on all sides, because two pixels share a chroma sample. */
function visibleBox(rgba: Uint8Array, { width, height }: CanvasSize): VisibleBox | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  let isOpaque = true;
  for (let y = 0; y < height; y += 1) {
    const row = visibleSpan(rgba, y * width, width);
    if (!row.isOpaque) isOpaque = false;
    if (row.last < 0) continue;
    left = Math.min(left, row.first);
    right = Math.max(right, row.last);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return null;
  if (isOpaque) return { left: 0, top: 0, width: width & ~1, height: height & ~1, isOpaque };
  left = (left - 2) & ~1;
  top = (top - 2) & ~1;
  return { left, top, width: (right + 4 - left) & ~1, height: (bottom + 4 - top) & ~1, isOpaque };
}

function visibleSpan(rgba: Uint8Array, start: number, width: number) {
  let first = width;
  let last = -1;
  let isOpaque = true;
  for (let x = 0; x < width; x += 1) {
    const a = rgba[(start + x) * 4 + 3]!;
    if (a !== 255) isOpaque = false;
    if (a === 0) continue;
    if (last < 0) first = x;
    last = x;
  }
  return { first, last, isOpaque };
}

/** The box of a picture, clear where it reaches beyond. */
function cropped(rgba: Uint8Array, canvas: CanvasSize, { left, top, width, height }: VisibleBox): Uint8Array {
  if (width === canvas.width && height === canvas.height) return rgba;
  const pixels = new Uint8Array(width * height * 4);
  const from = Math.max(0, left);
  const to = Math.min(canvas.width, left + width);
  for (let y = Math.max(0, top); y < Math.min(canvas.height, top + height); y += 1) {
    const row = rgba.subarray((y * canvas.width + from) * 4, (y * canvas.width + to) * 4);
    pixels.set(row, ((y - top) * width + from - left) * 4);
  }
  return pixels;
}
