import type { Path, PathStep } from '../layer.ts';
import type { Point } from '../product.ts';
import { mix } from './eases.ts';

const curveSteps = 16;

const far = (a: Point | undefined, b: Point) => (a ? Math.hypot(a[0] - b[0], a[1] - b[1]) : Infinity);

/** The corners of a line from one end to the other; a curve has one, its control point. */
function cornersOf(path: Path): { points: Point[]; isCurve: boolean } {
  const points = path.flatMap((step): Point[] => {
    if (step[0] === 'move' || step[0] === 'line') return [[step[1], step[2]]];
    if (step[0] === 'quadratic')
      return [
        [step[1], step[2]],
        [step[3], step[4]],
      ];
    return [];
  });
  return { points, isCurve: path.some(([kind]) => kind === 'quadratic') };
}

function curve([from, bend, to]: readonly Point[]): Point[] {
  if (!from || !bend || !to) return [];
  return Array.from({ length: curveSteps + 1 }, (_, index): Point => {
    const share = index / curveSteps;
    const at = (i: 0 | 1) => mix(mix(from[i], bend[i], share), mix(bend[i], to[i], share), share);
    return [at(0), at(1)];
  });
}

/**
 * The line of a call-out as straight pieces from its dot to its label. The dot is at `at`, where the moving product has
 * taken it; at rest it is at `anchor`. The label's end stands.
 */
export function calloutLine(path: Path, at: Point, anchor: Point): Path {
  const { points, isCurve } = cornersOf(path);
  if (far(points.at(-1), anchor) < far(points[0], anchor)) points.reverse();
  const moved = [at, ...points.slice(1)];
  const pieces = isCurve ? curve(moved) : moved;
  return pieces.map(([x, y], index): PathStep => [index === 0 ? 'move' : 'line', x, y]);
}
