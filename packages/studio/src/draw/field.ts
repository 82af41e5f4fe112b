import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { createRandom } from '../random.ts';

/** Writes the linear light at a point (pixels) to `out[0..2]`, and its alpha 0–1 to `out[3]` when it is not solid. */
export type Shader = (x: number, y: number, out: Float32Array) => void;

export interface FieldOptions {
  width: number;
  height: number;
  /** Evaluate the shader every so many pixels and blend between: 8 for smooth light, 1 for texture. */
  cell?: number;
  /** Film grain, in 1/255 of the range; it also dithers, so that soft gradients never band. */
  grain?: number;
}

const CURVE_STEPS = 16384;
const CURVE_MAX = 4;
const SHOULDER = 0.72;

/** Linear light 0–4 to a fractional sRGB byte, with a soft shoulder so that highlights roll off instead of clipping. */
const CURVE = Float32Array.from({ length: CURVE_STEPS + 1 }, (_, i) => {
  const x = (i / CURVE_STEPS) * CURVE_MAX;
  const rolled =
    x < SHOULDER ? x : SHOULDER + (1 - SHOULDER) * (1 - Math.exp(-(x - SHOULDER) / (1 - SHOULDER)));
  return 255 * (rolled <= 0.0031308 ? rolled * 12.92 : 1.055 * rolled ** (1 / 2.4) - 0.055);
});
const CURVE_SCALE = CURVE_STEPS / CURVE_MAX;

const GRAIN_SIZE = 1 << 16;
/** Triangular noise, −1 to 1. */
const GRAIN = (() => {
  const random = createRandom(99);
  return Float32Array.from({ length: GRAIN_SIZE }, () => random() - random());
})();

/** A fractional sRGB byte for linear light, with the same highlights as a painted field. */
export function displayByte(linear: number): number {
  const i = linear * CURVE_SCALE;
  return CURVE[i < 0 ? 0 : i > CURVE_STEPS ? CURVE_STEPS : i | 0] ?? 0;
}

/** The grain at a pixel, −1 to 1. */
export function grainAt(i: number): number {
  // A multiplicative hash decorrelates rows whose width divides the table.
  return GRAIN[(Math.imul(i, 0x9e3779b1) >>> 16) & (GRAIN_SIZE - 1)] ?? 0;
}

/** Paints light computed in floating point: no banding, no clipping, the ground of every scene. */
export function paintField({ width, height, cell = 1, grain = 1.4 }: FieldOptions, shader: Shader): Canvas {
  const columns = Math.ceil(width / cell) + 1;
  const rows = Math.ceil(height / cell) + 1;
  const upper = new Float32Array(columns * 4);
  const lower = new Float32Array(columns * 4);
  const pixels = new Uint8ClampedArray(width * height * 4);
  const evaluate = (row: number, into: Float32Array) => {
    for (let column = 0; column < columns; column += 1) {
      const out = into.subarray(column * 4, column * 4 + 4);
      out[3] = 1;
      shader(column * cell, row * cell, out);
    }
  };
  evaluate(0, lower);
  for (let row = 0; row < rows - 1; row += 1) {
    upper.set(lower);
    evaluate(row + 1, lower);
    for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 1) {
      writeRow(pixels, width, y, cell, (y - row * cell) / cell, upper, lower, grain);
    }
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

function writeRow(
  pixels: Uint8ClampedArray,
  width: number,
  y: number,
  cell: number,
  down: number,
  upper: Float32Array,
  lower: Float32Array,
  grain: number,
): void {
  const across = 1 / cell;
  for (let x = 0; x < width; x += 1) {
    const at = Math.floor(x * across);
    const right = x * across - at;
    const i = at * 4;
    const noise = grainAt(y * width + x) * grain;
    const o = (y * width + x) * 4;
    for (let channel = 0; channel < 4; channel += 1) {
      const a = upper[i + channel]!;
      const b = upper[i + 4 + channel]!;
      const c = lower[i + channel]!;
      const d = lower[i + 4 + channel]!;
      const top = a + (b - a) * right;
      const value = top + (c + (d - c) * right - top) * down;
      pixels[o + channel] = channel === 3 ? value * 255 : displayByte(value) + noise;
    }
  }
}
