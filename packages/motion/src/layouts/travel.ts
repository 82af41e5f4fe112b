import { withAlpha } from '../color/oklch.ts';
import type { Pose } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { roundRectangle } from '../stage/paths.ts';
import type { Point } from '../product.ts';
import { pointOf } from '../stage/pose.ts';
import {
  addProduct,
  addShape,
  frameBox,
  isCutBelow,
  type PoseKey,
  type Stage,
  standOn,
} from '../stage/stage.ts';
import type { Dress } from '../styles/style.ts';
import { addWords, fitWords, placeX, underline } from '../stage/words.ts';
import {
  bottomOf,
  boundsOf,
  brandLabel,
  columnTo,
  detailOf,
  downTo,
  footOf,
  type Layout,
  lineOf,
  sentence,
  tilt,
  topOf,
} from './layout.ts';

/** Heights of the frame that the product measures, wide and tall, and what its pixels allow (see macro). */
const ZOOM = { wide: 2.3, tall: 1.5 };
const LEAST_ZOOM = 1.25;
const ENLARGEMENT = 2.2;
/** It reaches beyond the frame by so much where that costs no more than this further enlargement. */
const BEYOND = 1.15;
const SOFTER = 1.35;
/** Where the focus stands, as shares of the frame: beside or below words in the dark, over a plate: above a focus is often a face. */
const PLACE = {
  dark: [0.68, 0.5],
  tallDark: [0.5, 0.62],
  plate: [0.54, 0.46],
  tallPlate: [0.5, 0.4],
} as const;

const words = (stage: Stage) => sentence(stage, lineOf(stage)) ?? '';

function poseOf(stage: Stage, place: readonly [number, number]): Pose {
  const { width, height, short, isTall, product } = stage;
  const { silhouette, facts } = product;
  const longer = Math.max(1, silhouette.aspectRatio);
  const sharp = ((facts.effectivePx * ENLARGEMENT) / longer) * (short / 1080);
  const wanted = height * (isTall ? ZOOM.tall : ZOOM.wide);
  const beyond = BEYOND * Math.min(height, width / silhouette.aspectRatio);
  const drawn = Math.max(
    Math.min(wanted / Math.sqrt(longer), sharp),
    Math.min(beyond, sharp * SOFTER),
    (height * LEAST_ZOOM) / longer,
  );
  const pose = { x: 0, y: 0, height: drawn, rotationDegrees: tilt(stage, 0.6), isMirrored: stage.isMirrored };
  const [x, y] = pointOf(pose, silhouette, detailOf(stage));
  return { ...pose, x: width * place[0] - x, y: height * place[1] - y };
}

/** The dark rises under the words and fades towards the product. */
function wordsInTheDark(stage: Stage): void {
  const { width, height, short, isTall, on } = stage;
  const end = isTall ? height * 0.56 : width * 0.62;
  addShape(stage, 'panel', isTall ? [['rect', 0, 0, width, end]] : [['rect', 0, 0, end, height]], {
    fill: {
      type: 'linear',
      from: [0, 0],
      to: isTall ? [0, end] : [end, 0],
      stops: [
        [0, withAlpha(on.ground, 1)],
        [0.62, withAlpha(on.ground, 0.97)],
        [0.8, withAlpha(on.ground, 0.55)],
        [1, withAlpha(on.ground, 0)],
      ],
    },
    z: 2.2,
  });
  const top = topOf(stage);
  const column = isTall
    ? { x: stage.margin, y: top, width: width - 2 * stage.margin, height: height * 0.38 - top }
    : columnTo(stage, width * 0.42 - short * 0.02);
  const { layers } = addColumn(
    stage,
    { ...column, height: Math.min(column.height, footOf(stage) - column.y) },
    [brandLabel(stage), { role: 'display', text: words(stage), maxRows: 3 }],
    { vertical: 'middle', align: 'start' },
  );
  underline(stage, layers);
}

