import { addColumn } from '../stage/column.ts';
import { spanBetween } from '../stage/pose.ts';
import { addProduct } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { hookType } from './hook-type.ts';
import {
  brandLabel,
  lineOf,
  footOf,
  isLong,
  isSlim,
  type Layout,
  placeProduct,
  sentence,
  tilt,
  topOf,
} from './layout.ts';

/** From this ratio of height to width on, only slim products leave room beside them. */
const NARROW = 1.2;

/** A product taller than the frame at one side, the line stacked in three rows at the other. */
export const beside: Layout = (stage) => {
  const { width, height, short, margin, isTall, style, product, dress } = stage;
  // A tall frame has no room beside what is as wide as itself.
  if (height / width > NARROW && !isSlim(stage)) return hookType(stage);
  const long = isLong(stage);
  // What is long is turned upright, so that it stands beside the words like a slim product.
  const upright = long ? -62 : tilt(stage, 0.6);
  const headroom = style.composition.topInset ? topOf(stage) : height * 0.02;
  const { pose, bounds } = placeProduct(
    stage,
    isTall
      ? { x: width * 0.5, y: height * 0.08, width: width * 0.62, height: height * (long ? 1.02 : 0.96) }
      : { x: width * 0.54, y: headroom, width: width * 0.5, height: height * 1.18 - headroom },
    { rotationDegrees: upright, alignX: 0.1, alignY: isTall ? 0.5 : 0 },
  );
  dress.addScenery(stage, bounds);
  addProduct(stage, pose, { isClose: true });
  const top = topOf(stage);
  const bottom = footOf(stage);
  const edge = spanBetween(pose, product.silhouette, top, bottom)?.left ?? bounds.x;
  const { layers } = addColumn(
    stage,
    { x: margin, y: top, width: edge - margin - short * 0.04, height: bottom - top },
    [
      brandLabel(stage),
      {
        role: 'display',
        text: sentence(stage, lineOf(stage)),
        maxRows: 4,
        preferRows: 3,
        size: style.sizes.display,
      },
    ],
    { vertical: 'middle', align: 'start' },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
};
