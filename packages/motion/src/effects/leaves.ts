import { randomFrom } from '../random.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const LEAVES = 22;

/** Leaves that turn as they fall. Numbers: `top` they appear at, `width`, `height` of the frame, `size` of a leaf. Colours: in turn. */
export const leaves: Effect = (context, layer, { seconds }) => {
  const [top, width, height, size] = ['top', 'width', 'height', 'size'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number];
  for (let i = 0; i < LEAVES; i++) {
    const random = randomFrom(i * 37 + 3);
    const depth = 0.55 + random() * 0.6;
    const cycle = 5.5 / depth;
    const own = (seconds + 9 + random() * cycle) % cycle;
    const y = top + (own / cycle) * (height * 1.08 - top);
    const x = random() * width * 1.1 + Math.sin(own * 1.6 + i) * width * 0.05 - (own / cycle) * width * 0.08;
    context.save();
    context.translate(x, y);
    context.rotate(Math.sin(own * 1.9 + i * 2) * 1.1 + i);
    context.scale(1, 0.55 + 0.45 * Math.abs(Math.cos(own * 2.3 + i)));
    const s = size * depth * Math.min(1, (own / cycle) * 8);
    context.fillStyle = colorOf(layer, i % Math.max(1, layer.colors.length));
    context.beginPath();
    context.moveTo(0, -s);
    context.bezierCurveTo(s * 0.75, -s * 0.5, s * 0.6, s * 0.5, 0, s);
    context.bezierCurveTo(-s * 0.6, s * 0.5, -s * 0.75, -s * 0.5, 0, -s);
    context.fill();
    context.restore();
  }
};
