import type { Box, Pose, TextBlock } from '../layer.ts';
import { addColumn, type ColumnItem } from '../stage/column.ts';
import { spanBetween } from '../stage/pose.ts';
import { addProduct, type Stage } from '../stage/stage.ts';
import { addWords, faceOf, fitRow, fitWords } from '../stage/words.ts';
import { casedAs, largestPx } from '../text/fit-text.ts';
import { hasSeparateLetters } from '../text/text-measurer.ts';
import {
  bottomOf,
  boundsOf,
  dealWords,
  footOf,
  isLong,
  isSlim,
  type Layout,
  placeProduct,
  rightOf,
  shadowReach,
  tilt,
  topOf,
} from './layout.ts';

const nameOf = ({ copy }: Stage) => copy.name ?? copy.hook ?? copy.what ?? '';

/** What stands at the foot, left and right of the product. */
function addFoot(stage: Stage, left: Box, right: Box): void {
  const { copy } = stage;
  addColumn(stage, left, [{ role: 'small', text: copy.what, maxRows: 4, size: 0.056 }], {
    align: 'start',
    vertical: 'bottom',
  });
  addColumn(
    stage,
    right,
    [
      { role: 'figure', text: copy.price, size: 0.14 },
      { role: 'small', text: dealWords(stage), maxRows: 2, size: 0.056 },
    ],
    { align: 'end', vertical: 'bottom' },
  );
}

/** A slim product is narrow enough at its top to stand in a gap of the name. */
const GAP_LIMIT = 0.26;
/** The gap is a little narrower than the product, so that its letters reach behind it. */
const GAP_SHARE = 0.8;
/** Each half reaches behind the product by this share of its size at most. */
const MOST_HIDDEN = 0.07;

/** The pose of a product in a gap, the name in one line, and what of the product lies at the name's height. */
function probeGap(stage: Stage) {
  const { width, height, margin, product } = stage;
  const top = topOf(stage);
  const { pose } = placeProduct(
    stage,
    {
      x: width * 0.2,
      y: height * 0.055,
      width: width * 0.6,
      height: height * (product.facts.kind === 'stand' ? 0.9 : 1.1),
    },
    { rotationDegrees: tilt(stage, 0.8), alignY: 0 },
  );
  const probe = fitRow(stage, 'display', nameOf(stage), width - 2 * margin, Infinity, height * 0.5);
  const span = spanBetween(pose, product.silhouette, top, top + probe.height) ?? { left: 0, right: width };
  return { pose, span, probePx: probe.rows[0]?.sizePx ?? 0 };
}

function fitsGap(stage: Stage): boolean {
  const { span } = probeGap(stage);
  return (span.right - span.left) * GAP_SHARE < stage.width * GAP_LIMIT;
}

/** Cuts a name where both halves are nearest in width, between letters. */
function halve(stage: Stage, name: string): [string, string] {
  const { measurer, language } = stage.setter;
  const face = faceOf(stage, 'display');
  const letters = [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(name)];
  const cuts = letters.slice(1).map(({ index }) => [name.slice(0, index), name.slice(index)] as const);
  const unevenness = ([one, other]: readonly [string, string]) =>
    Math.abs(
      measurer.ink(face, one.trim(), language).width - measurer.ink(face, other.trim(), language).width,
    );
  const best = cuts.toSorted((one, other) => unevenness(one) - unevenness(other))[0] ?? [name, ''];
  return [best[0].trim(), best[1].trim()];
}

