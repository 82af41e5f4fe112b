import type { Box, Path, Pose, TextBlock } from '../layer.ts';
import type { Point } from '../product.ts';
import { circle, polygon, roundRectangle } from '../stage/paths.ts';
import { pointOf } from '../stage/pose.ts';
import { addProduct, addShape, type Stage } from '../stage/stage.ts';
import { addWords, fitRow, fitWords, placeX, sizeOf } from '../stage/words.ts';
import { brandLabel, isLong, isSlim, type Layout, placeProduct, rightOf, tilt, topOf } from './layout.ts';

/** Air between a label's words and the edge of its plate, as a share of the short side. */
const PLATE_PAD = 0.026;
/** From a label's words to the beginning of its line. */
const LINE_GAP = 0.03;

interface Label {
  words: string;
  /** Which anchor of the product. */
  anchor: number;
  side: 'left' | 'right';
  /** Middle of the label. */
  y: number;
  target: Point;
}

/** Wide: labels by the side their anchor is nearer to, in order of height, so that lines never cross. */
function besideProduct({ height, width }: Stage, anchors: readonly Point[]): Pick<Label, 'side' | 'y'>[] {
  const order = anchors.map((_, i) => i).toSorted((a, b) => (anchors[a]?.[0] ?? 0) - (anchors[b]?.[0] ?? 0));
  const middle = anchors[order[1] ?? 0]?.[0] ?? 0;
  const cut = order.length < 3 ? 1 : middle < width / 2 ? 2 : 1;
  const slots: Pick<Label, 'side' | 'y'>[] = [];
  const fill = (indices: readonly number[], side: 'left' | 'right') =>
    indices
      .toSorted((a, b) => (anchors[a]?.[1] ?? 0) - (anchors[b]?.[1] ?? 0))
      .forEach((anchor, n) => {
        const alone = side === 'left' ? 0.24 : 0.7;
        slots[anchor] = { side, y: height * (indices.length === 1 ? alone : n === 0 ? 0.2 : 0.8) };
      });
  fill(order.slice(0, cut), 'left');
  fill(order.slice(cut), 'right');
  return slots;
}

/** Tall: the lowest anchor's label below the product, the others above. */
function aboveAndBelow(stage: Stage, anchors: readonly Point[]): Pick<Label, 'side' | 'y'>[] {
  const { width, height, isPortrait } = stage;
  const indices = anchors.map((_, i) => i);
  const low = indices.toSorted((a, b) => (anchors[b]?.[1] ?? 0) - (anchors[a]?.[1] ?? 0))[0] ?? 0;
  const isSquare = height / width < 1.2;
  const [usual, wanted] = isSquare ? [0.11, 0.235] : isPortrait ? [0.2, 0.262] : [0.144, 0.192];
  // Below a page head, and below one another's lines.
  const first = Math.max(usual, (topOf(stage) + stage.style.callouts.size * stage.short * 0.7) / height);
  // Labels that lie over each other's columns keep a line's height between them.
  const second = Math.max(wanted, first + ((stage.style.callouts.size * 1.3 + 0.01) * stage.short) / height);
  const slots: Pick<Label, 'side' | 'y'>[] = [];
  indices
    .filter((i) => i !== low)
    .toSorted((a, b) => (anchors[a]?.[0] ?? 0) - (anchors[b]?.[0] ?? 0))
    .forEach((anchor, n) => {
      slots[anchor] = n === 0 ? { side: 'left', y: height * first } : { side: 'right', y: height * second };
    });
  const below = height * (isPortrait ? 0.738 : 0.9);
  slots[low] = { side: (anchors[low]?.[0] ?? 0) < width / 2 ? 'left' : 'right', y: below };
  return slots;
}

function fitLabel(stage: Stage, { words, side }: Label, bounds: Box): TextBlock {
  const { width, margin, short, isTall, style } = stage;
  const { face, size } = style.callouts;
  if (isTall) {
    const row = fitRow(stage, face, words, width * 0.72, size * short);
    if ((row.rows[0]?.sizePx ?? 0) > size * short * 0.8) return row;
    return fitWords(stage, face, words, {
      width: width * 0.62,
      height: Infinity,
      maxPx: size * short,
      maxRows: 2,
    });
  }
  const room =
    side === 'left'
      ? Math.max(bounds.x - margin - short * 0.09, width * 0.2)
      : width - margin - rightOf(bounds) - short * 0.09;
  return fitWords(stage, face, words, {
    width: Math.max(room, width * 0.17),
    height: Infinity,
    maxPx: size * short,
    maxRows: 3,
  });
}

/** From the label to the product: an elbow in wide canvases, upright in tall ones. */
function lineOf(stage: Stage, label: Label, box: Box, bounds: Box, gap: number): Point[] {
  const { short, isTall } = stage;
  const [ax, ay] = label.target;
  if (isTall) {
    const isAbove = label.y < ay;
    const x = Math.max(box.x + box.width * 0.08, Math.min(box.x + box.width * 0.92, ax));
    return [
      [x, isAbove ? box.y + box.height + gap : box.y - gap],
      [ax, ay],
    ];
  }
  const rise = Math.abs(ay - label.y) * 0.8;
  if (label.side === 'left') {
    const start = rightOf(box) + gap;
    return [
      [start, label.y],
      [Math.max(start, Math.min(ax - rise, bounds.x + short * 0.02)), label.y],
      [ax, ay],
    ];
  }
  const start = box.x - gap;
  return [
    [start, label.y],
    [Math.min(start, Math.max(ax + rise, rightOf(bounds) - short * 0.02)), label.y],
    [ax, ay],
  ];
}

