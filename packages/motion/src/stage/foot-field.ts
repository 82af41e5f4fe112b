import type { Path } from '../layer.ts';
import { seamPath } from './seam.ts';
import { addShape, isCutBelow, type Stage } from './stage.ts';

/** Where the foot begins, as a share of the height: below all words of a 9:16 frame, whatever the seam's shape. */
export const FOOT_TOP = 0.83;

/** The foot of a 9:16 frame, below all words, with the style's seam; null in other frames. */
export const footPath = (stage: Stage): Path | null =>
  stage.isPortrait ? seamPath(stage.style.composition.seam, stage, stage.height * FOOT_TOP)(0) : null;

/** Layouts that put the product above its words in a flipped shot. */
const withProductAbove = new Set(['offer', 'in-space', 'big-number']);

/**
 * A field of a second colour at the foot of a 9:16 frame. Words end above what platforms cover; where the product stands
 * above them nothing else would be there.
 */
export function addFootField(stage: Stage, color: string): void {
  const isAbove = withProductAbove.has(stage.layout) && stage.isFlipped && !isCutBelow(stage);
  const path = isAbove ? footPath(stage) : null;
  if (path) addShape(stage, 'field', path, { fill: color, z: 0.1 });
}
