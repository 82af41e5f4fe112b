import type { Box, Pose } from '../layer.ts';
import type { Point } from '../product.ts';
import type { Silhouette } from './silhouette.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** A point of the cut-out, from its middle in shares (±0.5), in the frame. */
function project(
  { x, y, height, rotationDegrees, isMirrored }: Pose,
  aspectRatio: number,
  [u, v]: Point,
): Point {
  const dx = u * height * aspectRatio * (isMirrored ? -1 : 1);
  const dy = v * height;
  const cos = Math.cos(radians(rotationDegrees));
  const sin = Math.sin(radians(rotationDegrees));
  return [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
}

/** A place on the cut-out (0–1 from its top left) in the frame. */
export const pointOf = (pose: Pose, { aspectRatio }: Silhouette, [u, v]: Point): Point =>
  project(pose, aspectRatio, [u - 0.5, v - 0.5]);

/** The outline of a posed product in frame pixels. */
export const posedOutline = (pose: Pose, { aspectRatio, outline }: Silhouette): Point[] =>
  outline.map((point) => project(pose, aspectRatio, point));

/** Smallest upright box around points. */
export function boxAround(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Smallest upright box around boxes. */
export const boxAroundAll = (boxes: readonly Box[]): Box =>
  boxAround(
    boxes.flatMap(({ x, y, width, height }): Point[] => [
      [x, y],
      [x + width, y + height],
    ]),
  );

export interface FitPose {
  rotationDegrees?: number;
  isMirrored?: boolean;
  /** Where in the box it stands, 0 left or top to 1 right or bottom. */
  alignX?: number;
  alignY?: number;
}

/** The pose in which the turned product's outline just fits the box. */
export function poseInBox(silhouette: Silhouette, box: Box, options: FitPose = {}): Pose {
  const { rotationDegrees = 0, isMirrored = false, alignX = 0.5, alignY = 0.5 } = options;
  const unit = { x: 0, y: 0, height: 1000, rotationDegrees, isMirrored };
  const bounds = boxAround(posedOutline(unit, silhouette));
  const scale = Math.min(box.width / bounds.width, box.height / bounds.height);
  return {
    ...unit,
    x: box.x + (box.width - bounds.width * scale) * alignX - bounds.x * scale,
    y: box.y + (box.height - bounds.height * scale) * alignY - bounds.y * scale,
    height: 1000 * scale,
  };
}

/** Left and right end of what lies between two heights; null when nothing does. */
export function spanBetween(
  pose: Pose,
  silhouette: Silhouette,
  top: number,
  bottom: number,
): { left: number; right: number } | null {
  const xs = posedOutline(pose, silhouette)
    .filter(([, y]) => y >= top && y <= bottom)
    .map(([x]) => x);
  return xs.length > 0 ? { left: Math.min(...xs), right: Math.max(...xs) } : null;
}

/** The highest point of what lies between two places from left to right; null when nothing does. */
export function topBetween(pose: Pose, silhouette: Silhouette, left: number, right: number): number | null {
  const ys = posedOutline(pose, silhouette)
    .filter(([x]) => x >= left && x <= right)
    .map(([, y]) => y);
  return ys.length > 0 ? Math.min(...ys) : null;
}
