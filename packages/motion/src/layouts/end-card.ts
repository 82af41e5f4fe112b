import type { Box, Pose } from '../layer.ts';
import { addColumn, type ColumnItem } from '../stage/column.ts';
import { spanBetween } from '../stage/pose.ts';
import type { Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import {
  columnTo,
  dealWords,
  footOf,
  isLong,
  isSlim,
  type Layout,
  placeProduct,
  priceRows,
  tilt,
  topOf,
} from './layout.ts';
import { addPieces, boundsOfPieces, boxForOne, piecesOf } from './pieces.ts';
import { pageWithWindow } from './picture-window.ts';

/** Pose of the product, of the middle one where a price buys several, and the box around all. */
function placed(stage: Stage, box: Box, share: number, alignX: number, alignY: number): [Pose, Box] {
  const pieces = piecesOf(stage);
  const rotationDegrees = tilt(stage, share);
  const { pose } = placeProduct(stage, boxForOne(box, pieces), { rotationDegrees, alignX, alignY });
  return [pose, boundsOfPieces(stage, pose, pieces)];
}

const isTallAndFlat = (stage: Stage) => isSlim(stage) && stage.product.facts.kind === 'flat';

const url = (stage: Stage, size: number): ColumnItem => ({
  role: 'small',
  text: stage.copy.url,
  size,
  gap: 0.034,
  dropOrder: 3,
});

/** A long product: the name over the whole width, the deal below it, the product lower right. */
function nameOver(stage: Stage): void {
  const { width, height, margin, short, copy, dress } = stage;
  const [pose, bounds] = placed(
    stage,
    { x: width * 0.43, y: height * 0.4, width: width * 0.52, height: height * 0.54 },
    0.6,
    0.4,
    0.3,
  );
  dress.addScenery(stage, bounds);
  addPieces(stage, pose, piecesOf(stage));
  const name = addColumn(
    stage,
    { x: margin, y: margin, width: width - 2 * margin, height: height * 0.34 },
    [{ role: 'display', text: copy.name ?? copy.hook, maxRows: 1, size: 0.36 }],
    { vertical: 'top' },
  );
  const y = name.bottom + short * 0.05;
  addColumn(
    stage,
    { x: margin, y, width: width * 0.4 - margin, height: footOf(stage) - y },
    [
      { role: 'figure', text: copy.price, size: 0.17, maxRows: priceRows(copy.price), isPlain: true },
      {
        role: 'support',
        text: copy.was,
        size: 0.05,
        isStruck: true,
        fill: stage.on.ink,
        gap: 0.018,
        dropOrder: 2,
      },
      {
        role: 'support',
        text: dealWords(stage) ?? copy.what,
        size: 0.052,
        maxRows: 2,
        gap: 0.022,
        ...(dealWords(stage) === undefined ? { dropOrder: 1 } : {}),
      },
      { role: 'button', text: copy.callToAction },
      url(stage, 0.046),
    ],
    { vertical: 'bottom', align: 'start' },
  );
  dress.addFurniture?.(stage, bounds);
}

/** Price and deal: the price is a figure as large as the name allows, everything that belongs to it stands below. */
function deal(stage: Stage): ColumnItem[] {
  const { copy, isTall, style, on } = stage;
  const under: ColumnItem = {
    role: 'small',
    text: dealWords(stage),
    size: 0.06,
    isHighlighted: copy.price === undefined,
    maxRows: isTall ? 1 : 2,
  };
  if (copy.price === undefined) return [{ ...under, size: 0.062 }];
  const size = isTall ? 0.4 : 0.34;
  // Letters that are coloured one by one would hide which digits belong together.
  const isPlain = stage.dress.letters?.('figure', on)?.jumble !== undefined;
  return [
    {
      role: 'figure',
      text: copy.price,
      size: Math.min(size, style.sizes.figure * 0.75),
      maxRows: priceRows(copy.price),
      flex: 1.3,
      isPlain,
    },
    { role: 'small', text: copy.was, size: 0.075, isStruck: true, fill: on.ink, gap: 0.024, dropOrder: 2 },
    { ...under, gap: 0.026 },
  ];
}

function words(stage: Stage): (ColumnItem | null)[] {
  const { copy, isTall, style } = stage;
  const isStacked = style.composition.setting === 'stack';
  const hasPrice = copy.price !== undefined;
  return [
    {
      role: 'display',
      text: copy.name ?? copy.hook,
      // Beside a price the name is the smaller of the two: the offer is what is decided on.
      size: hasPrice ? 0.22 : style.sizes.display * (isTall ? 1.1 : 1.15),
      maxRows: 2,
      flex: hasPrice ? 1 : 1.1,
      preferRows: isStacked && !hasPrice ? 2 : 1,
    },
    // What a price buys is told wherever there is one.
    isTall && isStacked && !hasPrice
      ? null
      : {
          role: 'support',
          text: copy.what,
          maxRows: hasPrice ? 1 : 2,
          dropOrder: 1,
          ...(hasPrice && { size: 0.08, gap: 0.024 }),
        },
    ...deal(stage),
    { role: 'button', text: copy.callToAction },
    url(stage, 0.048),
  ];
}

/** Up to this ratio of height to width, a slim product that stands is put beside the words and not below them. */
const SQUARE = 1.4;

/** How an ad ends: product, name, price or offer, what to do and where. */
export const endCard: Layout = (stage) => {
  const { width, height, margin, short, isTall, style, dress, product } = stage;
  const { composition } = style;
  if (composition.opening === 'window') return pageWithWindow(stage);
  if (!isTall && isLong(stage) && composition.setting === 'stack') return nameOver(stage);
  const slim = isSlim(stage);
  const isBeside = slim && !isTallAndFlat(stage) && height / width < SQUARE;
  const isBelow = isTall && !isBeside;
  const [pose, bounds] = isBelow
    ? placed(
        stage,
        {
          x: width * 0.04,
          y: height * (composition.setting === 'stack' ? 0.55 : 0.53),
          width: width * 0.92,
          height: height * (isTallAndFlat(stage) ? 0.56 : 0.4),
        },
        isLong(stage) ? 1.4 : 0.8,
        0.5,
        0.3,
      )
    : placed(
        stage,
        {
          x: width * (slim ? (isTall ? 0.61 : 0.54) : 0.5),
          y: height * 0.07,
          width: width * (slim ? 0.4 : 0.46) - margin * 0.3,
          height: height * (isTallAndFlat(stage) ? 1.06 : 0.84),
        },
        0.8,
        0.5,
        slim ? 0 : 0.55,
      );
  dress.addScenery(stage, bounds);
  addPieces(stage, pose, piecesOf(stage));
  const top = topOf(stage);
  const edge =
    piecesOf(stage) === 1
      ? (spanBetween(pose, product.silhouette, height * 0.12, height * 0.88)?.left ?? width)
      : bounds.x;
  const column = isBelow
    ? { x: margin, y: top, width: width - 2 * margin, height: bounds.y - short * 0.045 - top }
    : columnTo(stage, Math.min(edge, width * (isTall ? 0.63 : 0.56)) - short * (isTall ? 0.045 : 0.06));
  const { layers } = addColumn(stage, column, words(stage), { vertical: 'middle' });
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
};
