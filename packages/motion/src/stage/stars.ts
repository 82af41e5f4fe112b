import type { Box } from '../layer.ts';
import { burst, polygon, rotatePath } from './paths.ts';
import { addShape, type Stage } from './stage.ts';
import { placeX } from './words.ts';

const STARS = 5;

/** Adds five stars in a line, filled as far as the rating goes, the rest a quiet tone. */
export function addStars(
  stage: Stage,
  rating: number,
  box: Box,
  align: 'start' | 'center',
  color: string,
): void {
  const size = box.height;
  const step = size * 1.12;
  const left = placeX(stage, box, step * STARS, align);
  const star = (i: number) => {
    const [x, y] = [left + step * (i + 0.5), box.y + size / 2];
    return rotatePath(burst(x, y, size / 2, 5, 0.45), [x, y], -90);
  };
  for (let i = 0; i < STARS; i++) {
    // Reading begins at the other side where words do.
    const share = Math.max(0, Math.min(1, rating - (stage.startsLeft ? i : STARS - 1 - i)));
    addShape(stage, 'deco', star(i), { fill: color, opacity: 0.25, z: 3 });
    if (share === 0) continue;
    const x = left + step * i + (stage.startsLeft ? 0 : step * (1 - share));
    const clip = polygon([
      [x, box.y],
      [x + step * share, box.y],
      [x + step * share, box.y + size],
      [x, box.y + size],
    ]);
    addShape(stage, 'deco', star(i), { fill: color, clip, z: 3 });
  }
}
