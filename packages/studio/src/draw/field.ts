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
  let upper = new Float32Array(columns * 4);
  let lower = new Float32Array(columns * 4);
  const between = new Float32Array(columns * 4);
  const pixels = new Uint8ClampedArray(width * height * 4);
  evaluateRow(shader, cell, 0, lower);
  for (let top = 0; top < height; top += cell) {
    [upper, lower] = [lower, upper];
    evaluateRow(shader, cell, top + cell, lower);
    if (cell === 1) writeExactRow(pixels, top * width, width, upper, grain);
    for (let y = top; cell > 1 && y < Math.min(height, top + cell); y += 1) {
      blendRows(upper, lower, (y - top) / cell, between);
      writeRow(pixels, y * width, width, cell, between, grain);
    }
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/**
 * The same light from samples every `cell` pixels of a picture, blended between: for smooth light that is costly to
 * compute and asked for at every pixel. Outside of the picture it is the light at its edge.
 */
export function sampledLight(
  { width, height }: { width: number; height: number },
  cell: number,
  shader: Shader,
): Shader {
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const samples = new Float32Array(columns * rows * 4);
  for (let row = 0; row < rows; row += 1)
    evaluateRow(shader, cell, row * cell, samples.subarray(row * columns * 4, (row + 1) * columns * 4));
  return (x, y, out) => {
    const across = Math.max(0, Math.min(width, x)) / cell;
    const down = Math.max(0, Math.min(height, y)) / cell;
    const column = Math.floor(across);
    const row = Math.floor(down);
    const [fx, fy] = [across - column, down - row];
    for (let channel = 0; channel < 4; channel += 1) {
      const i = (row * columns + column) * 4 + channel;
      const j = i + columns * 4;
      const top = samples[i]! + (samples[i + 4]! - samples[i]!) * fx;
      const bottom = samples[j]! + (samples[j + 4]! - samples[j]!) * fx;
      out[channel] = top + (bottom - top) * fy;
    }
  };
}

// Loops over pixels are functions of one row: V8 compiles what is called often better than one long nested loop.

function evaluateRow(shader: Shader, cell: number, y: number, into: Float32Array): void {
  const sample = new Float32Array(4);
  for (let i = 0; i < into.length; i += 4) {
    sample[3] = 1;
    shader((i / 4) * cell, y, sample);
    into[i] = sample[0]!;
    into[i + 1] = sample[1]!;
    into[i + 2] = sample[2]!;
    into[i + 3] = sample[3];
  }
}

function blendRows(upper: Float32Array, lower: Float32Array, down: number, into: Float32Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = upper[i]! + (lower[i]! - upper[i]!) * down;
}

function writeExactRow(
  pixels: Uint8ClampedArray,
  first: number,
  width: number,
  light: Float32Array,
  grain: number,
): void {
  for (let x = 0; x < width; x += 1) {
    const noise = grainAt(first + x) * grain;
    const i = x * 4;
    const o = (first + x) * 4;
    pixels[o] = displayByte(light[i]!) + noise;
    pixels[o + 1] = displayByte(light[i + 1]!) + noise;
    pixels[o + 2] = displayByte(light[i + 2]!) + noise;
    pixels[o + 3] = light[i + 3]! * 255;
  }
}

function writeRow(
  pixels: Uint8ClampedArray,
  first: number,
  width: number,
  cell: number,
  light: Float32Array,
  grain: number,
): void {
  for (let x = 0; x < width; x += 1) {
    const at = x / cell;
    const column = Math.floor(at);
    const right = at - column;
    const i = column * 4;
    const noise = grainAt(first + x) * grain;
    const o = (first + x) * 4;
    pixels[o] = displayByte(light[i]! + (light[i + 4]! - light[i]!) * right) + noise;
    pixels[o + 1] = displayByte(light[i + 1]! + (light[i + 5]! - light[i + 1]!) * right) + noise;
    pixels[o + 2] = displayByte(light[i + 2]! + (light[i + 6]! - light[i + 2]!) * right) + noise;
    pixels[o + 3] = (light[i + 3]! + (light[i + 7]! - light[i + 3]!) * right) * 255;
  }
}
