import type { Box, Pose } from '../layer.ts';
import type { Point } from '../product.ts';
import { boxAround, type FitPose, posedOutline, spanBetween } from '../stage/pose.ts';
import { type ColumnItem, columnHeight } from '../stage/column.ts';
import { fitProduct, isCutBelow, type Stage } from '../stage/stage.ts';

/** Where picture and words of a shot go: adds its layers to the stage. Branches on shapes, tokens and facts only. */
export type Layout = (stage: Stage) => void;

/** Top of the words: below the safe area's edge and what the style keeps free. */
export function topOf({ safe, style, short, isPortrait }: Stage): number {
  const [usual, portrait] = style.composition.topInset ?? [0, 0];
  return safe.y + short * (isPortrait ? portrait : usual);
}

/** Foot of the words. */
export function footOf({ safe, style, short, isPortrait, layout }: Stage): number {
  const inset = isPortrait ? 0 : (style.composition.footInset?.[layout] ?? 0);
  return safe.y + safe.height - short * inset;
}

/** The words' column, from the margin to an edge. */
export function columnTo(stage: Stage, right: number): Box {
  const top = topOf(stage);
  return { x: stage.margin, y: top, width: right - stage.margin, height: footOf(stage) - top };
}

/** How far the product leans; what stands keeps upright in styles that do not tilt, and what is cut below everywhere. */
export function tilt(stage: Stage, share = 1): number {
  const { style, product } = stage;
  const { tiltDegrees } = style.composition;
  if (isCutBelow(stage)) return 0;
  return tiltDegrees === 0 && product.facts.kind === 'stand' ? 0 : tiltDegrees * share;
}

/** Proportions that layouts branch on. */
export const isLong = ({ product }: Stage) => product.silhouette.aspectRatio > 1.6;
export const isSlim = ({ product }: Stage) => product.silhouette.aspectRatio < 0.8;

/** The name as a label, where the style has one in this layout. */
export const brandLabel = ({ style, layout, copy }: Stage) =>
  style.composition.labelled.includes(layout)
    ? ({ role: 'label', text: copy.name, dropOrder: 2 } as const)
    : null;

/** Above this share of its height what stands has its face or its name. */
const FACE = 0.4;

/** The point a detail of the product shows: what stands is shown by its upper part, where its face or its label is. */
export function detailOf({ product: { facts } }: Stage): Point {
  const [u, v] = facts.focus;
  return facts.kind === 'stand' ? [u, Math.min(v, FACE)] : [u, v];
}

/** A price with words ("2 pairs $120.00", "from $145 per night") is set in two rows, so that its figure stays large. */
export const priceRows = (price: string | undefined) => ((price ?? '').length > 9 ? 2 : 1);

/** The first words that are there. */
export const firstOf = (...words: (string | undefined)[]): string | undefined =>
  words.find((text) => text !== undefined && text !== '');

/** A figure with what it says: "120 mg caffeine". */
const figureLine = ({ copy: { figure, figureCaption } }: Stage) =>
  figure === undefined ? undefined : [figure, figureCaption].filter(Boolean).join(' ');

/** The one line of a shot that says one thing; undefined when it says nothing. */
export const lineOf = (stage: Stage): string | undefined =>
  firstOf(stage.copy.benefits?.[0], stage.copy.hook, figureLine(stage), stage.copy.name);

/** A headline, with a full stop where the style sets one. */
export function sentence({ style }: Stage, words: string | undefined): string | undefined {
  if (words === undefined || style.composition.endsSentences !== true) return words;
  return /[.!?…。！？।]$/u.test(words) ? words : `${words}.`;
}

/** Discount and date in one line. */
export const dealWords = ({ copy }: Stage) => firstOf([copy.off, copy.until].filter(Boolean).join(' '));

/** Widest share of the frame to which what is cut below grows until it reaches the foot; then it is moved there. */
const GROWS_TO = 1.1;

