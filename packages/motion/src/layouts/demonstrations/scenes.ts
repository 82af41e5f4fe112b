import type { Box } from '../../layer.ts';
import type { Stage } from '../../stage/stage.ts';
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

/** Plays a demonstration in the part of the frame that words leave: the product, and what happens to it. */
export function addScene(stage: Stage, demonstration: Demonstration, box: Box): void {
  scenes[demonstration.scene](stage, box, demonstration);
  // A product that something happens to does not push nearer meanwhile.
  if (stage.keys.length === 0) stage.keys.push({ share: 0 }, { share: 1 });
}