/** Moves the product so that what lies at the name's height stands in the middle of the gap. */
function inGap(stage: Stage): void {
  const { width, height, margin, short, dress, setter } = stage;
  const face = faceOf(stage, 'display');
  const top = topOf(stage);
  const name = casedAs(face, nameOf(stage), setter.language);
  const { pose, span, probePx } = probeGap(stage);
  const across = span.right - span.left;
  const gap = Math.max(across * GAP_SHARE, across - 2 * MOST_HIDDEN * probePx);
  const halves = halve(stage, name);
  const inks = halves.map((half) => setter.measurer.ink(face, half, setter.language));
  const sizePx = Math.min(
    (width - 2 * margin - gap) / inks.reduce((sum, ink) => sum + ink.width, 0),
    (height * 0.5) / setter.measurer.ink(face, name, setter.language).ascent,
  );
  const [one, other] = halves.map((half) => fitRow(stage, 'display', half, Infinity, sizePx)) as [
    TextBlock,
    TextBlock,
  ];
  const left = (width - one.width - gap - other.width) / 2;
  const moved: Pose = { ...pose, x: pose.x + left + one.width + gap / 2 - (span.left + gap / 1.6) };
  const bounds = boundsOf(stage, moved);
  dress.addScenery(stage, bounds);
  const baseOf = (block: TextBlock) => block.rows[0]?.baseline ?? 0;
  const base = top + Math.max(baseOf(one), baseOf(other));
  addWords(stage, 'display', one, left, base - baseOf(one), { isBehind: true, align: 'start' });
  addWords(stage, 'display', other, left + one.width + gap, base - baseOf(other), {
    isBehind: true,
    align: 'start',
  });
  addProduct(stage, moved, { hasWordsBeside: true });
  const y = base + short * 0.07;
  const foot = footOf(stage) - y;
  addFoot(
    stage,
    { x: margin, y, width: bounds.x - margin - short * 0.06, height: foot },
    {
      x: rightOf(bounds) + short * 0.06,
      y,
      width: width - margin - rightOf(bounds) - short * 0.06,
      height: foot,
    },
  );
  dress.addFurniture?.(stage, bounds);
}

/** One line over the whole measure; the product stands before its lower part. */
function behind(stage: Stage): void {
  const { width, height, margin, short, dress, copy } = stage;
  const long = isLong(stage);
  const top = topOf(stage);
  const name = fitRow(stage, 'display', nameOf(stage), width - 2 * margin, Infinity, height * 0.54);
  const capHeight = name.rows[0]?.baseline ?? 0;
  const y = top + capHeight - (long ? 0.22 : 0.34) * capHeight;
  const { pose, bounds } = placeProduct(
    stage,
    {
      x: width * (long ? 0.1 : 0.2),
      y,
      width: width * (long ? 0.8 : 0.6),
      height: height * (long ? 0.8 : 1.1) - y,
    },
    { rotationDegrees: tilt(stage, 0.8), alignY: 0 },
  );
  dress.addScenery(stage, bounds);
  addWords(stage, 'display', name, (width - name.width) / 2, top, { isBehind: true, align: 'center' });
  addProduct(stage, pose, { isClose: long, hasWordsBeside: true });
  if (long) {
    const row = { x: margin, y: height * 0.86, width: width * 0.52, height: footOf(stage) - height * 0.86 };
    const line = (text: string | undefined): ColumnItem[] => [
      { role: 'small', text, maxRows: 1, size: 0.06 },
    ];
    addColumn(stage, row, line(copy.what), { align: 'start', vertical: 'bottom' });
    addColumn(
      stage,
      { ...row, x: width * 0.56, width: width * 0.44 - margin },
      line([copy.price, dealWords(stage)].filter(Boolean).join(' ')),
      { align: 'end', vertical: 'bottom' },
    );
  } else {
    const side = Math.max(bounds.y + short * 0.02, top + name.height + short * 0.06);
    const foot = footOf(stage) - side;
    const right = Math.min(
      width - margin - width * 0.14,
      Math.max(rightOf(bounds) + short * 0.05, width * 0.7),
    );
    addFoot(
      stage,
      {
        x: margin,
        y: side,
        width: Math.max(width * 0.16, Math.min(bounds.x - margin - short * 0.05, width * 0.28)),
        height: foot,
      },
      { x: right, y: side, width: width - margin - right, height: foot },
    );
  }
  dress.addFurniture?.(stage, bounds);
}

