import { withAlpha } from '../color/oklch.ts';
import { clamp01, easeAt, mix } from '../movement/eases.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const FALLS = { from: 0.1, seconds: 0.36 };
const TURN = Math.PI * 2;
const POINTS = 90;

/** A drop with a point, hanging or falling. */
function teardrop(
  context: Parameters<Effect>[0],
  x: number,
  y: number,
  radius: number,
  stretch: number,
): void {
  context.beginPath();
  context.moveTo(x, y - radius * (1.5 + stretch));
  context.bezierCurveTo(
    x + radius * 0.3,
    y - radius * 0.9,
    x + radius,
    y - radius * 0.5,
    x + radius,
    y + radius * 0.1,
  );
  context.bezierCurveTo(x + radius, y + radius * 0.75, x + radius * 0.5, y + radius, x, y + radius);
  context.bezierCurveTo(
    x - radius * 0.5,
    y + radius,
    x - radius,
    y + radius * 0.75,
    x - radius,
    y + radius * 0.1,
  );
  context.bezierCurveTo(
    x - radius,
    y - radius * 0.5,
    x - radius * 0.3,
    y - radius * 0.9,
    x,
    y - radius * (1.5 + stretch),
  );
  context.fill();
}

/**
 * A drop that falls and becomes a pool behind the product, which wobbles and comes to rest. Numbers: `x`, `y` of the
 * pool, `top` the drop falls from, `radius` of the pool, `drop` its size. Colours: pool, light on it.
 */
export const drop: Effect = (context, layer, { seconds }) => {
  const [x, y, top, radius, size] = ['x', 'y', 'top', 'radius', 'drop'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number, number];
  const color = colorOf(layer, 0);
  const fall = (seconds - FALLS.from) / FALLS.seconds;
  context.fillStyle = color;
  if (fall < 1) {
    const swell = clamp01((seconds + 0.35) / 0.45);
    const at = mix(top, y, clamp01(fall) ** 2);
    teardrop(context, x, at, size * swell, clamp01(fall) * 0.6);
    context.fillStyle = withAlpha(colorOf(layer, 1), 0.75);
    context.beginPath();
    context.ellipse(
      x - size * 0.34 * swell,
      at - size * 0.1,
      size * 0.14 * swell,
      size * 0.26 * swell,
      0.4,
      0,
      TURN,
    );
    context.fill();
    return;
  }
  const pooled = seconds - FALLS.from - FALLS.seconds;
  const grown = 1 - Math.exp(-5.5 * pooled);
  const wobble = 0.05 * Math.exp(-2.2 * pooled);
  context.beginPath();
  for (let i = 0; i < POINTS; i++) {
    const angle = (i / POINTS) * TURN;
    const uneven =
      1 +
      0.035 * Math.sin(angle * 3 + 0.8) +
      wobble * Math.sin(angle * 4 + pooled * 16) +
      wobble * 0.7 * Math.sin(angle * 7 - pooled * 11);
    const [px, py] = [
      x + Math.cos(angle) * radius * grown * uneven,
      y + Math.sin(angle) * radius * grown * uneven,
    ];
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.closePath();
  context.fill();
  context.strokeStyle = colorOf(layer, 1);
  for (let i = 0; i < 3; i++) {
    const u = (pooled - i * 0.34) / 1.5;
    if (u <= 0 || u >= 1) continue;
    context.globalAlpha = (1 - u) * 0.5;
    context.lineWidth = size * 0.12 * (1 - u * 0.6);
    context.beginPath();
    context.arc(x, y, radius * grown * easeAt('cubic', u) * 0.96, 0, TURN);
    context.stroke();
  }
  context.globalAlpha = 1;
};
