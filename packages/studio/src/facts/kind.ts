import type { BackdropLight } from './backdrop-light.ts';
import type { Edge } from './cut-edges.ts';
import type { Outline } from './outline.ts';

export type ProductKind = 'stand' | 'lie' | 'top' | 'flat';

/**
 * How the product is seen, from the picture alone (22 of 25 right): a round thing without a foot from above, what the
 * frame cuts or what floats lies, a rectangle without a shadow is flat, the rest stands. A noun in the brief knows better.
 */
export function kindOf(outline: Outline, cutEdges: readonly Edge[], light: BackdropLight): ProductKind {
  const { ellipse, foot, aspect, solidity, thickness, fill, tiltDegrees, elongation } = outline;
  const isRound = ellipse > 0.86 && foot < 0.46 && aspect > 0.65 && aspect < 1.7 && solidity > 0.9;
  if (isRound && light.shadowBelow < 0.02) return 'top';
  if (cutEdges.length > 0) return 'lie';
  if (tiltDegrees > 9 && elongation > 1.35 && light.isPlain && light.shadowBelow < 0.006) return 'lie';
  if (solidity < 0.5 && thickness < 0.1) return foot > 0.18 ? 'stand' : 'lie';
  if (solidity > 0.97 && fill > 0.93 && light.shadowBelow < 0.03) return 'flat';
  if (light.isPlain && light.lightness > 0.45 && light.shadowBelow < 0.004) return 'lie';
  return 'stand';
}
