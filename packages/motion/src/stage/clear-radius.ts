import type { Box, Layer } from '../layer.ts';
import type { Stage } from './stage.ts';

/** Distance from a point to a box. */
function distanceTo({ x, y, width, height }: Box, atX: number, atY: number): number {
  return Math.hypot(Math.max(x - atX, 0, atX - x - width), Math.max(y - atY, 0, atY - y - height));
}

/** Air round plain words, and how far a round thing may reach behind letters with an edge of their own. */
const AIR = 0.012;
const REACH = 0.09;

const isBuiltUp = (layer: Layer) =>
  layer.type === 'text' && (layer.effects.extrude !== undefined || layer.effects.sticker !== undefined);

/** Words that stand on the ground itself; badges and labels with plates bring their own. */
const words = ({ layers, style }: Stage) =>
  layers.filter(
    ({ reading, role }) =>
      reading !== undefined &&
      role !== 'badge' &&
      !(role === 'callout-label' && style.callouts.plateRadius !== null),
  );

/**
 * The largest radius up to `wanted`, and not under `least`, at which a round thing about a point stays clear of the
 * words that have been placed.
 */
export function clearRadius(stage: Stage, x: number, y: number, wanted: number, least: number): number {
  const nearest = Math.min(
    ...words(stage).map(
      (layer) => distanceTo(layer.box, x, y) - stage.short * (isBuiltUp(layer) ? -REACH : AIR),
    ),
  );
  return Math.max(least, Math.min(wanted, nearest));
}

/** Whether words stand in a box. */
export const hasWordsIn = (stage: Stage, { x, y, width, height }: Box): boolean =>
  words(stage).some(
    ({ box }) => box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height,
  );
