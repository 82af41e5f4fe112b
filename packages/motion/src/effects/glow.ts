import { withAlpha } from '../color/oklch.ts';
import { easeAt } from '../movement/eases.ts';
import { randomFrom } from '../random.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const SPARKS = 26;

/**
 * Night falls, and the product lights its surroundings. Numbers: `x`, `y` of the light, `radius`, `width`, `height` of
 * the frame. Colour: the light.
 */
export const glow: Effect = (context, layer, { seconds }) => {
  const [x, y, radius, width, height] = ['x', 'y', 'radius', 'width', 'height'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number, number];
  const color = colorOf(layer, 0);
  const lit = easeAt('cubic', (seconds - 0.25) / 0.9);
  const flicker = 1 + 0.035 * Math.sin(seconds * 9.1) * Math.sin(seconds * 3.7);
  const reach = radius * (0.4 + 0.6 * lit) * flicker;
  const gradient = context.createRadialGradient(x, y, 0, x, y, Math.max(1, reach));
  gradient.addColorStop(0, withAlpha(color, 0.85 * lit));
  gradient.addColorStop(0.35, withAlpha(color, 0.38 * lit));
  gradient.addColorStop(1, withAlpha(color, 0));
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.fillStyle = color;
  for (let i = 0; i < SPARKS; i++) {
    const random = randomFrom(i * 71 + 5);
    const life = 2.2 + random() * 1.6;
    const own = (((seconds + 4 + random() * life) % life) + life) % life;
    const u = own / life;
    const [sx, sy] = [x + (random() - 0.5) * radius * 1.5, y + (random() - 0.2) * radius * 0.7];
    context.globalAlpha = Math.sin(Math.PI * u) * 0.75 * lit;
    context.beginPath();
    context.arc(
      sx + Math.sin(own * 2 + i) * width * 0.012,
      sy - u * radius * 0.7,
      width * (0.0018 + random() * 0.0026),
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  context.globalAlpha = 1;
};
