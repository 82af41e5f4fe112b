import { withAlpha } from '../color/oklch.ts';
import { clamp01, easeAt, mix } from '../movement/eases.ts';
import { colorOf, type Effect, type EffectTime, numberOf } from './effect.ts';
import type { EffectLayer } from '../layer.ts';
import type { Context2D } from '../canvas.ts';

const TURN = Math.PI * 2;
const TOP = -TURN / 4;

function track(
  context: Context2D,
  layer: EffectLayer,
  filled: number,
  drawn: number,
): [number, number, number] {
  const [x, y, radius] = ['x', 'y', 'radius'].map((name) => numberOf(layer, name)) as [
    number,
    number,
    number,
  ];
  const width = numberOf(layer, 'line');
  context.lineWidth = width;
  context.lineCap = 'butt';
  context.strokeStyle = withAlpha(colorOf(layer, 1), 0.22);
  context.beginPath();
  context.arc(x, y, radius, TOP, TOP + TURN * Math.max(0.0001, drawn));
  context.stroke();
  context.lineCap = 'round';
  context.strokeStyle = colorOf(layer, 0);
  context.beginPath();
  context.arc(x, y, radius, TOP, TOP + TURN * Math.max(0.0001, filled));
  context.stroke();
  return [x, y, radius];
}

const drawnAt = ({ seconds }: EffectTime) => easeAt('cubic', (seconds + 0.2) / 0.6);

/** Hour marks round a circle and an arc that drains to its last hour. Numbers: `x`, `y`, `radius`, `line`. Colours: arc, marks. */
export const hours: Effect = (context, layer, time) => {
  const drawn = drawnAt(time);
  const gone = easeAt('soft', (time.seconds - 0.4) / Math.max(0.6, time.shotSeconds - 0.8));
  const filled = drawn * mix(1, 0.08, gone);
  const [x, y, radius] = track(context, layer, filled, drawn);
  const line = numberOf(layer, 'line');
  context.strokeStyle = colorOf(layer, 1);
  for (let i = 0; i < 60; i++) {
    if (i / 60 > drawn) break;
    const angle = TOP + (i / 60) * TURN;
    const isHour = i % 5 === 0;
    context.globalAlpha = isHour ? 0.9 : 0.45;
    context.lineWidth = line * (isHour ? 0.3 : 0.16);
    context.beginPath();
    context.moveTo(x + Math.cos(angle) * (radius + line), y + Math.sin(angle) * (radius + line));
    context.lineTo(
      x + Math.cos(angle) * (radius + line * (isHour ? 2 : 1.5)),
      y + Math.sin(angle) * (radius + line * (isHour ? 2 : 1.5)),
    );
    context.stroke();
  }
  context.globalAlpha = 1;
  const head = TOP + TURN * filled;
  context.fillStyle = colorOf(layer, 0);
  context.beginPath();
  context.arc(x + Math.cos(head) * radius, y + Math.sin(head) * radius, line * 1.05, 0, TURN);
  context.fill();
};

/** A ring that fills to a share and stops there. Numbers: `x`, `y`, `radius`, `line`, `share`. Colours: ring, its track. */
export const percent: Effect = (context, layer, time) => {
  const share = clamp01(numberOf(layer, 'share'));
  const filled = share * easeAt('out', (time.seconds - 0.15) / 1.1);
  const [x, y, radius] = track(context, layer, filled, drawnAt(time));
  const stops = (time.seconds - 1.15) / 0.5;
  if (stops <= 0 || stops >= 1) return;
  const head = TOP + TURN * share;
  context.globalAlpha *= 1 - stops;
  context.lineWidth = numberOf(layer, 'line') * 0.3;
  context.beginPath();
  context.arc(
    x + Math.cos(head) * radius,
    y + Math.sin(head) * radius,
    numberOf(layer, 'line') * mix(0.6, 3, easeAt('out', stops)),
    0,
    TURN,
  );
  context.stroke();
};
