import type { CanvasSize } from '../canvas-size.ts';
import type { Matrix } from './camera.ts';
import { LEVEL, OPAQUE, type PlanarImage } from './planar-image.ts';

/** One plane and its size. */
interface Plane {
  width: number;
  height: number;
  samples: Int16Array;
}

/** A video frame under construction: layers are drawn onto it back to front, then it is written out as yuv420p. */
export class PlanarFrame {
  readonly #luma: Plane;
  readonly #blue: Plane;
  readonly #red: Plane;

  constructor({ width, height }: CanvasSize) {
    const plane = (w: number, h: number): Plane => ({ width: w, height: h, samples: new Int16Array(w * h) });
    this.#luma = plane(width, height);
    this.#blue = plane(width / 2, height / 2);
    this.#red = plane(width / 2, height / 2);
  }

  get luma(): Int16Array {
    return this.#luma.samples;
  }

  /**
   * Draws a picture; `opacity` 0–1. The matrix leads from the untrimmed layer's pixels to the frame's.
   * Opaque pictures may stop at `toRow` (even), below which something else will cover them.
   */
  draw(image: PlanarImage, matrix: Matrix, opacity = 1, toRow = this.#luma.height): void {
    if (opacity <= 0) return;
    const toSource = inverse(translated(matrix, image.left, image.top));
    const halfSource = halved(toSource);
    const { width, height, alpha, halfAlpha } = image;
    const weight = Math.round(opacity * 256);
    if (!alpha && weight === 256) {
      const half = [width / 2, height / 2] as const;
      copyPlane(this.#luma, image.luma, width, height, toSource, toRow);
      copyPlane(this.#blue, image.blue, ...half, halfSource, toRow / 2);
      copyPlane(this.#red, image.red, ...half, halfSource, toRow / 2);
      return;
    }
    const solid = alpha ?? solidPlane(width * height);
    const halfSolid = halfAlpha ?? solidPlane((width * height) / 4);
    blendPlane(this.#luma, image.luma, solid, width, height, toSource, weight);
    blendPlane(this.#blue, image.blue, halfSolid, width / 2, height / 2, halfSource, weight);
    blendPlane(this.#red, image.red, halfSolid, width / 2, height / 2, halfSource, weight);
  }

  /** Writes the frame as limited-range yuv420p bytes. */
  writeTo(bytes: Uint8Array): void {
    let at = 0;
    for (const [{ samples }, offset] of [
      [this.#luma, 16],
      [this.#blue, 128],
      [this.#red, 128],
    ] as const) {
      const bias = offset * LEVEL + LEVEL / 2;
      for (let i = 0; i < samples.length; i += 1) bytes[at + i] = (samples[i]! + bias) >> 6;
      at += samples.length;
    }
  }
}

/** Resamples an opaque plane over the frame, bilinear, 16.16 fixed point. */
function copyPlane(
  target: Plane,
  source: Int16Array,
  width: number,
  height: number,
  m: Matrix,
  toRow: number,
): void {
  if (m[1] === 0 && m[2] === 0) {
    copyScaled(target, source, width, height, m, toRow);
    return;
  }
  const { samples, width: columns } = target;
  const du = Math.round(m[0] * 65536);
  const dv = Math.round(m[1] * 65536);
  const [firstRow, lastRow] = rowsOf(m, width, height, toRow);
  for (let y = firstRow; y < lastRow; y += 1) {
    const u0 = Math.round((m[0] * 0.5 + m[2] * (y + 0.5) + m[4] - 0.5) * 65536);
    const v0 = Math.round((m[1] * 0.5 + m[3] * (y + 0.5) + m[5] - 0.5) * 65536);
    const [from, to] = span(u0, du, width, v0, dv, height, columns);
    let u = u0 + du * from;
    let v = v0 + dv * from;
    const end = y * columns + to;
    for (let o = y * columns + from; o < end; o += 1) {
      const i = (v >> 16) * width + (u >> 16);
      const fu = (u >> 8) & 255;
      const top = (source[i]! << 8) + (source[i + 1]! - source[i]!) * fu;
      const j = i + width;
      const bottom = (source[j]! << 8) + (source[j + 1]! - source[j]!) * fu;
      samples[o] = (top + ((bottom - top) >> 8) * ((v >> 8) & 255) + 128) >> 8;
      u += du;
      v += dv;
    }
  }
}

/** The same without turn or shear, in two passes: rows are blended down the columns first, then along the row. */
function copyScaled(
  target: Plane,
  source: Int16Array,
  width: number,
  height: number,
  m: Matrix,
  toRow: number,
): void {
  const { samples, width: columns } = target;
  const du = Math.round(m[0] * 65536);
  const u0 = Math.round((m[0] * 0.5 + m[4] - 0.5) * 65536);
  const [from, to] = inside(u0, du, (width - 1) * 65536 - 1, columns);
  const firstSource = (u0 + du * from) >> 16;
  const lastSource = Math.min(width - 1, ((u0 + du * (to - 1)) >> 16) + 1);
  const row = new Int32Array(width);
  const [firstRow, lastRow] = rowsOf(m, width, height, toRow);
  for (let y = firstRow; y < lastRow; y += 1) {
    const v = Math.round((m[3] * (y + 0.5) + m[5] - 0.5) * 65536);
    if (v < 0 || v > (height - 1) * 65536 - 1) continue;
    const fv = (v >> 8) & 255;
    const upper = (v >> 16) * width;
    const lower = upper + width;
    for (let i = firstSource; i <= lastSource; i += 1) {
      const a = source[upper + i]!;
      row[i] = (a << 8) + (source[lower + i]! - a) * fv;
    }
    let u = u0 + du * from;
    const end = y * columns + to;
    for (let o = y * columns + from; o < end; o += 1) {
      const i = u >> 16;
      const a = row[i]!;
      samples[o] = (a + ((row[i + 1]! - a) >> 8) * ((u >> 8) & 255) + 128) >> 8;
      u += du;
    }
  }
}

/** Resamples a premultiplied plane and its alpha, and lays them over the frame. */
function blendPlane(
  target: Plane,
  source: Int16Array,
  alpha: Int16Array,
  width: number,
  height: number,
  m: Matrix,
  weight: number,
): void {
  const { samples, width: columns } = target;
  const du = Math.round(m[0] * 65536);
  const dv = Math.round(m[1] * 65536);
  const [firstRow, lastRow] = rowsOf(m, width, height, target.height);
  for (let y = firstRow; y < lastRow; y += 1) {
    const u0 = Math.round((m[0] * 0.5 + m[2] * (y + 0.5) + m[4] - 0.5) * 65536);
    const v0 = Math.round((m[1] * 0.5 + m[3] * (y + 0.5) + m[5] - 0.5) * 65536);
    const [from, to] = span(u0, du, width, v0, dv, height, columns);
    let u = u0 + du * from;
    let v = v0 + dv * from;
    const end = y * columns + to;
    for (let o = y * columns + from; o < end; o += 1, u += du, v += dv) {
      const i = (v >> 16) * width + (u >> 16);
      const j = i + width;
      const sum = alpha[i]! + alpha[i + 1]! + alpha[j]! + alpha[j + 1]!;
      if (sum === 0) continue;
      const fu = (u >> 8) & 255;
      const fv = (v >> 8) & 255;
      const top = (source[i]! << 8) + (source[i + 1]! - source[i]!) * fu;
      const bottom = (source[j]! << 8) + (source[j + 1]! - source[j]!) * fu;
      const value = (top + ((bottom - top) >> 8) * fv + 128) >> 8;
      if (sum === 4 * OPAQUE && weight === 256) {
        samples[o] = value;
        continue;
      }
      const topAlpha = alpha[i]! * (256 - fu) + alpha[i + 1]! * fu;
      const bottomAlpha = alpha[j]! * (256 - fu) + alpha[j + 1]! * fu;
      const cover = ((topAlpha >> 8) * (256 - fv) + (bottomAlpha >> 8) * fv) >> 8;
      const rest = OPAQUE - ((cover * weight) >> 8);
      samples[o] = ((value * weight) >> 8) + ((samples[o]! * rest + OPAQUE / 2) >> 14);
    }
  }
}

/** The columns of a row whose source point lies inside the picture, with its right and lower neighbour. */
function span(
  u0: number,
  du: number,
  width: number,
  v0: number,
  dv: number,
  height: number,
  columns: number,
): [number, number] {
  const [uFrom, uTo] = inside(u0, du, (width - 1) * 65536 - 1, columns);
  const [vFrom, vTo] = inside(v0, dv, (height - 1) * 65536 - 1, columns);
  return [Math.max(uFrom, vFrom), Math.min(uTo, vTo)];
}

/** The steps k of 0…steps for which 0 ≤ start + k·by ≤ limit, as a half-open range. */
function inside(start: number, by: number, limit: number, steps: number): [number, number] {
  if (by === 0) return start >= 0 && start <= limit ? [0, steps] : [0, 0];
  const a = -start / by;
  const b = (limit - start) / by;
  return [Math.max(0, Math.ceil(Math.min(a, b))), Math.min(steps, Math.floor(Math.max(a, b)) + 1)];
}

/** The frame rows that the picture's box can touch. */
function rowsOf(toSource: Matrix, width: number, height: number, rows: number): [number, number] {
  const [, b, , d, , f] = inverse(toSource);
  const ys = [f, f + b * width, f + d * height, f + b * width + d * height];
  return [Math.max(0, Math.floor(Math.min(...ys)) - 1), Math.min(rows, Math.ceil(Math.max(...ys)) + 1)];
}

const solids = new Map<number, Int16Array>();

function solidPlane(length: number): Int16Array {
  const known = solids.get(length);
  if (known) return known;
  const plane = new Int16Array(length).fill(OPAQUE);
  solids.set(length, plane);
  return plane;
}

function translated([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}

/** The same transform between planes of half the resolution. */
function halved([a, b, c, d, e, f]: Matrix): Matrix {
  return [a, b, c, d, e / 2, f / 2];
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const k = 1 / (a * d - b * c);
  return [d * k, -b * k, -c * k, a * k, (c * f - d * e) * k, (b * e - a * f) * k];
}
