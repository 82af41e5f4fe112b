import { addColumn, type ColumnItem } from '../stage/column.ts';
import { addProduct, type Stage } from '../stage/stage.ts';
import { addWords, faceOf, fitRow } from '../stage/words.ts';
import {
  brandLabel,
  firstOf,
  footOf,
  isLong,
  isProductAbove,
  isSlim,
  type Layout,
  leftEdge,
  placeInStack,
  placeProduct,
  tilt,
  topOf,
} from './layout.ts';

/** The figure and what it says: the user's own, else the discount, else the price. */
function figureWords({ copy }: Stage): [figure: string, caption: string | undefined] {
  if (copy.figure !== undefined) return [copy.figure, copy.figureCaption ?? copy.what];
  if (copy.off !== undefined) return [copy.off, copy.until ?? copy.what];
  if (copy.price !== undefined) return [copy.price, copy.until ?? copy.what];
  return [firstOf(copy.benefits?.[0], copy.hook, copy.name) ?? '', copy.what];
}

/** Large words below the figure, plain, in ink or accent. */
const captionItem = ({ style, on }: Stage, text: string | undefined): ColumnItem => ({
  role: 'display',
  text,
  size: 0.13,
  maxRows: 2,
  setting: 'uniform',
  isPlain: true,
  ...(style.composition.captionColor === 'ink' ? { fill: on.ink } : { isHighlighted: true }),
});

/** A figure narrower than this stands beside the product instead of over it. */
const NARROW = 0.52;

function wide(stage: Stage): void {
  const { width, height, margin, short, dress, style, setter } = stage;
  const [figure, caption] = figureWords(stage);
  const measure = width - 2 * margin;
  const top = topOf(stage);
  const probe = fitRow(stage, 'figure', figure, measure, Infinity, height * 0.58);
  const slim = isSlim(stage);
  const isBeside = slim || probe.width < width * NARROW || /\p{L}$/u.test(figure);
  const y = top + probe.height * 0.8;
  const box = slim
    ? { x: width * 0.64, y: -height * 0.05, width: width * 0.4, height: height * 1.15 }
    : isBeside
      ? { x: width * 0.46, y: height * 0.06, width: width * 0.54, height: height * 0.9 }
      : { x: width * 0.46, y, width: width * 0.58, height: height * 1.12 - y };
  const { pose, bounds } = placeProduct(stage, box, {
    rotationDegrees: tilt(stage, isLong(stage) ? 0.7 : 1.1),
    alignX: isBeside ? 0.4 : 1,
    alignY: 0,
  });
  // A product may hide a third of the last character, and never a thin one.
  const last = setter.measurer.ink(faceOf(stage, 'figure'), figure.at(-1) ?? '', setter.language).width;
  const lastPx = last * (probe.rows[0]?.sizePx ?? 0);
  // A unit is short and says what is meant: none of it is hidden.
  const hasUnit = /\p{L}$/u.test(figure);
  const overlap = hasUnit
    ? -short * 0.03
    : Math.min(short * 0.05, lastPx * 0.3) - (lastPx < short * 0.12 ? short * 0.03 : 0);
  const limit = isBeside ? leftEdge(stage, pose, top, height * 0.8) - margin + overlap : measure;
  const block = fitRow(stage, 'figure', figure, limit, Infinity, height * (isBeside ? 0.62 : 0.58));
  dress.addScenery(stage, bounds);
  addWords(stage, 'figure', block, margin, top, {
    isBehind: true,
    align: 'start',
  });
  addProduct(stage, pose, { isClose: true });
  const below = top + block.height + short * (0.06 + (style.composition.effectAir ?? 0) * 0.3);
  addColumn(
    stage,
    {
      x: margin,
      y: below,
      width: Math.max(width * 0.26, leftEdge(stage, pose, below, height - margin) - margin - short * 0.04),
      height: footOf(stage) - below,
    },
    [captionItem(stage, caption), brandLabel(stage)],
    { vertical: 'top', align: 'start' },
  );
  dress.addFurniture?.(stage, bounds);
}

function tall(stage: Stage): void {
  const { width, height, short, isPortrait, dress } = stage;
  const [figure, caption] = figureWords(stage);
  const long = isLong(stage);
  const slim = isSlim(stage);
  const words = [
    { role: 'figure' as const, text: figure, size: 0.66, maxRows: 1 },
    { ...captionItem(stage, caption), flex: 0.32 } as ColumnItem,
  ];
  const { pose, bounds, column } = placeInStack(
    stage,
    words,
    {
      x: -width * 0.02,
      y: height * (isPortrait ? 0.47 : 0.5),
      width: width * (long ? 1.3 : 1.04),
      height: height * (slim ? 0.62 : 0.5),
    },
    { rotationDegrees: tilt(stage, long ? 1.7 : 1), alignX: long ? 0 : 0.5, alignY: 0.4 },
    short * 0.03,
  );
  dress.addScenery(stage, bounds);
  addProduct(stage, pose, { isClose: slim || isProductAbove(stage) });
  addColumn(stage, column, words, { vertical: 'middle' });
  dress.addFurniture?.(stage, bounds);
}

/** A figure that fills the frame, and what it says. */
export const bigNumber: Layout = (stage) => (stage.isTall ? tall(stage) : wide(stage));
