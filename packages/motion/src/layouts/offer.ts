import type { Box, Pose } from '../layer.ts';
import { addBadge } from '../stage/badge.ts';
import { addColumn, type ColumnItem } from '../stage/column.ts';
import { spanBetween } from '../stage/pose.ts';
import type { Stage } from '../stage/stage.ts';
import {
  bottomOf,
  columnTo,
  firstOf,
  isLong,
  isProductAbove,
  isSlim,
  type Layout,
  leftEdge,
  placeInStack,
  placeProduct,
  priceRows,
  rightOf,
  tilt,
} from './layout.ts';
import { addPieces, boundsOfPieces, boxForOne, piecesOf } from './pieces.ts';
import { pageWithWindow } from './picture-window.ts';

/** Where the product stands, the middle one of several, and the words' box. */
function placed(stage: Stage, words: readonly (ColumnItem | null)[], pieces: number) {
  const { width, height, short, isTall } = stage;
  const long = isLong(stage);
  const slim = isSlim(stage);
  if (isTall)
    return placeInStack(
      stage,
      words,
      boxForOne(
        { x: width * 0.04, y: height * 0.47, width: width * 0.92, height: height * (slim ? 0.6 : 0.45) },
        pieces,
      ),
      { rotationDegrees: tilt(stage, long ? 1.6 : 1), alignX: 0.5, alignY: 0.35 },
      short * 0.04,
    );
  const { pose } = placeProduct(
    stage,
    boxForOne(
      {
        x: width * (long ? 0.46 : 0.49),
        y: height * 0.04,
        width: width * (long ? 0.49 : 0.46),
        height: height * (slim && pieces === 1 ? 1.08 : 0.92),
      },
      pieces,
    ),
    { rotationDegrees: tilt(stage), alignX: 0.3, alignY: slim && pieces === 1 ? 0 : 0.5 },
  );
  const edge =
    pieces === 1 ? leftEdge(stage, pose, height * 0.1, height * 0.9) : boundsOfPieces(stage, pose, pieces).x;
  return { pose, column: columnTo(stage, edge - short * 0.04) };
}

/** Right end of what badges may take in 9:16, where the platform's own buttons stand, as a share of the width. */
const PORTRAIT_RIGHT = 0.88;

/** How much of a badge's width lies over the product. */
function hiddenBy(stage: Stage, pose: Pose, x: number, y: number, radius: number): number {
  const span = spanBetween(pose, stage.product.silhouette, y - radius * 0.7, y + radius * 0.7);
  return span ? Math.max(0, Math.min(span.right, x + radius) - Math.max(span.left, x - radius)) : 0;
}

/** The discount, in a lower corner: the outer one, in 9:16 the one where less of the product lies. */
function addDealBadge(stage: Stage, pose: Pose, bounds: Box): void {
  const { width, height, margin, short, isTall, isPortrait, safe, copy } = stage;
  if (!hasBadge(stage) || copy.off === undefined) return;
  const radius = short * (isPortrait ? 0.155 : isTall && height / width < 1.2 ? 0.145 : 0.165);
  const lines = [copy.off, ...(copy.until === undefined ? [] : [copy.until])];
  if (isPortrait) {
    const y = isProductAbove(stage)
      ? bottomOf(bounds) - radius
      : Math.min(bottomOf(bounds) - radius * 0.5, bottomOf(safe) + radius * 0.2 - radius);
    const xs = [width * PORTRAIT_RIGHT - radius, margin * 0.7 + radius];
    const [x = 0] = xs.toSorted(
      (one, other) => hiddenBy(stage, pose, one, y, radius) - hiddenBy(stage, pose, other, y, radius),
    );
    addBadge(stage, lines, x, y, radius);
    return;
  }
  const x = isTall
    ? width - margin * 0.6 - radius
    : Math.min(rightOf(bounds) - radius * 0.3, width - margin * 0.5 - radius);
  const y = isTall
    ? Math.min(bottomOf(bounds) - radius * (isProductAbove(stage) ? 1 : 0.5), height * 0.9 - radius)
    : height - margin * 0.6 - radius;
  addBadge(stage, lines, x, y, radius);
}

/** The name above a price, as a share of the short side: in a tall canvas a long one is a line, a short one a headline. */
function labelSize({ isTall, copy }: Stage): number {
  if (!isTall) return 0.056;
  return (copy.name?.length ?? 0) > 12 ? 0.07 : 0.09;
}

const hasBadge = ({ copy }: Stage) => copy.off !== undefined && copy.price !== undefined;

/** The small row below the price: the date where no badge says it, else what the thing is. */
function supportOf(stage: Stage): string | undefined {
  const { copy, isTall } = stage;
  if (hasBadge(stage) && copy.until !== undefined) return isTall ? undefined : copy.what;
  return copy.until ?? copy.what;
}

function words(stage: Stage): (ColumnItem | null)[] {
  const { isTall, copy, style, on } = stage;
  const figure = firstOf(copy.price, copy.off, copy.figure, copy.name);
  const support = supportOf(stage);
  return [
    { role: 'label', text: copy.name, dropOrder: 3, maxRows: 1, size: labelSize(stage) },
    // What it is stands below the price, or below its name where a date stands there.
    {
      role: 'small',
      text: support === copy.what ? undefined : copy.what,
      size: 0.07,
      dropOrder: 1,
      gap: 0.012,
    },
    { role: 'figure', text: figure, size: style.composition.priceSize ?? 0.56, maxRows: priceRows(figure) },
    { role: 'support', text: copy.was, size: 0.085, isStruck: true, fill: on.ink },
    { role: 'small', text: support, size: support === copy.what ? 0.085 : 0.06, maxRows: 2, dropOrder: 2 },
    isTall ? null : { role: 'button', text: copy.callToAction },
  ];
}

/** Price, old price, discount and date. */
export const offer: Layout = (stage) => {
  const { style, dress } = stage;
  if (style.composition.opening === 'window') return pageWithWindow(stage);
  const items = words(stage);
  const pieces = piecesOf(stage);
  const { pose, column } = placed(stage, items, pieces);
  const bounds = boundsOfPieces(stage, pose, pieces);
  dress.addScenery(stage, bounds);
  addPieces(stage, pose, pieces, { isClose: isProductAbove(stage) });
  addColumn(stage, column, items, { vertical: 'middle' });
  addDealBadge(stage, pose, bounds);
  dress.addFurniture?.(stage, bounds);
};
