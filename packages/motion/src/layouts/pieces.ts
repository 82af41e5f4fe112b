import type { Box, Pose } from '../layer.ts';
import { boxAround, posedOutline } from '../stage/pose.ts';
import { addProduct, type ProductOptions, type Stage } from '../stage/stage.ts';

/** "3 for £5", "2 für 9 €", "3 por 12 €", "2 × 4 €": a whole number, then what makes it a number of pieces. */
const PRICE_OF_SEVERAL = /^([2-5])\s*(?:[x×]\s*\d|(?:for|für|por|pour|per|voor|för|za)\s)/iu;
/** "2x1", "3 for 2", "3 per 2": so many for the price of fewer. */
const SEVERAL_FOR_FEWER =
  /^([2-5])\s*(?:[x×]|for|für|por|pour|per|voor|för|za)\s*[1-4](?!\p{Nd}|\s*\p{Sc})/iu;

/** How far each piece stands from the next, as a share of its width, and how far they fan out. */
const STEP = 0.64;
const FAN_DEGREES = 7;

/** How many pieces the price of an offer buys; 1 where it does not say. */
export const piecesOf = ({ copy: { price = '', off = '' } }: Stage): number =>
  Number((PRICE_OF_SEVERAL.exec(price) ?? SEVERAL_FOR_FEWER.exec(off))?.[1] ?? 1);

/** How much wider so many pieces beside each other are than one. */
const spread = (pieces: number) => 1 + STEP * (pieces - 1);

/** The middle part of a box in which one of so many pieces fits. */
export function boxForOne(box: Box, pieces: number): Box {
  const width = box.width / spread(pieces);
  return { ...box, x: box.x + (box.width - width) / 2, width };
}

/** Poses of the pieces round the middle one, the nearest first. */
function posesAround(stage: Stage, pose: Pose, pieces: number): Pose[] {
  const { silhouette } = stage.product;
  const step = boxAround(posedOutline(pose, silhouette)).width * STEP;
  const fan = pose.rotationDegrees === 0 ? 0 : FAN_DEGREES;
  const places = Array.from({ length: pieces }, (_, i) => i - (pieces - 1) / 2);
  return places
    .toSorted((one, other) => Math.abs(one) - Math.abs(other))
    .map((place) => ({
      ...pose,
      x: pose.x + place * step,
      rotationDegrees: pose.rotationDegrees + place * fan,
    }));
}

/** Box around all pieces when the middle one has this pose. */
export function boundsOfPieces(stage: Stage, pose: Pose, pieces: number): Box {
  const outlines = posesAround(stage, pose, pieces).map((one) => posedOutline(one, stage.product.silhouette));
  return boxAround(outlines.flat());
}

/** Adds so many pieces of the product beside each other, the middle one in front. */
export function addPieces(stage: Stage, pose: Pose, pieces: number, options: ProductOptions = {}): void {
  for (const [index, one] of posesAround(stage, pose, pieces).entries())
    addProduct(stage, one, { ...options, z: 2 - index * 0.01 });
}
