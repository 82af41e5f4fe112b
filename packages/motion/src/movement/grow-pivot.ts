import type { Box, Layer, Pose } from '../layer.ts';
import type { Point } from '../product.ts';

/** The upright box round a turned product. */
function boundsOf({ x, y, height, rotationDegrees }: Pose, aspect: number): Box {
  const turn = (rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const [w, h] = [height * aspect * cos + height * sin, height * aspect * sin + height * cos];
  return { x: x - w / 2, y: y - h / 2, width: w, height: h };
}

/** What stays free between a whole product and the frame's edge, as a share of its sides: the camera comes nearer still. */
const EDGE = 0.04;

/** How far a pose may grow about a point before a side that stands in the frame leaves it; at least 1. */
export function mostGrowth(
  pose: Pose,
  aspect: number,
  [x, y]: Point,
  { width, height }: { width: number; height: number },
): number {
  const bounds = boundsOf(pose, aspect);
  const sides = [
    { reach: x - bounds.x, room: x, edge: EDGE * width },
    { reach: bounds.x + bounds.width - x, room: width - x, edge: EDGE * width },
    { reach: y - bounds.y, room: y, edge: EDGE * height },
    { reach: bounds.y + bounds.height - y, room: height - y, edge: EDGE * height },
  ];
  const limits = sides
    .filter(({ reach, room }) => reach > 0 && reach <= room)
    .map(({ reach, room, edge }) => Math.max(1, (room - edge) / reach));
  return Math.min(Infinity, ...limits);
}

const isWords = (layer: Layer) =>
  (layer.type === 'text' && layer.isMeantOver !== true && layer.z >= 2) || layer.role === 'button';

/**
 * The middle of the product's edge that faces the words, from which it may grow without reaching them; null where they
 * stand all round it or nowhere.
 */
export function growPivot(layers: readonly Layer[], pose: Pose, aspect: number): Point | null {
  const bounds = boundsOf(pose, aspect);
  const [right, bottom] = [bounds.x + bounds.width, bounds.y + bounds.height];
  const boxes = layers.filter(isWords).map(({ box }) => box);
  if (boxes.length === 0) return null;
  const slack = bounds.height * 0.12;
  const wide = bounds.width * 0.12;
  if (boxes.every((box) => box.y + box.height <= bounds.y + slack)) return [pose.x, bounds.y];
  if (boxes.every((box) => box.x + box.width <= bounds.x + wide)) return [bounds.x, pose.y];
  if (boxes.every((box) => box.x >= right - wide)) return [right, pose.y];
  if (boxes.every((box) => box.y >= bottom - slack)) return [pose.x, bottom];
  return null;
}