/** One line on a plate over the picture. */
export function wordsOnPlate(
  stage: Stage,
  { color, fill }: ReturnType<Dress['band']> = stage.dress.band(),
): void {
  const { width, height, short, margin, isTall, safe, style } = stage;
  standOn(stage, color);
  const pad = short * (0.045 + (style.composition.effectAir ?? 0) * 0.15);
  const block = fitWords(stage, 'display', words(stage), {
    width: (isTall ? width : width * 0.62) - 2 * margin - 2 * pad,
    height: height * (isTall ? 0.2 : 0.36),
    maxPx: short * 0.17,
    maxRows: 3,
  });
  const size = { width: block.width + 2 * pad, height: block.height + 2 * pad };
  const room = { x: margin, width: width - 2 * margin };
  const x = placeX(stage, room, size.width, isTall ? style.composition.align : 'start');
  const y = bottomOf(safe) - size.height;
  const plate = { x, y, ...size };
  addShape(stage, 'panel', roundRectangle(plate, (style.pattern.plateRadius ?? 0) * short), {
    fill: color,
    z: 2.5,
  });
  addWords(stage, 'display', block, x + pad, y + pad, {
    isMeantOver: true,
    ...(fill === undefined ? {} : { fill }),
  });
}

/** How far the camera goes at most, in frame sides: the product must fill the frame all the way. */
const FARTHEST = 0.42;

/** From the focus to the next place worth seeing, cut half-way to a third. */
function travelKeys(stage: Stage, pose: Pose): PoseKey[] {
  const { width, height, product } = stage;
  const { anchors } = product.facts;
  const focus = detailOf(stage);
  const from = pointOf(pose, product.silhouette, focus);
  const far = ([x, y]: Point) => Math.hypot(x - focus[0], y - focus[1]);
  const [near = focus, away = focus] = anchors
    .filter((anchor) => far(anchor) > 0.08)
    .toSorted((a, b) => far(a) - far(b));
  // What the photo cut below is never followed so far that the cut is seen.
  const slack = isCutBelow(stage) ? (bottomOf(boundsOf(stage, pose)) - height) / height : FARTHEST;
  const shift = (anchor: Point) => {
    const [x, y] = pointOf(pose, product.silhouette, anchor);
    const limit = (value: number) => Math.max(-FARTHEST, Math.min(FARTHEST, value));
    return { x: limit((from[0] - x) / width), y: Math.max(-slack, limit((from[1] - y) / height)) };
  };
  const [a, b] = [shift(near), shift(away)];
  // The second look of an ad is one slow way from far to near.
  if (stage.isFlipped)
    return [
      {
        share: 0,
        x: b.x * 0.7,
        y: b.y * 0.7,
        k: isCutBelow(stage) ? 1 : 0.82,
        rotationDegrees: isCutBelow(stage) ? 0 : -3,
      },
      { share: 1, x: a.x * 0.4, y: a.y * 0.4, k: 1.2, rotationDegrees: 1, ease: 'inout' },
    ];
  return [
    { share: 0, x: a.x * 0.5, y: a.y * 0.5, k: 1.05 },
    { share: 0.52, k: 1.12 },
    { share: 0.52, x: b.x, y: b.y, k: 1.16, rotationDegrees: 2 },
    { share: 1, x: b.x * 0.6, y: b.y * 0.6, k: 1, rotationDegrees: 0 },
  ];
}

/** The product far larger than the frame, for the camera to travel along, and one line where there is one. */
export const travel: Layout = (stage) => {
  const { dress, isTall, style } = stage;
  const isDark = style.composition.macro === 'dark';
  const isSilent = words(stage) === '';
  dress.addScenery(stage, frameBox(stage));
  const place = isDark ? (isTall ? PLACE.tallDark : PLACE.dark) : isTall ? PLACE.tallPlate : PLACE.plate;
  const pose = downTo(stage, poseOf(stage, isSilent ? [0.5, 0.5] : place), stage.height);
  addProduct(stage, pose, { isBare: true, isScenery: true, shadowKind: 'far' });
  stage.keys.push(...travelKeys(stage, pose));
  if (isSilent) return;
  if (isDark) wordsInTheDark(stage);
  else wordsOnPlate(stage);
};