/** The name turned upright at the left, the product before it. */
function upright(stage: Stage): void {
  const { width, height, margin, short, dress, copy, safe } = stage;
  const name = fitRow(stage, 'display', nameOf(stage), height * 0.8, Infinity, width * 0.46);
  const x = margin + name.height * 0.84;
  const headroom = stage.style.composition.topInset ? topOf(stage) : height * 0.1;
  const { pose, bounds } = placeProduct(
    stage,
    { x, y: headroom, width: width * (isSlim(stage) ? 1.06 : 1.34) - x, height: height * 0.66 },
    { rotationDegrees: tilt(stage), alignX: 0 },
  );
  dress.addScenery(stage, bounds);
  const [middleX, middleY] = [margin + name.height / 2, height * 0.5];
  addWords(stage, 'display', name, middleX - name.width / 2, middleY - name.height / 2, {
    rotationDegrees: -90,
    isBehind: true,
    align: 'start',
  });
  addProduct(stage, pose);
  const left = margin + name.height + short * 0.05;
  const y = Math.max(bottomOf(bounds) + short * 0.04, height * 0.6);
  addColumn(
    stage,
    { x: left, y, width: width - margin - left, height: bottomOf(safe) - y },
    [
      { role: 'support', text: copy.what, maxRows: 3, size: 0.056, dropOrder: 1 },
      { role: 'figure', text: copy.price, size: 0.15 },
    ],
    { align: 'start', vertical: 'top' },
  );
  dress.addFurniture?.(stage, bounds);
}

/** Names of four to six letters are repeated down the frame, long ones stacked word by word. */
const REPEATED_LETTERS = [4, 6] as const;

function stacked(stage: Stage): void {
  const { width, height, margin, short, dress, copy, safe, style, on, isPortrait } = stage;
  const { tallName, repeats } = style.composition;
  const name = nameOf(stage);
  const isOneLine = name.length <= REPEATED_LETTERS[1];
  const count = tallName === 'repeat' && isOneLine && name.length >= REPEATED_LETTERS[0] ? 3 : 1;
  const words = name.split(' ').filter((word) => word !== '');
  const block = fitWords(stage, 'display', name, {
    width: width - 2 * margin,
    height: height * 0.46,
    setting: 'stack',
    rows: isOneLine ? [name] : words.slice(0, 3).concat(words.length > 3 ? words.slice(3).join(' ') : []),
  });
  const top = topOf(stage);
  const step = block.height + (faceOf(stage, 'display').gapEm ?? 0.1) * largestPx(block) * 0.8;
  const lastPx = block.rows.at(-1)?.sizePx ?? 0;
  const y = count === 3 ? top + step + block.height * 0.7 : top + block.height - lastPx * 0.24;
  const long = isLong(stage);
  const { pose, bounds } = placeProduct(
    stage,
    {
      x: width * (isPortrait && count === 1 && !long ? 0.07 : 0.02),
      y,
      width: width * (long ? 1.2 : isPortrait && count === 1 ? 0.86 : 0.96),
      height: height * (isSlim(stage) ? 1.04 : 0.93) - y,
    },
    {
      rotationDegrees: tilt(stage, long ? 1.8 : 1),
      alignX: long ? 0 : 0.5,
      alignY: count === 3 ? 0.3 : 0.12,
    },
  );
  dress.addScenery(stage, bounds);
  for (let i = 0; i < count; i++)
    addWords(stage, 'display', block, (width - block.width) / 2, top + step * i, {
      isBehind: true,
      align: 'center',
      ...(i > 0 && repeats === 'outline'
        ? { effects: { outline: { color: on.ink, width: short * 0.0042 } } }
        : {}),
    });
  addProduct(stage, pose, { isClose: true });
  const last = bottomOf(safe) + short * (isPortrait ? 0.05 : 0.02);
  const foot = bottomOf(bounds) + short * 0.03 + shadowReach(stage, bounds);
  if (foot + short * 0.09 < last)
    addColumn(
      stage,
      {
        x: margin,
        y: foot,
        width: width - 2 * margin,
        height: last - foot,
      },
      [{ role: 'support', text: copy.what, maxRows: 2, size: Math.min(0.075, stage.style.sizes.support) }],
      { align: 'center', vertical: 'top' },
    );
  dress.addFurniture?.(stage, bounds);
}

/** An oversize name behind the product. */
export const nameBehind: Layout = (stage) => {
  if (!stage.isTall) {
    const isCuttable = hasSeparateLetters(nameOf(stage)) && nameOf(stage).length > 1;
    if (isSlim(stage) && fitsGap(stage) && isCuttable) inGap(stage);
    else behind(stage);
  } else if (stage.style.composition.tallName === 'vertical') upright(stage);
  else stacked(stage);
};
