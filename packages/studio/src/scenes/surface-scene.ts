import type { Canvas } from '@napi-rs/canvas';
import type { Light } from '../color/light.ts';
import { paintField, sampledLight } from '../draw/field.ts';
import { smoothstep } from '../draw/noise.ts';
import type { Stage } from './stage.ts';

/**
 * Colour of a material as linear light. `u`, `v` are in units (short sides) on the surface; `footprint` is how much
 * surface one pixel covers, relative to the front: fade out details that are smaller than it.
 */
export type Surface = (u: number, v: number, footprint: number, out: Float32Array) => void;

/** Light on a wall as linear light, at layer pixels. */
export type Wall = (x: number, y: number, out: Float32Array) => void;

export interface FloorOptions {
  surface: Surface;
  wall: Wall;
  /** How much of the wall the floor mirrors, 0–1. */
  gloss: number;
  /** Light on the floor at the product, and far from it. */
  bright: number;
  dim: number;
  /** Radius of the pool of light in units. */
  poolRadius: number;
  /** Darkness of the line where floor and wall meet, 0–1. */
  seam: number;
  /** Softness of the horizon in units: 0 = a sharp table edge, large = a paper sweep. */
  horizonSoftness: number;
  cell?: number;
  grain?: number;
  /** Changes the lit floor at layer pixels: patterns of light. */
  lightMap?: Wall;
}

/** The wall is out of focus or plain where a floor mirrors it: so many pixels between its samples. */
const MIRROR_CELL = 3;

/** Paints a wall over the whole layer. */
export function paintWall(stage: Stage, wall: Wall, { cell = 8, grain = 1.6 } = {}): Canvas {
  return paintField({ width: stage.width, height: stage.height, cell, grain }, wall);
}

/** Paints the ground in perspective from the horizon to the bottom of the layer. */
export function paintFloor(stage: Stage, options: FloorOptions): { image: Canvas; y: number } {
  const { width, unit, horizonY, product, lightSide } = stage;
  const { surface, gloss, bright, dim, poolRadius, seam, horizonSoftness } = options;
  const y0 = Math.floor(horizonY - horizonSoftness * unit);
  const height = Math.ceil(stage.height - y0);
  const farColor = averageOf(surface);
  const mirrored = new Float32Array(4);
  const wall = gloss > 0 ? sampledLight({ width, height: horizonY }, MIRROR_CELL, options.wall) : null;
  const squash = 2.6; // The pool is a circle on a floor seen at about 22°.
  const image = paintField(
    { width, height, cell: options.cell ?? 1, grain: options.grain ?? 1.6 },
    (x, row, out) => {
      const y = row + y0;
      const nearness = Math.max(0.012, (y - horizonY) / (stage.height - horizonY));
      const footprint = 1 / nearness;
      surface(
        ((x - width / 2) / unit) * Math.min(24, 0.9 * footprint),
        Math.min(24, 0.9 * footprint),
        footprint,
        out,
      );
      // Near the horizon a pixel covers more than any pattern: there only the mean colour is left.
      const unresolved = 1 - smoothstep(0.05, 0.2, nearness);
      for (let channel = 0; channel < 3; channel += 1) {
        out[channel] = out[channel]! + (farColor[channel]! - out[channel]!) * unresolved;
      }
      const dx = (x - product.centerX + lightSide * unit * -0.08) / unit;
      const dy = ((y - product.baseY) / unit) * squash;
      const pool = Math.exp(-(dx * dx + dy * dy) / (poolRadius * poolRadius));
      const depth = (y - horizonY) / unit;
      const corner = 1 - seam * Math.exp(-Math.abs(depth) / 0.035);
      const level = (dim + (bright - dim) * pool) * corner;
      const mirror = gloss * (0.25 + 0.75 * (1 - nearness) ** 2);
      wall?.(x, Math.max(0, 2 * horizonY - y), mirrored);
      for (let channel = 0; channel < 3; channel += 1) {
        out[channel] = out[channel]! * level * (1 - mirror) + mirrored[channel]! * mirror;
      }
      options.lightMap?.(x, y, out);
      out[3] =
        horizonSoftness > 0
          ? smoothstep(y0, horizonY + horizonSoftness * unit, y)
          : smoothstep(horizonY - 0.5, horizonY + 1.5, y);
    },
  );
  return { image, y: y0 };
}

/** The mean colour of a material, seen from far. */
function averageOf(surface: Surface): Float32Array {
  const mean = new Float32Array(4);
  const sample = new Float32Array(4);
  const count = 64;
  for (let i = 0; i < count; i += 1) {
    surface((i % 8) * 0.37 - 1.3, Math.floor(i / 8) * 0.53, 6, sample);
    for (let channel = 0; channel < 3; channel += 1)
      mean[channel] = mean[channel]! + sample[channel]! / count;
  }
  return mean;
}

/** Paints a surface seen straight from above, lit from one side. */
export function paintFlatLay(
  stage: Stage,
  {
    surface,
    bright,
    dim,
    cell = 1,
    grain = 1.6,
  }: Pick<FloorOptions, 'surface' | 'bright' | 'dim' | 'cell' | 'grain'>,
): Canvas {
  const { width, height, unit, product, lightSide } = stage;
  return paintField({ width, height, cell, grain }, (x, y, out) => {
    const u = (x - width / 2) / unit;
    const v = (y - height / 2) / unit;
    surface(u, v, 1, out);
    const dx = (x - product.centerX) / unit - lightSide * 0.35;
    const dy = (y - product.centerY) / unit + 0.25;
    const level = dim + (bright - dim) * Math.exp(-(dx * dx + dy * dy) / 0.75);
    for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! * level;
  });
}

/** A wall with a broad pool of light behind the product. */
export function litWall(
  stage: Stage,
  near: Light,
  far: Light,
  { radius = 0.9, lift = 0.18, offset = 0.12 } = {},
): Wall {
  const { unit, product, lightSide } = stage;
  const cx = product.centerX + lightSide * offset * unit;
  const cy = product.baseY - product.height * 0.6 - lift * unit * 0.3;
  return (x, y, out) => {
    const dx = (x - cx) / unit;
    const dy = (y - cy) / unit;
    const pool = 1 / (1 + ((dx * dx + dy * dy * 1.2) / (radius * radius)) ** 1.15);
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = far[channel]! + (near[channel]! - far[channel]!) * pool;
    }
  };
}
