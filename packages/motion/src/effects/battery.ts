import { withAlpha } from '../color/oklch.ts';
import { easeAt } from '../movement/eases.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const CELLS = 5;

/** A battery that charges cell by cell, one a beat at most. Numbers: `x`, `y`, `width`, `height`. Colours: charge, case. */
export const battery: Effect = (context, layer, { seconds, beatSeconds }) => {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(layer, name)) as [
    number,
    number,
    number,
    number,
  ];
  const line = height * 0.05;
  const shown = easeAt('out', (seconds + 0.15) / 0.45);
  context.globalAlpha *= shown;
  context.strokeStyle = colorOf(layer, 1);
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(x, y, width * 0.95, height, height * 0.16);
  context.stroke();
  context.fillStyle = colorOf(layer, 1);
  context.beginPath();
  context.roundRect(x + width * 0.965, y + height * 0.32, width * 0.035, height * 0.36, height * 0.06);
  context.fill();
  const step = Math.min(beatSeconds * 0.5, 0.3);
  const [left, room] = [x + line * 1.9, width * 0.95 - line * 3.8];
  for (let i = 0; i < CELLS; i++) {
    const u = (seconds - 0.3 - i * step) / 0.28;
    if (u <= 0) continue;
    const k = easeAt('back', u);
    const cell = { x: left + (room / CELLS) * i, width: (room / CELLS) * 0.86 };
    const inner = height - line * 3.8;
    context.fillStyle = withAlpha(colorOf(layer, 0), 1);
    context.beginPath();
    context.roundRect(
      cell.x,
      y + line * 1.9 + (inner * (1 - k)) / 2,
      cell.width,
      Math.max(1, inner * k),
      height * 0.07,
    );
    context.fill();
  }
};