/** A line as drawn by hand, or with an elbow. */
function linePath(stage: Stage, points: readonly Point[]): Path {
  const { short, isTall, style } = stage;
  const [from, to] = [points[0], points.at(-1)];
  if (style.callouts.line === 'elbow' || !from || !to) return polygon(points, true);
  const bend: Point = isTall
    ? [from[0] + short * 0.06, (from[1] + to[1]) / 2]
    : [(from[0] + to[0]) / 2, from[1] - short * 0.03];
  return [
    ['move', ...from],
    ['quadratic', ...bend, ...to],
  ];
}

function addPlate(stage: Stage, box: Box, rows: number, anchor: number): void {
  const { short, style, dress, on } = stage;
  const { plateRadius, hasHardShadow } = style.callouts;
  if (plateRadius === null) return;
  const colors = dress.callout(on);
  const pad = PLATE_PAD * short;
  const outer = { x: box.x - pad, y: box.y - pad, width: box.width + 2 * pad, height: box.height + 2 * pad };
  // A pill is for one row; more of them need corners that leave their words alone.
  const radius = rows === 1 ? plateRadius * short : Math.min(plateRadius * short, outer.height * 0.24);
  if (hasHardShadow === true) {
    const under = { ...outer, x: outer.x + short * 0.007, y: outer.y + short * 0.01 };
    addShape(stage, 'callout-label', roundRectangle(under, radius), { fill: dress.roles.dark, z: 3, anchor });
  }
  addShape(stage, 'callout-label', roundRectangle(outer, radius), {
    fill: colors.plate,
    z: 3,
    anchor,
    ...(colors.plateLine === undefined
      ? {}
      : { stroke: { color: colors.plateLine, width: short * (hasHardShadow === true ? 0.006 : 0.0025) } }),
  });
}

function addLabel(stage: Stage, label: Label, bounds: Box): void {
  const { width, margin, short, style, dress, on } = stage;
  const { face, lineShare, dotShare, plateRadius } = style.callouts;
  const colors = dress.callout(on);
  const block = fitLabel(stage, label, bounds);
  const hasPlate = plateRadius !== null;
  const box = {
    x: label.side === 'left' ? margin : width - margin - block.width,
    y: label.y - block.height / 2,
    width: block.width,
    height: block.height,
  };
  const { anchor, target } = label;
  const gap = short * (hasPlate ? PLATE_PAD : LINE_GAP);
  const stroke = { color: colors.line, width: short * lineShare, cap: 'round' as const };
  const points = lineOf(stage, label, box, bounds, gap);
  addShape(stage, 'callout-line', linePath(stage, points), { stroke, z: 2.8, anchor });
  addPlate(stage, box, block.rows.length, anchor);
  const text = addWords(stage, face, block, box.x, box.y, {
    align: (label.side === 'left') === stage.startsLeft ? 'start' : 'end',
    fill: hasPlate ? colors.text : on.ink,
    z: 4,
    layerRole: 'callout-label',
  });
  text.anchor = anchor;
  addShape(stage, 'callout-dot', circle(target[0], target[1], short * dotShare), {
    fill: colors.dot,
    stroke: { ...stroke, cap: 'round' },
    z: 3,
    anchor,
    of: text.id,
  });
}

function productPlace(stage: Stage): { pose: Pose; bounds: Box } {
  const { width, height, isTall, isPortrait, product } = stage;
  const long = isLong(stage);
  const slim = isSlim(stage);
  const isLying = slim && product.facts.kind === 'flat';
  const box = isTall
    ? {
        x: width * 0.05,
        y: height * (slim ? 0.295 : isPortrait ? 0.3 : 0.315),
        width: width * 0.9,
        height: height * (isPortrait ? (slim ? 0.41 : 0.4) : slim ? 0.49 : 0.435),
      }
    : {
        x: width * (long ? 0.19 : 0.23),
        y: height * (isLying ? -0.16 : 0.07),
        width: width * (long ? 0.62 : 0.54),
        height: height * (isLying ? 1.36 : 0.86),
      };
  return placeProduct(stage, box, { rotationDegrees: tilt(stage, isTall && long ? 1.2 : 0.5) });
}

/** Two or three points of the product with lines and labels. */
export const callouts: Layout = (stage) => {
  const { width, height, margin, short, isTall, copy, product, dress } = stage;
  const { pose, bounds } = productPlace(stage);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose);
  const points = (copy.benefits ?? []).slice(0, 3);
  const anchors = product.facts.anchors
    .slice(0, Math.max(1, points.length))
    .map((anchor) => pointOf(pose, product.silhouette, anchor));
  const slots = isTall ? aboveAndBelow(stage, anchors) : besideProduct(stage, anchors);
  points.forEach((words, anchor) => {
    const slot = slots[anchor];
    const target = anchors[anchor];
    if (slot && target) addLabel(stage, { words, anchor, ...slot, target }, bounds);
  });
  const label = brandLabel(stage);
  if (isTall && height / width > 1.3 && label?.text !== undefined) {
    const block = fitRow(
      stage,
      'label',
      label.text,
      width - 2 * margin,
      sizeOf(stage, 'label') * 1.1,
      short * 0.1,
    );
    const x = placeX(
      stage,
      { x: margin, width: width - 2 * margin },
      block.width,
      stage.style.composition.align,
    );
    addWords(stage, 'label', block, x, topOf(stage) - short * 0.02);
  }
  dress.addFurniture?.(stage, bounds);
};
