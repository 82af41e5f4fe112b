import { withAlpha } from '../color/oklch.ts';
import { clamp01, easeAt } from '../movement/eases.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const RAYS = 9;
const TURN = Math.PI * 2;

/**
 * Sunlight that a shield round the product turns away. Numbers: `x`, `y`, `radius` of the shield, `sunX`, `sunY`, `line`.
 * Colours: light, shield.
 */
export const sun: Effect = (context, layer, { seconds }) => {
  const [x, y, radius, sunX, sunY, line] = ['x', 'y', 'radius', 'sunX', 'sunY', 'line'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number, number, number];
  const shown = easeAt('back', (seconds + 0.1) / 0.5);
  const towards = Math.atan2(sunY - y, sunX - x);
  context.fillStyle = colorOf(layer, 0);
  context.beginPath();
  context.arc(sunX, sunY, line * 9 * shown, 0, TURN);
  context.fill();
  context.lineCap = 'round';
  context.strokeStyle = colorOf(layer, 1);
  context.lineWidth = line * 1.4;
  const open = easeAt('out', seconds / 0.7) * 0.95;
  context.beginPath();
  context.arc(x, y, radius, towards - open, towards + open);
  context.stroke();
  context.strokeStyle = withAlpha(colorOf(layer, 1), 0.3);
  context.lineWidth = line * 0.6;
  context.beginPath();
  context.arc(x, y, radius + line * 3, towards - open * 0.8, towards + open * 0.8);
  context.stroke();
  const dash = line * 7;
  for (let i = 0; i < RAYS; i++) {
    const angle = towards + ((i - (RAYS - 1) / 2) / (RAYS - 1)) * 1.5;
    const [hx, hy] = [x + Math.cos(angle) * (radius + line), y + Math.sin(angle) * (radius + line)];
    const [dx, dy] = [hx - sunX, hy - sunY];
    const length = Math.hypot(dx, dy);
    const [ux, uy] = [dx / length, dy / length];
    // Light leaves a shield as it came, on the other side of its normal.
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const along = ux * nx + uy * ny;
    const [rx, ry] = [ux - 2 * along * nx, uy - 2 * along * ny];
    context.strokeStyle = colorOf(layer, 0);
    context.lineWidth = line;
    const way = ((seconds * 1.1 + i * 0.37) % 1) * (length + dash * 2);
    const from = Math.max(line * 14, way - dash);
    const to = Math.min(length, way);
    if (to > from) {
      context.globalAlpha = clamp01(seconds * 3 + 0.4);
      context.beginPath();
      context.moveTo(sunX + ux * from, sunY + uy * from);
      context.lineTo(sunX + ux * to, sunY + uy * to);
      context.stroke();
    }
    const out = way - length;
    if (out <= 0) continue;
    context.globalAlpha = clamp01(1 - out / (dash * 2)) * 0.8;
    context.beginPath();
    context.moveTo(hx + rx * Math.max(0, out - dash * 0.6), hy + ry * Math.max(0, out - dash * 0.6));
    context.lineTo(hx + rx * out, hy + ry * out);
    context.stroke();
  }
  context.globalAlpha = 1;
};
