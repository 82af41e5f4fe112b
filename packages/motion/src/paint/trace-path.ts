import type { Context2D } from '../canvas.ts';
import type { Box, Fill, Path } from '../layer.ts';

/** Puts a path into the context; the caller fills, strokes or clips. */
export function tracePath(context: Context2D, path: Path): void {
  context.beginPath();
  for (const step of path)
    switch (step[0]) {
      case 'move':
        context.moveTo(step[1], step[2]);
        break;
      case 'line':
        context.lineTo(step[1], step[2]);
        break;
      case 'quadratic':
        context.quadraticCurveTo(step[1], step[2], step[3], step[4]);
        break;
      case 'cubic':
        context.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
        break;
      case 'rect':
        context.rect(step[1], step[2], step[3], step[4]);
        break;
      case 'round-rect':
        context.roundRect(step[1], step[2], step[3], step[4], step[5]);
        break;
      case 'ellipse':
        context.moveTo(step[1] + step[3], step[2]);
        context.ellipse(step[1], step[2], step[3], step[4], 0, 0, Math.PI * 2);
        break;
      case 'close':
        context.closePath();
        break;
    }
}

/** A fill as the context takes it. A squashed gradient is made round: scale the context when filling. */
export function fillStyle(context: Context2D, fill: Fill): Context2D['fillStyle'] {
  if (typeof fill === 'string') return fill;
  const gradient =
    fill.type === 'linear'
      ? context.createLinearGradient(...fill.from, ...fill.to)
      : context.createRadialGradient(...fill.at, 0, ...fill.at, fill.radius);
  for (const [offset, color] of fill.stops) gradient.addColorStop(offset, color);
  return gradient;
}

/** Fills the traced path, elliptic gradients included. */
export function fillTraced(context: Context2D, fill: Fill, rule: 'nonzero' | 'evenodd'): void {
  context.save();
  context.fillStyle = fillStyle(context, fill);
  if (typeof fill !== 'string' && fill.type === 'radial' && fill.squash !== undefined && fill.squash !== 1) {
    // The path is already traced: only the gradient is squashed.
    context.translate(0, fill.at[1] * (1 - fill.squash));
    context.scale(1, fill.squash);
  }
  context.fill(rule);
  context.restore();
}

/** Draws what `paint` draws, turned about the middle of a box. */
export function turned(
  context: Context2D,
  degrees: number,
  [x, y]: readonly [number, number],
  paint: () => void,
) {
  if (degrees === 0) {
    paint();
    return;
  }
  context.save();
  context.translate(x, y);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-x, -y);
  paint();
  context.restore();
}

export const middleOf = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];
