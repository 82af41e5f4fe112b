import { mostLegible, withAlpha } from '../color/oklch.ts';
import type { Box } from '../layer.ts';
import { namedShape } from '../stage/named-shape.ts';
import { rectangle, tickMark } from '../stage/paths.ts';
import { addProduct, addShape, type Stage } from '../stage/stage.ts';
import { addWords, faceOf, fitRow, sizeOf } from '../stage/words.ts';
import { fitText } from '../text/fit-text.ts';
import {
  firstOf,
  footOf,
  isLong,
  isSlim,
  type Layout,
  leftEdge,
  placeProduct,
  tilt,
  topOf,
} from './layout.ts';

/** Width of a bullet with its air, as shares of the short side and of itself. */
const BULLET = 0.075;
const BULLET_AIR = 1.5;
/** Below this ratio of height to width the rows need more of the frame. */
const SQUARE = 1.2;

function productPlace(stage: Stage) {
  const { width, height, isTall } = stage;
  const long = isLong(stage);
  const isSquare = height / width < SQUARE;
  return isTall
    ? placeProduct(
        stage,
        {
          x: width * 0.04,
          y: height * (isSquare ? 0.6 : 0.53),
          width: width * (long ? 1.28 : 0.92),
          height: height * (isSlim(stage) ? 0.56 : isSquare ? 0.37 : 0.42),
        },
        { rotationDegrees: tilt(stage, long ? 1.7 : 0.9), alignX: long ? 0 : 0.5, alignY: 0.4 },
      )
    : placeProduct(
        stage,
        { x: width * 0.56, y: height * 0.04, width: width * 0.46, height: height * 0.92 },
        { rotationDegrees: tilt(stage, 0.9), alignX: 0.25 },
      );
}

/** A numeral, or a tick in the style's shape. */
function addBullet(stage: Stage, index: number, x: number, y: number, sizePx: number): void {
  const { short, style, dress, on } = stage;
  const { bullet } = style.list;
  const size = BULLET * short;
  if (bullet === 'number') {
    const block = fitText(stage.setter, faceOf(stage, 'quote'), String(index + 1), {
      width: size,
      height: Infinity,
      maxPx: sizePx,
    });
    addWords(stage, 'quote', block, x, y - block.height / 2, {
      isHighlighted: true,
      layerRole: 'label',
      isFolio: true,
      align: 'start',
      isPlain: true,
    });
    return;
  }
  const middle = x + size * 0.46;
  const radius = size * 0.49;
  const fill = on.highlight;
  addShape(stage, 'deco', namedShape(bullet, middle, y, radius, index + 3), { fill, z: 3 });
  // A tick is not mirrored with its list.
  addShape(stage, 'deco', tickMark(middle, y, radius, stage.isMirrored ? -1 : 1), {
    stroke: {
      color: mostLegible(fill, [dress.roles.dark, dress.roles.light]),
      width: size * 0.12,
      cap: 'round',
    },
    z: 3.1,
  });
}

/** Rows of one size, the longest decides. */
function addRows(stage: Stage, box: Box, rows: readonly string[]): void {
  const { short, isTall, style, on } = stage;
  const { face, hasRules, size: largest = 0.125 } = style.list;
  const indent = BULLET * short * BULLET_AIR;
  const room = box.width - indent;
  // Two lines have the room of three.
  const larger = rows.length < 3 ? 1.5 : 1;
  const step = Math.min(box.height / rows.length, short * (isTall ? 0.19 : 0.25) * larger);
  const fit = (words: string, maxPx: number) =>
    fitText(stage.setter, faceOf(stage, face), words, {
      width: room,
      height: step * (rows.length < 3 ? 0.8 : 0.62),
      maxPx,
      maxRows: 2,
    });
  const sizePx = Math.min(...rows.map((words) => fit(words, largest * larger * short).rows[0]?.sizePx ?? 0));
  rows.forEach((words, i) => {
    const top = box.y + step * i;
    const middle = top + step / 2;
    const block = fit(words, sizePx);
    if (hasRules)
      addShape(stage, 'deco', rectangle({ x: box.x, y: top, width: box.width, height: short * 0.002 }), {
        fill: withAlpha(stage.dress.ruleColor?.(on) ?? on.ink, 0.55),
      });
    // A bullet stands where its words begin, also where the layout is mirrored.
    const [x, bulletX] = stage.startsLeft
      ? [box.x + indent, box.x]
      : [box.x + room - block.width, box.x + box.width - BULLET * short];
    addWords(stage, face, block, x, middle - block.height / 2, {
      align: 'start',
      isPlain: true,
      fill: on.ink,
    });
    addBullet(stage, i, bulletX, middle, sizePx * 0.9);
  });
}

/** The name and three lines that are ticked off. */
export const list: Layout = (stage) => {
  const { width, height, margin, short, isTall, copy, style, dress, on } = stage;
  const { pose, bounds } = productPlace(stage);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose);
  const right = isTall ? width - margin : leftEdge(stage, pose, height * 0.15, height * 0.85) - short * 0.06;
  const top = topOf(stage);
  const bottom = isTall ? Math.min(footOf(stage), bounds.y - short * 0.05) : footOf(stage);
  const isLarge = style.list.heading === 'display';
  const heading = firstOf(copy.name, copy.hook, copy.what);
  const first = isTall ? top : top + (bottom - top) * 0.06;
  let y = first;
  if (heading !== undefined) {
    const largest = isLarge ? 0.115 * short : sizeOf(stage, 'label');
    const block = fitRow(stage, style.list.heading, heading, right - margin, largest);
    addWords(stage, style.list.heading, block, margin, first, {
      align: 'start',
      isPlain: true,
      ...(style.list.headingColor === 'ink' ? { fill: on.ink } : { isHighlighted: true }),
    });
    y += block.height + short * (isLarge ? 0.07 : 0.06);
  }
  addRows(
    stage,
    { x: margin, y, width: right - margin, height: bottom - y },
    (copy.benefits ?? [copy.hook ?? copy.what ?? '']).slice(0, 3),
  );
  dress.addFurniture?.(stage, bounds);
};
