import { easeAt } from '../movement/eases.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const TICKS = 20;

/**
 * A measuring line that grows along the product, with its ticks. Numbers: `x1`, `y1`, `x2`, `y2` of the line, `line` its
 * width, `tick` and the side of its ticks. Colour: the line.
 */
export const measure: Effect = (context, layer, { seconds }) => {
  const [x1, y1, x2, y2, line, tick] = ['x1', 'y1', 'x2', 'y2', 'line', 'tick'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number, number, number];
  const grown = easeAt('inout', (seconds - 0.15) / 0.9);
  if (grown <= 0) return;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [-dy / length, dx / length];
  context.strokeStyle = colorOf(layer, 0);
  context.lineCap = 'butt';
  context.lineWidth = line;
  const bar = (share: number, reach: number, width: number) => {
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x1 + dx * share, y1 + dy * share);
    context.lineTo(x1 + dx * share + nx * reach, y1 + dy * share + ny * reach);
    context.stroke();
  };
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x1 + dx * grown, y1 + dy * grown);
  context.stroke();
  for (let i = 0; i <= TICKS; i++) {
    if (i / TICKS > grown + 1e-6) break;
    bar(i / TICKS, tick * (i % 10 === 0 ? 1 : i % 5 === 0 ? 0.7 : 0.4), line * (i % 5 === 0 ? 1 : 0.6));
  }
  const stops = (seconds - 1.05) / 0.4;
  if (stops <= 0 || stops >= 1) return;
  context.globalAlpha *= 1 - stops;
  bar(1, tick * (1 + 1.6 * easeAt('out', stops)), line);
};
