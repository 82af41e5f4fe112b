import type { Pose } from '../layer.ts';
import { addColumn, type ColumnItem } from '../stage/column.ts';
import { pointOf, spanBetween, topBetween } from '../stage/pose.ts';
import { addProduct, fitProduct, isCutBelow, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import {
  boundsOf,
  brandLabel,
  columnTo,
  detailOf,
  footOf,
  isLong,
  isSlim,
  type Layout,
  lineOf,
  onFoot,
  sentence,
  tilt,
  topOf,
} from './layout.ts';
import { pageWithWindow } from './picture-window.ts';

const words = (stage: Stage): (ColumnItem | null)[] => [
  brandLabel(stage),
  { role: 'display', text: sentence(stage, stage.copy.hook ?? lineOf(stage)) },
  { role: 'support', text: sentence(stage, stage.copy.what), maxRows: 3, dropOrder: 1 },
];

/** Right of this share of the frame nothing of a face is cut off yet when the camera comes nearer. */
const FACE_RIGHT = 0.7;

/** A product that leaves the frame at the right moves in as far as its face needs. */
function withFaceInFrame(stage: Stage, pose: Pose): Pose {
  const { width, product } = stage;
  const [face] = pointOf(pose, product.silhouette, detailOf(stage));
  const bounds = boundsOf(stage, pose);
  const beyond = Math.max(0, bounds.x + bounds.width - width);
  return { ...pose, x: pose.x - Math.min(beyond, Math.max(0, face - width * FACE_RIGHT)) };
}

/** A long product under one line over the full measure. */
function lineOver(stage: Stage): void {
  const { width, height, margin, copy, dress } = stage;
  const pose = fitProduct(
    stage,
    { x: width * 0.05, y: height * 0.335, width, height: height * 0.6 },
    { rotationDegrees: tilt(stage, 0.55), alignX: 0.45, alignY: 0 },
  );
  const bounds = boundsOf(stage, pose);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose);
  addColumn(
    stage,
    { x: margin, y: margin * 0.9, width: width - 2 * margin, height: height * 0.36 },
    [{ role: 'display', text: copy.hook ?? lineOf(stage), maxRows: 1, isBehind: true }],
    { vertical: 'top' },
  );
  dress.addFurniture?.(stage, bounds);
}

/** Beside a product that comes nearer, words take so much of the overlap that they take above it. */
const WIDE_OVERLAP = 0.4;

function wide(stage: Stage): void {
  const { width, height, margin, short, style, dress, product } = stage;
  const isContained = style.composition.opening === 'contained';
  const box = isContained
    ? { x: width * 0.5, y: height * 0.1, width: width * 0.5 - margin, height: height * 0.82 }
    : {
        x: width * (isSlim(stage) ? 0.55 : 0.495),
        // Of somebody the head is shown.
        y: height * (isCutBelow(stage) ? 0.06 : -0.15),
        width: width * 0.66,
        height: height * (isCutBelow(stage) ? 1.1 : 1.3),
      };
  const fit = { rotationDegrees: tilt(stage), alignX: 0 };
  const pose = withFaceInFrame(stage, onFoot(stage, fitProduct(stage, box, fit)));
  const bounds = boundsOf(stage, pose);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose, { isClose: !isContained });
  const edge = spanBetween(pose, product.silhouette, height * 0.1, height * 0.9)?.left ?? width;
  const { layers } = addColumn(
    stage,
    columnTo(stage, edge - short * (0.045 - style.composition.overlap * WIDE_OVERLAP)),
    words(stage),
    { vertical: style.composition.vertical },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
}

/** In tall canvases the product fills the foot and leaves the frame. */
function tallPose(stage: Stage): Pose {
  const { width, height, margin, isPortrait, style, product } = stage;
  const isContained = style.composition.opening === 'contained';
  const y = height * (isPortrait ? 0.44 : 0.42);
  const reach = product.facts.isOpen ? 1.06 : isLong(stage) ? 1.5 : 1.26;
  const box = isContained
    ? { x: margin, y, width: width - 2 * margin, height: height * 0.46 }
    : { x: width * 0.02, y, width: width * reach, height: height * (isSlim(stage) ? 0.82 : 0.66) };
  const pose = fitProduct(stage, box, {
    rotationDegrees: tilt(stage, isLong(stage) ? 1.7 : 1.2),
    alignX: 0,
    alignY: 0,
  });
  const bounds = boundsOf(stage, pose);
  const x = bounds.width < width ? pose.x + (width - bounds.width) / 2 - bounds.x : pose.x;
  const gap = height * 0.93 - (bounds.y + bounds.height);
  return withFaceInFrame(stage, onFoot(stage, { ...pose, x, y: pose.y + Math.max(0, gap) * 0.6 }));
}

function tall(stage: Stage): void {
  const { width, short, margin, style, dress, product } = stage;
  const pose = tallPose(stage);
  const bounds = boundsOf(stage, pose);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose, { isClose: true });
  const productTop = isLong(stage)
    ? (topBetween(pose, product.silhouette, margin, width - margin) ?? bounds.y)
    : bounds.y;
  const top = topOf(stage);
  const bottom = Math.min(footOf(stage), productTop - short * (0.05 - style.composition.overlap * 0.6));
  const { layers } = addColumn(
    stage,
    { x: margin, y: top, width: width - 2 * margin, height: bottom - top },
    words(stage),
    { vertical: style.composition.opening === 'contained' ? 'top' : 'middle' },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
}

/** The hook fills the frame, the product slides in so near that it bleeds off. */
export const hookType: Layout = (stage) => {
  const { composition } = stage.style;
  if (composition.opening === 'window') pageWithWindow(stage);
  else if (stage.isTall) tall(stage);
  else if (isLong(stage) && composition.setting === 'stack') lineOver(stage);
  else wide(stage);
};
