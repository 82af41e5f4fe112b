import { withAlpha } from '../color/oklch.ts';
import { easeAt, mix } from '../movement/eases.ts';
import type { Point } from '../product.ts';
import { randomFrom } from '../random.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

/** How much of the route is done at a share of the shot. */
export const routeShare = (share: number): number => easeAt('inout', (share - 0.04) / 0.9);

/** The place on a route, and how many of its stretches are done. */
export function alongRoute(points: readonly Point[], share: number): { at: Point; done: number } {
  const lengths = points
    .slice(1)
    .map(([x, y], i) => Math.hypot(x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [points[i], points[i + 1]];
    if (!from || !to) break;
    if (left <= length || i === lengths.length - 1) {
      const way = length === 0 ? 1 : Math.min(1, left / length);
      return { at: [mix(from[0], to[0], way), mix(from[1], to[1], way)], done: i + way };
    }
    left -= length;
  }
  return { at: points[0] ?? [0, 0], done: 0 };
}

/** A city of blocks seen from above, in the ground's own tones. */
function blocks(
  context: Parameters<Effect>[0],
  color: string,
  width: number,
  top: number,
  height: number,
): void {
  const random = randomFrom(29);
  const cell = width / 7;
  context.fillStyle = withAlpha(color, 0.09);
  context.save();
  context.translate(width / 2, top + height / 2);
  context.transform(1, 0.18, -0.42, 0.86, 0, 0);
  for (let row = -6; row <= 6; row++)
    for (let column = -7; column <= 7; column++) {
      const [w, h] = [0.78 - random() * 0.12, 0.78 - random() * 0.2];
      if (random() < 0.1) continue;
      context.beginPath();
      context.roundRect(column * cell, row * cell, cell * w, cell * h, cell * 0.08);
      context.fill();
    }
  context.restore();
}

/**
 * A route over a map, drawn as far as the product has come, with pins at its corners. Points: the route. Numbers:
 * `width` of the frame, `top` and `height` of the map, `line`. Colours: route, map, pins.
 */
export const route: Effect = (context, layer, { seconds, shotSeconds }) => {
  const points = layer.points ?? [];
  const [width, top, height, line] = ['width', 'top', 'height', 'line'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number];
  blocks(context, colorOf(layer, 1), width, top, height);
  const { at, done } = alongRoute(points, routeShare(seconds / shotSeconds));
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const trace = (until: number) => {
    context.beginPath();
    points.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(x, y);
      else if (i <= until) context.lineTo(x, y);
    });
  };
  context.strokeStyle = withAlpha(colorOf(layer, 1), 0.3);
  context.lineWidth = line;
  context.setLineDash([line * 0.1, line * 2.4]);
  trace(points.length);
  context.stroke();
  context.setLineDash([]);
  context.strokeStyle = colorOf(layer, 0);
  context.lineWidth = line * 1.25;
  trace(done);
  context.lineTo(at[0], at[1]);
  context.stroke();
  points.forEach(([x, y], i) => {
    const since = done - i;
    const k = i === 0 ? 1 : easeAt('slap', since * 5);
    if (k <= 0) return;
    context.fillStyle = colorOf(layer, 0);
    context.beginPath();
    context.arc(x, y, line * 1.9 * k, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = colorOf(layer, 2);
    context.beginPath();
    context.arc(x, y, line * 0.9 * k, 0, Math.PI * 2);
    context.fill();
  });
};
