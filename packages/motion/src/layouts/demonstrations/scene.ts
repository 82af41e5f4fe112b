import { contrast } from '../../color/oklch.ts';
import type { Box, EffectLayer, Pose } from '../../layer.ts';
import type { Point } from '../../product.ts';
import { addProduct, nextId, type ProductOptions, type Stage } from '../../stage/stage.ts';
import type { Demonstration } from '../../storyboard.ts';
import { placeProduct } from '../layout.ts';

/** Adds the scene in the part of the frame that words leave. */
export type Scene = (stage: Stage, box: Box, demonstration: Demonstration) => void;

export const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

export function inset({ x, y, width, height }: Box, dx: number, dy: number, foot = dy): Box {
  return {
    x: x + width * dx,
    y: y + height * dy,
    width: width * (1 - 2 * dx),
    height: height * (1 - dy - foot),
  };
}

export function addEffect(
  stage: Stage,
  effect: EffectLayer['effect'],
  colors: readonly string[],
  numbers: EffectLayer['numbers'],
  { z = 1.5, points }: { z?: number; points?: readonly Point[] } = {},
): void {
  const { width, height } = stage;
  stage.layers.push({
    type: 'effect',
    id: nextId(stage, 'effect'),
    role: 'effect',
    z,
    box: { x: 0, y: 0, width, height },
    effect,
    colors,
    numbers,
    ...(points ? { points } : {}),
  });
}

/** The product in a box, standing still: what happens happens to it. */
export function stand(
  stage: Stage,
  box: Box,
  options: ProductOptions = {},
  alignY = 0.5,
): { pose: Pose; bounds: Box } {
  const { pose, bounds } = placeProduct(stage, box, { alignX: 0.5, alignY });
  addProduct(stage, pose, { isClose: true, ...options });
  return { pose, bounds };
}

/** The accent where it is seen on the ground, else what the style has in its place. */
export function seen({ on, dress }: Stage): string {
  const { accent, substitutes } = dress.roles;
  return [accent, on.highlight, ...substitutes].find((color) => contrast(color, on.ground) > 1.8) ?? on.ink;
}
