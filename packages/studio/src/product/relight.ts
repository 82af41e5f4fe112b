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
  const pixels = product.getContext('2d').getImageData(0, 0, width, height);
  const body = inflate(product);
  const size = Math.max(width, height);
  const near = edgeMap(product, size * RIM_SHARE);
  const wide = edgeMap(product, size * SPILL_SHARE);
  const data = pixels.data;
  for (let y = 0; y < height; y += 1) {
    const down = y / height;
    const foot = isStanding ? 1 - 0.3 * Math.max(0, (down - 0.72) / 0.28) ** 1.5 : 1;
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (data[i * 4 + 3] === 0) continue;
      const slope = body.at(x, y);
      const facing = slope.x * lightSide * 0.75 - slope.y * 0.65;
      const across = (x / width - 0.5) * lightSide;
      const gain =
        light.exposure *
        foot *
        (1 + light.key * KEY_RANGE * Math.max(-1, Math.min(1, facing + across * 0.9)));
      const edge = near[i]! / 255;
      const rimFacing = Math.max(0, -slope.x * lightSide * 0.9 - slope.y * 0.55);
      const rim = light.rim ? edge * edge * rimFacing * 1.15 : 0;
      const spill = (wide[i]! / 255) ** 2 * 0.22;
      for (let channel = 0; channel < 3; channel += 1) {
        const own = LINEAR_OF_BYTE[data[i * 4 + channel]!]! * gain;
        const ambient = light.ambient[channel]! * (0.25 + own);
        const lit = own + (ambient - own) * spill + (light.rim ? light.rim[channel]! * rim : 0);
        data[i * 4 + channel] = displayByte(lit) + grainAt(i) * 1.2;
      }
    }
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

/** Slopes of the body that the outline would have if it were blown up, −1 to 1 per axis. */
function inflate(product: Canvas): { at: (x: number, y: number) => { x: number; y: number } } {
  const width = Math.ceil(product.width / SHRINK);
  const height = Math.ceil(product.height / SHRINK);
  const small = createCanvas(width, height);
  small.getContext('2d').drawImage(product, 0, 0, width, height);
  const heights = new Float32Array(width * height);
  for (const share of [0.02, 0.06, 0.16]) {
    const soft = alphaOf(blurred(small, Math.max(1, Math.max(width, height) * share)));
    soft.forEach((alpha, i) => {
      heights[i] = heights[i]! + (alpha / 255) * share * 14;
    });
  }
  const found = { x: 0, y: 0 };
  const bend = Math.max(width, height) / 6;
  return {
    at: (x, y) => {
      const column = Math.max(1, Math.min(width - 2, Math.floor(x / SHRINK)));
      const row = Math.max(1, Math.min(height - 2, Math.floor(y / SHRINK)));
      const i = row * width + column;
      const fx = x / SHRINK - column;
      const fy = y / SHRINK - row;
      const slopeX = (at: number) => (heights[at + 1] ?? 0) - (heights[at - 1] ?? 0);
      const slopeY = (at: number) => (heights[at + width] ?? 0) - (heights[at - width] ?? 0);
      found.x = Math.max(-1, Math.min(1, -bilinear(slopeX, i, width, fx, fy) * bend * 0.5));
      found.y = Math.max(-1, Math.min(1, -bilinear(slopeY, i, width, fx, fy) * bend * 0.5));
      return found;
    },
  };
}

function bilinear(value: (at: number) => number, i: number, width: number, fx: number, fy: number): number {
  const top = value(i) + (value(i + 1) - value(i)) * fx;
  const bottom = value(i + width) + (value(i + width + 1) - value(i + width)) * fx;
  return top + (bottom - top) * fy;
}

/** 255 at the outline, falling to 0 inside, over about `radius` pixels. */
function edgeMap(product: Canvas, radius: number): Uint8ClampedArray {
  const soft = alphaOf(blurred(product, Math.max(1, radius)));
  return Uint8ClampedArray.from(soft, (alpha) => (255 - alpha) * 2);
}

function alphaOf(canvas: Canvas): Uint8ClampedArray {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const alpha = new Uint8ClampedArray(canvas.width * canvas.height);
  for (let i = 0; i < alpha.length; i += 1) alpha[i] = data[i * 4 + 3]!;
  return alpha;
}
