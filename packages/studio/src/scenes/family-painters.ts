import { paintBleedCard, paintFrameCard, paintPolaroidCard, paintSplitCard } from '../cards/cards.ts';
import { paintNeon } from './neon.ts';
import { paintSky } from './sky.ts';
import { paintWater } from './water.ts';
import { paintSilk } from './silk.ts';
import { paintWood } from './wood.ts';
import { paintBokeh } from './bokeh.ts';
import { paintWindow } from './window.ts';
import { paintEnergy } from './energy.ts';
import { paintColourBlock } from './colour-block.ts';
import { paintPodium } from './podium.ts';
import type { SceneFamilyId } from '../scene-families.ts';
import { paintMarble } from './marble.ts';
import { paintMesh } from './mesh.ts';
import { paintSpotlight } from './spotlight.ts';
import { paintSweep } from './sweep.ts';
import type { PaintScenery } from './stage.ts';

interface FamilyPainter {
  paint: PaintScenery;
  /** The product's size relative to the usual, and how much higher it stands (share of the canvas height). */
  shrink: number;
  raise: number;
}

export const familyPainters: Record<SceneFamilyId, FamilyPainter> = {
  sweep: { paint: paintSweep, shrink: 1, raise: 0 },
  spotlight: { paint: paintSpotlight, shrink: 0.96, raise: 0 },
  'colour-block': { paint: paintColourBlock, shrink: 1, raise: 0 },
  podium: { paint: paintPodium, shrink: 0.82, raise: 0.08 },
  bokeh: { paint: paintBokeh, shrink: 1, raise: 0 },
  window: { paint: paintWindow, shrink: 1, raise: 0 },
  energy: { paint: paintEnergy, shrink: 1.05, raise: 0 },
  marble: { paint: paintMarble, shrink: 1, raise: 0 },
  wood: { paint: paintWood, shrink: 1, raise: 0 },
  silk: { paint: paintSilk, shrink: 1, raise: 0 },
  water: { paint: paintWater, shrink: 1, raise: 0 },
  mesh: { paint: paintMesh, shrink: 1.02, raise: 0 },
  sky: { paint: paintSky, shrink: 1, raise: 0 },
  neon: { paint: paintNeon, shrink: 1, raise: 0 },
  'card-frame': { paint: paintFrameCard, shrink: 1, raise: 0 },
  'card-polaroid': { paint: paintPolaroidCard, shrink: 1, raise: 0 },
  'card-split': { paint: paintSplitCard, shrink: 1, raise: 0 },
  'card-bleed': { paint: paintBleedCard, shrink: 1, raise: 0 },
};
