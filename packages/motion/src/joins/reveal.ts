import type { Context2D } from '../canvas.ts';
import { easeAt } from '../movement/eases.ts';
import type { JoinView } from './join-design.ts';

/** Adds the shape that has opened by `share` (0–1) to the context's path. */
export type Opening = (context: Context2D, view: JoinView, share: number) => void;

/**
 * The next picture inside a shape that opens, and the style's colours running ahead of it, each `lag` of the join
 * behind the one before.
 */
export function reveal(opening: Opening, lag: number): (context: Context2D, view: JoinView) => void {
  return (context, view) => {
    const { colors, share, before, after } = view;
    context.drawImage(before, 0, 0);
    for (let index = 0; index <= colors.length; index += 1) {
      const open = easeAt('inout', (share - index * lag) / (1 - colors.length * lag));
      if (open <= 0) continue;
      const color = colors[index];
      context.save();
      context.beginPath();
      opening(context, view, open);
      if (color !== undefined) {
        context.fillStyle = color;
        context.fill();
      } else {
        context.clip();
        context.drawImage(after, 0, 0);
      }
      context.restore();
    }
  };
}

/** A slanted edge that crosses the frame. */
export const slantOpening: Opening = (context, { width, height, axis }, share) => {
  const isY = axis === 'y';
  const slope = isY ? width * 0.2 : height * 0.24;
  const side = isY ? height : width;
  const edge = side + slope - share * (side + 2 * slope);
  if (isY) {
    context.moveTo(0, edge + slope);
    context.lineTo(width, edge - slope);
    context.lineTo(width, height + 2 * slope);
    context.lineTo(0, height + 2 * slope);
  } else {
    context.moveTo(edge + slope, 0);
    context.lineTo(width + 2 * slope, 0);
    context.lineTo(width + 2 * slope, height);
    context.lineTo(edge - slope, height);
  }
  context.closePath();
};

/** Circles about a corner below the frame. */
export const bandsOpening: Opening = (context, { width, height, direction }, share) => {
  const x = direction > 0 ? width * 1.15 : -width * 0.15;
  context.arc(x, height * 1.15, Math.hypot(width, height) * 1.25 * share, 0, 2 * Math.PI);
};

/** A circle about the product. */
export const irisOpening: Opening = (context, { width, height, origin: [x, y] }, share) => {
  const reach = Math.hypot(Math.max(x, width - x), Math.max(y, height - y)) * 1.03;
  context.arc(x, y, reach * share, 0, 2 * Math.PI);
};

/** A soft shape about the product that evens out as it grows. */
export const blobOpening: Opening = (context, { width, height, origin: [x, y], seed }, share) => {
  const reach = Math.hypot(width, height) * 0.95 * share;
  const uneven = 0.17 * (1 - share * 0.6);
  const steps = 160;
  for (let step = 0; step < steps; step += 1) {
    const angle = (step / steps) * 2 * Math.PI;
    const wave =
      0.6 * Math.sin(angle * 2 + seed * 1.7) +
      0.4 * Math.sin(angle * 3 + seed * 2.9) +
      0.22 * Math.sin(angle * 5 + seed * 4.3);
    const radius = reach * (1 + uneven * wave);
    const point = [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const;
    if (step === 0) context.moveTo(...point);
    else context.lineTo(...point);
  }
  context.closePath();
};
