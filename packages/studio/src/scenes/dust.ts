import { createCanvas } from '@napi-rs/canvas';
import { radial } from '../draw/gradients.ts';
import type { Sprite, Stage } from './stage.ts';

/** Motes in the light: tiny, out of focus, rising slowly; nearer ones are larger and fainter. */
export function dust(
  stage: Stage,
  { count, color, maxY }: { count: number; color: string; maxY: number },
): Sprite[] {
  const { random, unit, width, height } = stage;
  const [open, alpha] = [color.slice(0, color.lastIndexOf(',')), ')'];
  return Array.from({ length: count }, () => {
    const nearness = random() ** 3;
    const radius = Math.max(1.2, unit * (0.0014 + nearness * 0.008));
    const strength = (0.5 - nearness * 0.32) * (0.35 + random() * 0.65);
    const image = createCanvas(Math.ceil(radius * 2) + 2, Math.ceil(radius * 2) + 2);
    const context = image.getContext('2d');
    const center = image.width / 2;
    context.fillStyle = radial(context, center, center, radius, [
      [0, `${open},${strength}${alpha}`],
      [0.5, `${open},${strength * 0.6}${alpha}`],
      [1, `${open},0${alpha}`],
    ]);
    context.fillRect(0, 0, image.width, image.height);
    return {
      image,
      x: random() * width,
      y: random() * Math.min(maxY, height) * 0.98,
      depth: 0.7 + nearness * 1.1,
      driftX: (random() - 0.5) * 0.02,
      driftY: -0.004 - random() * 0.016,
      phase: random() * Math.PI * 2,
    };
  });
}
