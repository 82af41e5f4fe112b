import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { LINEAR_OF_BYTE } from '../color/srgb.ts';
import { blurred } from '../draw/blur.ts';
import { displayByte, grainAt } from '../draw/field.ts';
import type { ProductLight } from '../scenes/stage.ts';

const SHRINK = 4;
/** How far the key light may brighten or darken the product: light and shade, never another colour. */
const KEY_RANGE = 0.42;
/** The rim and the spill of the surroundings live within this share of the product's size from its edge. */
const RIM_SHARE = 0.012;
const SPILL_SHARE = 0.035;
/** How much of the rim white goods are spared. */
const RIM_SPARED = 0.85;
const NO_LIGHT = [0, 0, 0] as const;

/**
 * Lights a cut-out for its scene. Its outline is inflated to a rounded body whose slopes catch a soft key light; the
 * edge away from the key gets the rim, the edges a little of the surroundings, the foot a little shade. All inner
 * pixels are multiplied by neutral light in linear space, so hue and print stay as photographed.
 */
export function relight(
  product: Canvas,
  light: ProductLight,
  lightSide: number,
  isStanding: boolean,
): Canvas {
  const { width, height } = product;
  const { data } = product.getContext('2d').getImageData(0, 0, width, height);
  const size = Math.max(width, height);
  const body: Body = {
    data,
    width,
    slopes: inflate(product),
    near: edgeMap(product, size * RIM_SHARE),
    wide: edgeMap(product, size * SPILL_SHARE),
  };
  for (let y = 0; y < height; y += 1) {
    const foot = isStanding ? 1 - 0.3 * Math.max(0, (y / height - 0.72) / 0.28) ** 1.5 : 1;
    lightRow(body, y, light, lightSide, foot);
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

/** A product in pixels, with what its light depends on. */
interface Body {
  data: Uint8ClampedArray;
  width: number;
  slopes: Slopes;
  near: Uint8ClampedArray;
  wide: Uint8ClampedArray;
}

function lightRow(
  { data, width, slopes, near, wide }: Body,
  y: number,
  { key, exposure, rim, ambient }: ProductLight,
  lightSide: number,
  foot: number,
): void {
  const [rimRed, rimGreen, rimBlue] = rim ?? NO_LIGHT;
  const [red, green, blue] = ambient;
  for (let x = 0; x < width; x += 1) {
    const i = y * width + x;
    const o = i * 4;
    if (data[o + 3] === 0) continue;
    const slopeX = slopeAt(slopes.x, slopes, x, y);
    const slopeY = slopeAt(slopes.y, slopes, x, y);
    const facing = slopeX * lightSide * 0.75 - slopeY * 0.65;
    const across = (x / width - 0.5) * lightSide;
    const gain = exposure * foot * (1 + key * KEY_RANGE * Math.max(-1, Math.min(1, facing + across * 0.9)));
    const edge = near[i]! / 255;
    // White goods are bright enough at their edge: the full rim would draw an outline around them, as on a sticker.
    const room = 1 - RIM_SPARED * LINEAR_OF_BYTE[data[o + 1]!]!;
    const caught = edge * edge * Math.max(0, -slopeX * lightSide * 0.9 - slopeY * 0.55) * 1.15 * room;
    const spill = (wide[i]! / 255) ** 2 * 0.22;
    const noise = grainAt(i) * 1.2;
    data[o] = litByte(data[o]!, gain, red, spill, rimRed * caught) + noise;
    data[o + 1] = litByte(data[o + 1]!, gain, green, spill, rimGreen * caught) + noise;
    data[o + 2] = litByte(data[o + 2]!, gain, blue, spill, rimBlue * caught) + noise;
  }
}

function litByte(byte: number, gain: number, ambient: number, spill: number, rim: number): number {
  const own = LINEAR_OF_BYTE[byte]! * gain;
  return displayByte(own + (ambient * (0.25 + own) - own) * spill + rim);
}

/** How a surface leans, per axis, −1 to 1, on a grid `SHRINK` times coarser than the product. */
interface Slopes {
  x: Float32Array;
  y: Float32Array;
  width: number;
  height: number;
}

/** Slopes of the body that the outline would have if it were blown up. */
function inflate(product: Canvas): Slopes {
  const width = Math.ceil(product.width / SHRINK);
  const height = Math.ceil(product.height / SHRINK);
  const small = createCanvas(width, height);
  small.getContext('2d').drawImage(product, 0, 0, width, height);
  const heights = new Float32Array(width * height);
  for (const share of [0.02, 0.06, 0.16]) {
    const soft = alphaOf(blurred(small, Math.max(1, Math.max(width, height) * share)));
    for (let i = 0; i < soft.length; i += 1) heights[i] = heights[i]! + (soft[i]! / 255) * share * 14;
  }
  const bend = Math.max(width, height) / 12;
  const along = (step: number) =>
    heights.map((_, i) => ((heights[i - step] ?? 0) - (heights[i + step] ?? 0)) * bend);
  return { x: along(1), y: along(width), width, height };
}

function slopeAt(plane: Float32Array, { width, height }: Slopes, x: number, y: number): number {
  const column = Math.max(1, Math.min(width - 2, Math.floor(x / SHRINK)));
  const row = Math.max(1, Math.min(height - 2, Math.floor(y / SHRINK)));
  const i = row * width + column;
  const fx = x / SHRINK - column;
  const top = plane[i]! + (plane[i + 1]! - plane[i]!) * fx;
  const bottom = plane[i + width]! + (plane[i + width + 1]! - plane[i + width]!) * fx;
  return Math.max(-1, Math.min(1, top + (bottom - top) * (y / SHRINK - row)));
}

/** 255 at the outline, falling to 0 inside, over about `radius` pixels. */
function edgeMap(product: Canvas, radius: number): Uint8ClampedArray {
  const edge = alphaOf(blurred(product, Math.max(1, radius)));
  for (let i = 0; i < edge.length; i += 1) edge[i] = (255 - edge[i]!) * 2;
  return edge;
}

function alphaOf(canvas: Canvas): Uint8ClampedArray {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const alpha = new Uint8ClampedArray(canvas.width * canvas.height);
  for (let i = 0; i < alpha.length; i += 1) alpha[i] = data[i * 4 + 3]!;
  return alpha;
}