/** A pose moved down to a foot, for what the photo cut below and what ends above it. */
export function downTo(stage: Stage, pose: Pose, foot: number): Pose {
  const missing = isCutBelow(stage) ? foot - bottomOf(boundsOf(stage, pose)) : 0;
  return missing > 0 ? { ...pose, y: pose.y + missing } : pose;
}

/** A pose whose foot lies on the frame's own, its head where it was, for what the photo cut there. */
export function onFoot(stage: Stage, pose: Pose): Pose {
  const { x, y, width, height } = boundsOf(stage, pose);
  if (!isCutBelow(stage) || y + height >= stage.height) return pose;
  const k = Math.max(1, Math.min((stage.height - y) / height, (stage.width * GROWS_TO) / width));
  const middle = x + width / 2;
  const grown = {
    ...pose,
    x: middle + (pose.x - middle) * k,
    y: y + (pose.y - y) * k,
    height: pose.height * k,
  };
  return downTo(stage, grown, stage.height);
}

/** The product in a box: its pose, and the smallest box around its outline. */
export function placeProduct(stage: Stage, box: Box, options: FitPose): { pose: Pose; bounds: Box } {
  const pose = onFoot(stage, fitProduct(stage, box, options));
  return { pose, bounds: boundsOf(stage, pose) };
}

export const boundsOf = (stage: Stage, pose: Pose): Box =>
  boxAround(posedOutline(pose, stage.product.silhouette));

/** Left end of the product between two heights; the frame's right edge when nothing is there. */
export const leftEdge = (stage: Stage, pose: Pose, top: number, bottom: number): number =>
  spanBetween(pose, stage.product.silhouette, top, bottom)?.left ?? stage.width;

export const rightOf = ({ x, width }: Box) => x + width;
export const bottomOf = ({ y, height }: Box) => y + height;

/** How far the product's shadow reaches below it, where it is hard enough to be in the way of words. */
export function shadowReach({ style, product }: Stage, { width, height }: Box): number {
  const { shadows } = style;
  const kind = product.facts.kind === 'stand' ? shadows.standing : shadows.floating;
  return kind === 'hard' ? Math.max(width, height) * 0.05 : 0;
}

/** A tall canvas that is flipped has its product at the head and the words below it. */
export const isProductAbove = (stage: Stage) => stage.isTall && stage.isFlipped && !isCutBelow(stage);

/** The words' place in tall canvases: from the top to a height, margin to margin. */
export function columnAbove(stage: Stage, bottom: number): Box {
  const top = topOf(stage);
  return { x: stage.margin, y: top, width: stage.width - 2 * stage.margin, height: bottom - top };
}

/** In a tall canvas, as shares of the height: where a product above its words begins, and what its words get at most. */
const ABOVE = { top: 0.05, words: 0.3 };

/**
 * Product and words of a tall canvas. Usually the product lies in `below` and the words above it. In a flipped shot the
 * words stand at the foot of the safe area and take what they need, and the product gets all that is left above them,
 * no wider than `below`. `gap` between the two in pixels.
 */
export function placeInStack(
  stage: Stage,
  items: readonly (ColumnItem | null)[],
  below: Box,
  fit: FitPose,
  gap: number,
): { pose: Pose; bounds: Box; column: Box } {
  if (!isProductAbove(stage)) {
    const placed = placeProduct(stage, below, fit);
    return { ...placed, column: columnAbove(stage, placed.bounds.y - gap) };
  }
  const { width, height, margin } = stage;
  const foot = footOf(stage);
  const words = height * ABOVE.words;
  const column = { x: margin, y: foot - words, width: width - 2 * margin, height: words };
  const y = height * ABOVE.top;
  const room = foot - columnHeight(stage, column, items) - gap - y;
  const above = { ...below, y, height: room };
  const reach = shadowReach(stage, boundsOf(stage, fitProduct(stage, above, fit)));
  const placed = placeProduct(stage, { ...above, height: room - reach }, { ...fit, alignY: 0.5 });
  const top = bottomOf(placed.bounds) + gap + reach;
  return { ...placed, column: { ...column, y: top, height: foot - top } };
}
