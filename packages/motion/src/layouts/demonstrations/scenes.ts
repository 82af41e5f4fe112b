import type { Box } from '../../layer.ts';
import { rectangle } from '../../stage/paths.ts';
import { isCutBelow, type Stage } from '../../stage/stage.ts';
import type { Demonstration } from '../../storyboard.ts';
import { drop, quiet, ring, scale, steam } from './indoor-scenes.ts';
import { battery, glow, leaves, measure, rain, route, sun } from './outdoor-scenes.ts';
import type { Scene } from './scene.ts';

const scenes: Record<Demonstration['scene'], Scene> = {
  scale,
  hours: ring('hours'),
  percent: ring('percent'),
  steam,
  quiet,
  drop,
  rain,
  battery,
  route,
  sun,
  measure,
  glow,
  leaves,
};

/** Plays a demonstration in the part of the frame that words leave, and nowhere else: the product, and what happens to it. */
export function addScene(stage: Stage, demonstration: Demonstration, box: Box): void {
  const before = stage.layers.length;
  scenes[demonstration.scene](stage, box, demonstration);
  stage.layers.forEach((layer, index) => {
    if (index >= before && layer.type === 'effect') layer.clip = rectangle(box);
  });
  // A product that something happens to does not push nearer meanwhile.
  if (stage.keys.length === 0) stage.keys.push({ share: 0 }, { share: 1 });
}

/** Share of a product's width that its top must span to be an opening; a knob or a spout is none. */
const OPENING = 0.42;
const RIM = 0.05;

/** Whether the product has what the scene happens to: it is whole, and steam rises from an opening, or not at all. */
export function canPlay(stage: Stage, { scene }: Demonstration): boolean {
  const { product } = stage;
  if (isCutBelow(stage)) return false;
  if (scene !== 'steam') return true;
  const xs = product.silhouette.outline.filter(([, v]) => v < RIM - 0.5).map(([u]) => u);
  return xs.length > 0 && Math.max(...xs) - Math.min(...xs) > OPENING;
}
