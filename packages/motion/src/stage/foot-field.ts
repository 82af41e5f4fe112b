import { addShape, type Stage } from './stage.ts';
import { seamPath } from './seam.ts';

/** Where the field begins, as a share of the height: below all words of a 9:16 frame, whatever the seam's shape. */
const TOP = 0.83;

/**
 * A field of a second colour at the foot of a 9:16 frame, with the style's seam. Words end above what platforms cover;
 * where the product stands above them nothing else would be there.
 */
export function addFootField(stage: Stage, color: string): void {
  const { isPortrait, isFlipped, style, height } = stage;
  if (!isPortrait || !isFlipped) return;
  addShape(stage, 'field', seamPath(style.composition.seam, stage, height * TOP)(0), { fill: color, z: 0.1 });
}
