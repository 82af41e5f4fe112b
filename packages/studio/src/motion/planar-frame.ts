import type { CanvasSize } from '../canvas-size.ts';
import type { Matrix } from './camera.ts';
import type { PlanarImage } from './planar-image.ts';
import { createRowKernel, type DrawRow } from './row-kernel.ts';
import type { VideoMemory } from './video-memory.ts';

/** One pixel in the kernel's fixed point. */
const PIXEL = 65536;
/** The kernel cuts places along a row to 1/128 px: half of that makes it rounding. */
const ROUNDING = PIXEL / 256;

/** A plane of the frame and of a picture, and where they lie in the video memory. */
interface Plane {
  target: number;
  columns: number;
  rows: number;
  source: number;
  alpha: number;
  width: number;
  height: number;
}

/** A yuv420p video frame under construction: layers are drawn onto it back to front. */
export class PlanarFrame {
  readonly #canvas: CanvasSize;
  readonly #memory: VideoMemory;
  readonly #drawRow: DrawRow;
  readonly #offset: number;

  constructor(canvas: CanvasSize, memory: VideoMemory) {
    this.#canvas = canvas;
    this.#memory = memory;
    this.#drawRow = createRowKernel(memory.memory);
    this.#offset = memory.allocate(canvas.width, canvas.height * 1.5);
  }

  /** The frame as limited-range yuv420p, not copied. */
  get bytes(): Uint8Array {
    return this.#memory.bytes(this.#offset, this.#canvas.width * this.#canvas.height * 1.5);
  }

  /** Draws a picture; `opacity` 0–1. The matrix leads from the untrimmed layer's pixels to the frame's. */
  draw(image: PlanarImage, matrix: Matrix, opacity = 1): void {
    const weight = Math.round(opacity * 32767);
    if (weight <= 0) return;
    const { width: columns, height: rows } = this.#canvas;
    const { width, height } = image;
    const toSource = inverse(translated(matrix, image.left, image.top));
    const whole = { columns, rows, width, height, alpha: image.alpha };
    const half = { columns: columns / 2, rows: rows / 2, width: width / 2, height: height / 2 };
    const blue = this.#offset + columns * rows;
    const red = blue + half.columns * half.rows;
    this.#drawPlane({ ...whole, target: this.#offset, source: image.luma }, toSource, weight);
    const chroma = { ...half, alpha: image.halfAlpha };
    this.#drawPlane({ ...chroma, target: blue, source: image.blue }, halved(toSource), weight);
    this.#drawPlane({ ...chroma, target: red, source: image.red }, halved(toSource), weight);
  }

  #drawPlane(
    { target, columns, rows, source, alpha, width, height }: Plane,
    m: Matrix,
    weight: number,
  ): void {
    const du = Math.round(m[0] * PIXEL);
    const dv = Math.round(m[1] * PIXEL);
    const [firstRow, lastRow] = rowsOf(m, width, height, rows);
    for (let y = firstRow; y < lastRow; y += 1) {
      const u = Math.round((m[0] * 0.5 + m[2] * (y + 0.5) + m[4] - 0.5) * PIXEL) + ROUNDING;
      const v = Math.round((m[1] * 0.5 + m[3] * (y + 0.5) + m[5] - 0.5) * PIXEL);
      const [uFrom, uTo] = inside(u, du, (width - 1) * PIXEL - 1, columns);
      const [vFrom, vTo] = inside(v, dv, (height - 1) * PIXEL - 1, columns);
      const from = Math.max(uFrom, vFrom);
      const count = Math.min(uTo, vTo) - from;
      if (count <= 0) continue;
      const row = target + y * columns + from;
      this.#drawRow(row, count, source, alpha, width, u + du * from, v + dv * from, du, dv, weight);
    }
  }
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
