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
  'colour-block': { paint: paintMesh, shrink: 1, raise: 0 },
  podium: { paint: paintSweep, shrink: 0.82, raise: 0.08 },
  bokeh: { paint: paintSpotlight, shrink: 1, raise: 0 },
  window: { paint: paintSweep, shrink: 1, raise: 0 },
  energy: { paint: paintMesh, shrink: 1.05, raise: 0 },
  marble: { paint: paintMarble, shrink: 1, raise: 0 },
  wood: { paint: paintMarble, shrink: 1, raise: 0 },
  silk: { paint: paintMesh, shrink: 1, raise: 0 },
  water: { paint: paintSpotlight, shrink: 1, raise: 0 },
  mesh: { paint: paintMesh, shrink: 1.02, raise: 0 },
  sky: { paint: paintMesh, shrink: 1, raise: 0 },
  neon: { paint: paintSpotlight, shrink: 1, raise: 0 },
  'card-frame': { paint: paintSweep, shrink: 1, raise: 0 },
  'card-polaroid': { paint: paintSweep, shrink: 1, raise: 0 },
  'card-split': { paint: paintSweep, shrink: 1, raise: 0 },
  'card-bleed': { paint: paintSweep, shrink: 1, raise: 0 },
};
