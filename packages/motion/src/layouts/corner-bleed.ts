import { addColumn } from '../stage/column.ts';
import { topBetween } from '../stage/pose.ts';
import { addProduct, isCutBelow, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import {
  bottomOf,
  boundsOf,
  brandLabel,
  footOf,
  type Layout,
  leftEdge,
  lineOf,
  placeProduct,
  rightOf,
  tilt,
  topOf,
} from './layout.ts';
import { hookType } from './hook-type.ts';
import { pageWithWindow } from './picture-window.ts';
import { travel } from './travel.ts';

/** How far the product leans, and how far it leaves the frame, as shares of its sides. */
const LEAN = -26;
const LEAN_UPRIGHT = -18;
const BEYOND = { right: 1.12, bottom: 1.14, bottomTall: 1.04 };

function poseOf(stage: Stage) {
  const { width, height, isTall, style, product } = stage;
  const isUpright = product.facts.kind === 'stand' && style.composition.tiltDegrees === 0;
  const rotationDegrees = isUpright ? LEAN_UPRIGHT : LEAN + tilt(stage, 0.3);
  const box = isTall
    ? {
        x: -width * 0.06,
        y: height * 0.455,
        width: width * (product.facts.isOpen ? 1.2 : 1.56),
        height: height * 0.86,
      }
    : { x: width * 0.38, y: -height * 0.12, width: width * 0.92, height: height * 1.52 };
  const { pose, bounds } = placeProduct(stage, box, { rotationDegrees, alignX: 0, alignY: 0 });
  return {
    ...pose,
    x: pose.x + Math.max(0, width * BEYOND.right - rightOf(bounds)),
    y: pose.y + Math.max(0, height * (isTall ? BEYOND.bottomTall : BEYOND.bottom) - bottomOf(bounds)),
  };
}

/** The product lies across a corner and leaves the frame on two sides. */
export const cornerBleed: Layout = (stage) => {
  const { width, height, margin, short, isTall, copy, style, dress, product } = stage;
  // With nothing to say the whole frame is the product's.
  if (lineOf(stage) === undefined) return travel(stage);
  if (style.composition.opening === 'window') return pageWithWindow(stage);
  // Lying across the frame it would show where it was cut.
  if (isCutBelow(stage)) return hookType(stage);
  const pose = poseOf(stage);
  const bounds = boundsOf(stage, pose);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose);
  const top = topOf(stage);
  const productTop = topBetween(pose, product.silhouette, margin, width - margin) ?? height;
  const column = isTall
    ? {
        x: margin,
        y: top,
        width: width - 2 * margin,
        height: productTop - short * (0.04 - style.composition.overlap) - top,
      }
    : {
        x: margin,
        y: top,
        width: Math.max(leftEdge(stage, pose, margin, height * 0.62) - margin - short * 0.05, width * 0.3),
        height: height * 0.62 - top,
      };
  const { layers } = addColumn(
    stage,
    column,
    [
      { role: 'display', text: copy.hook ?? lineOf(stage) },
      { role: 'support', text: copy.what, dropOrder: 1 },
    ],
    { vertical: 'top', ...(isTall ? {} : { align: 'start' }) },
  );
  underline(stage, layers);
  const foot = { x: margin, y: height * 0.7, width: 0, height: footOf(stage) - height * 0.7 };
  foot.width = leftEdge(stage, pose, height * 0.72, footOf(stage)) - margin - short * 0.05;
  if (!isTall && foot.width > width * 0.2)
    addColumn(stage, foot, [brandLabel(stage)], { align: 'start', vertical: 'bottom' });
  dress.addFurniture?.(stage, bounds);
};
