import type { Box, Pose } from '../layer.ts';
import { withAlpha } from '../color/oklch.ts';
import { addColumn } from '../stage/column.ts';
import { rectangle } from '../stage/paths.ts';
import { pointOf } from '../stage/pose.ts';
import { seamPath, seamReach } from '../stage/seam.ts';
import { addProduct, addShape, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import {
  bottomOf,
  brandLabel,
  columnAbove,
  detailOf,
  downTo,
  footOf,
  type Layout,
  lineOf,
  sentence,
  tilt,
  topOf,
} from './layout.ts';
import { inSpace } from './in-space.ts';

/** A macro may enlarge what carries detail so far (see ProductFacts); up to twice that is soft, and shown under grain. */
const ENLARGEMENT = 1.6;
const TOLERANCE = 2;
/** Below this share of its size a macro is none. */
const SMALLEST = 0.66;
/** Thinner products are mostly air in a macro. */
const THIN = 0.1;
/** How much the product overlaps its window. */
const COVER = { width: 1.18, height: 1.12 };
const ZOOM = { solid: 1.02, open: 1.25 };

function windowBox(stage: Stage): Box {
  const { width, height, margin, isTall, isPortrait, style } = stage;
  if (style.composition.macro === 'window') {
    const top = topOf(stage);
    return isTall
      ? { x: margin, y: height * 0.37, width: width - 2 * margin, height: height * 0.55 }
      : { x: width * 0.4, y: top, width: width * 0.6 - margin, height: height - margin - top };
  }
  const y = height * (isPortrait ? 0.4 : 0.38);
  return isTall
    ? { x: 0, y, width, height: height - y }
    : { x: width * 0.4, y: 0, width: width * 0.6, height };
}

/** The focus in the middle of the window, the product covering it. */
function poseFor(stage: Stage, box: Box): Pose {
  const { product } = stage;
  const { aspectRatio } = product.silhouette;
  const height =
    Math.max((box.width * COVER.width) / aspectRatio, box.height * COVER.height) *
    (product.facts.isOpen ? ZOOM.open : ZOOM.solid);
  const pose = { x: 0, y: 0, height, rotationDegrees: tilt(stage, 1.4), isMirrored: stage.isMirrored };
  const [x, y] = pointOf(pose, product.silhouette, detailOf(stage));
  return { ...pose, x: box.x + box.width * 0.52 - x, y: box.y + box.height * 0.52 - y };
}

/** The pose at the size that the product's pixels carry; null where that would no longer be a detail, or mostly air. */
function carried(stage: Stage, box: Box): Pose | null {
  const { product, short } = stage;
  const { silhouette, facts } = product;
  const wished = poseFor(stage, box);
  const needed = (wished.height * Math.max(1, silhouette.aspectRatio) * 1080) / short;
  const k = Math.min(1, (facts.effectivePx * ENLARGEMENT * TOLERANCE) / needed);
  if (k < SMALLEST || (facts.isOpen && silhouette.thickness < THIN)) return null;
  const [x, y] = [box.x + box.width * 0.52, box.y + box.height * 0.52];
  // Nearer its middle where it no longer covers its window.
  const pose = { ...wished, x: x + (wished.x - x) * k, y: y + (wished.y - y) * k, height: wished.height * k };
  return downTo(stage, pose, bottomOf(box));
}

/** Darkness that the product comes out of. */
function addDarkness(stage: Stage): void {
  const { width, height, isTall, on } = stage;
  const [from, to] = isTall ? [height * 0.3, height * 0.48] : [width * 0.3, width * 0.52];
  addShape(stage, 'panel', isTall ? [['rect', 0, 0, width, to]] : [['rect', 0, 0, to, height]], {
    fill: {
      type: 'linear',
      from: isTall ? [0, from] : [from, 0],
      to: isTall ? [0, to] : [to, 0],
      stops: [
        [0, on.ground],
        [1, withAlpha(on.ground, 0)],
      ],
    },
    z: 2.2,
  });
}

/** A detail that fills its side of the frame, and the one line that belongs to it. */
export const macro: Layout = (stage) => {
  const { width, height, short, margin, isTall, style, dress } = stage;
  const { macro: kind, seam, vertical, panelLayers = 0 } = style.composition;
  const box = windowBox(stage);
  const pose = carried(stage, box);
  if (!pose) return inSpace(stage);
  dress.addScenery(stage, box);
  const seamAt = seamPath(seam, { width, height, isTall }, isTall ? box.y : box.x);
  const path = kind === 'window' ? () => rectangle(box) : seamAt;
  const color = dress.panelColor('macro');
  if (kind !== 'dark') {
    if (dress.addPanel) dress.addPanel(stage, path, color, box);
    else addShape(stage, 'panel', path(0), { fill: color });
  }
  addProduct(stage, pose, {
    shadowKind: kind === 'dark' ? 'none' : 'far',
    isScenery: true,
    isBare: true,
    ...(kind === 'dark' ? {} : { clip: path(0) }),
  });
  if (kind === 'dark') addDarkness(stage);
  const reach = kind === 'panel' ? seamReach(seam, { length: isTall ? width : height, short, isTall }) : 0;
  const gap = short * 0.05 + Math.min(reach, short * 0.1) + panelLayers * short;
  const column = isTall
    ? columnAbove(stage, box.y - gap)
    : { x: margin, y: topOf(stage), width: box.x - margin - gap, height: footOf(stage) - topOf(stage) };
  const { layers } = addColumn(
    stage,
    column,
    [brandLabel(stage), { role: 'display', text: sentence(stage, lineOf(stage)) }],
    { vertical: kind === 'window' ? (isTall ? 'middle' : 'bottom') : vertical === 'top' ? 'top' : 'middle' },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, box);
};
