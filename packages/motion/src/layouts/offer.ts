import type { Box, Pose } from '../layer.ts';
import { addBadge } from '../stage/badge.ts';
import { addColumn } from '../stage/column.ts';
import { spanBetween } from '../stage/pose.ts';
import { addProduct, type Stage } from '../stage/stage.ts';
import {
  bottomOf,
  boxInStack,
  columnInStack,
  columnTo,
  firstOf,
  isLong,
  isProductAbove,
  isSlim,
  type Layout,
  leftEdge,
  placeProduct,
  priceRows,
  rightOf,
  tilt,
} from './layout.ts';
import { pageWithWindow } from './picture-window.ts';

function productPlace(stage: Stage) {
  const { width, height, isTall, copy } = stage;
  const long = isLong(stage);
  const slim = isSlim(stage);
  return isTall
    ? placeProduct(
        stage,
        boxInStack(
          stage,
          {
            x: width * 0.04,
            y: height * 0.47,
            width: width * 0.92,
            height: height * (slim ? 0.6 : 0.45),
          },
          [copy.was, supportOf(stage)].filter((row) => row !== undefined).length,
        ),
        {
          rotationDegrees: tilt(stage, long ? 1.6 : 1),
          alignX: 0.5,
          alignY: isProductAbove(stage) ? 0.65 : 0.35,
        },
      )
    : placeProduct(
        stage,
        {
          x: width * (long ? 0.46 : 0.49),
          y: height * 0.04,
          width: width * (long ? 0.49 : 0.46),
          height: height * (slim ? 1.08 : 0.92),
        },
        { rotationDegrees: tilt(stage), alignX: 0.3, alignY: slim ? 0 : 0.5 },
      );
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

/** Price, old price, discount and date. */
export const offer: Layout = (stage) => {
  const { height, short, isTall, copy, style, dress, on } = stage;
  if (style.composition.opening === 'window') return pageWithWindow(stage);
  const { pose, bounds } = productPlace(stage);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose, { isClose: isProductAbove(stage) });
  const column = isTall
    ? columnInStack(stage, bounds, short * 0.04)
    : columnTo(stage, leftEdge(stage, pose, height * 0.1, height * 0.9) - short * 0.04);
  const figure = firstOf(copy.price, copy.off, copy.figure, copy.name);
  const support = supportOf(stage);
  addColumn(
    stage,
    column,
    [
      {
        role: 'label',
        text: copy.name,
        dropOrder: 3,
        maxRows: 1,
        size: labelSize(stage),
      },
      { role: 'figure', text: figure, size: style.composition.priceSize ?? 0.56, maxRows: priceRows(figure) },
      { role: 'support', text: copy.was, size: 0.085, isStruck: true, fill: on.ink },
      { role: 'small', text: support, size: support === copy.what ? 0.085 : 0.06, maxRows: 2, dropOrder: 1 },
      isTall ? null : { role: 'button', text: copy.callToAction },
    ],
    { vertical: 'middle' },
  );
  addDealBadge(stage, pose, bounds);
  dress.addFurniture?.(stage, bounds);
};
