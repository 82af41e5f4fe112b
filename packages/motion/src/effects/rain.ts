import { randomFrom } from '../random.ts';
import { withAlpha } from '../color/oklch.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const DROPS = 70;
/** Frame heights a second, and how far it leans. */
const SPEED = 1.25;
const LEAN = 0.1;
const SPLASH_SECONDS = 0.3;

/**
 * Rain that falls over the frame and bounces off the product. Numbers: `width`, `height` of the frame. Points: the
 * product's upper edge from left to right. Colour: the water.
 */
export const rain: Effect = (context, layer, { seconds }) => {
  const [width, height] = [numberOf(layer, 'width'), numberOf(layer, 'height')];
  const roof = layer.points ?? [];
  const color = colorOf(layer, 0);
  context.lineCap = 'round';
  const roofAt = (x: number): number | undefined => {
    const next = roof.findIndex(([at]) => at >= x);
    return next <= 0 ? undefined : roof[next]?.[1];
  };
  for (let i = 0; i < DROPS; i++) {
    const random = randomFrom(i * 53 + 11);
    const depth = 0.5 + random() * 0.5;
    const length = height * 0.045 * depth;
    const speed = height * SPEED * depth;
    const cycle = (height * 1.2) / speed;
    const phase = random() * cycle;
    const round = Math.floor((seconds + 5 + phase) / cycle);
    const own = seconds + 5 + phase - round * cycle;
    const along = randomFrom(i * 53 + round * 997 + 3)();
    const startX = along * width * 1.15 - width * 0.02;
    const hit = depth > 0.68 ? roofAt(startX - LEAN * height * 0.5) : undefined;
    const y = own * speed - height * 0.1;
    const ground = hit ?? height * 1.1;
    const x = startX - LEAN * y;
    if (y < ground) {
      context.strokeStyle = withAlpha(color, 0.25 + 0.5 * depth);
      context.lineWidth = width * 0.0042 * depth;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + LEAN * length, y - length);
      context.stroke();
    } else if (hit !== undefined) {
      const after = (y - ground) / speed / SPLASH_SECONDS;
      if (after >= 1) continue;
      const at = startX - LEAN * ground;
      context.fillStyle = withAlpha(color, 0.9 * (1 - after));
      for (let splash = 0; splash < 4; splash++) {
        const side = (splash - 1.5) * (0.6 + random() * 0.5);
        const up = Math.sin(after * Math.PI * 0.85) * height * (0.012 + 0.012 * random());
        context.beginPath();
        context.arc(
          at + side * width * 0.028 * after,
          ground - up,
          width * 0.0048 * (1 - after * 0.5),
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    }
  }
};
