import type { CanvasSize } from '../canvas-size.ts';
import type { Box } from '../layer.ts';

/** Margins as shares of the short side, wide and tall. */
const MARGIN = { wide: 0.075, tall: 0.065 };
/** In 9:16 words keep to 12.5–76 % of the height: platforms lay their own words over the rest. */
const PORTRAIT = { top: 0.125, foot: 0.24 };

/** Where words may stand in a canvas. */
export function safeArea({ width, height }: CanvasSize): { margin: number; safe: Box; isPortrait: boolean } {
  const ratio = height / width;
  const isPortrait = ratio > 1.6;
  const margin = Math.round(Math.min(width, height) * (ratio > 0.9 ? MARGIN.tall : MARGIN.wide));
  const top = isPortrait ? PORTRAIT.top * height : margin;
  const foot = isPortrait ? PORTRAIT.foot * height : margin;
  return {
    margin,
    isPortrait,
    safe: { x: margin, y: top, width: width - 2 * margin, height: height - top - foot },
  };
}
