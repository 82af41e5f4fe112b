import type { Path } from '../layer.ts';
import type { ShapeName } from '../styles/style.ts';
import { blob, burst, circle, flower, rectangle, roundRectangle } from './paths.ts';

/** A badge's, bullet's or tile's shape round a centre; `detail` is the number of points where a style wants its own. */
export function namedShape(name: ShapeName, x: number, y: number, radius: number, seed = 5): Path {
  switch (name) {
    case 'burst':
      return burst(x, y, radius, radius > 60 ? 18 : 12, radius > 60 ? 0.88 : 0.82);
    case 'flower':
      return flower(x, y, radius, 9, 0.09);
    case 'seal':
      return flower(x, y, radius, 24, 0.03);
    case 'blob':
      return blob(x, y, radius, radius * 0.96, seed, 0.06);
    case 'chip':
      return roundRectangle(
        { x: x - radius * 1.1, y: y - radius * 0.62, width: radius * 2.2, height: radius * 1.24 },
        radius * 0.12,
      );
    case 'square':
      return rectangle({
        x: x - radius * 0.84,
        y: y - radius * 0.84,
        width: radius * 1.68,
        height: radius * 1.68,
      });
    case 'disc':
    case 'ring':
      return circle(x, y, radius);
  }
}
