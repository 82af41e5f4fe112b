import type { Box, Path, PathStep } from '../layer.ts';
import type { Point } from '../product.ts';
import { randomFrom } from '../random.ts';

const TURN = Math.PI * 2;

/** A closed polygon, or an open line. */
export function polygon(points: readonly Point[], isOpen = false): Path {
  const steps: PathStep[] = points.map(([x, y], i) => [i === 0 ? 'move' : 'line', x, y]);
  return isOpen ? steps : [...steps, ['close']];
}

export const rectangle = ({ x, y, width, height }: Box): Path => [['rect', x, y, width, height]];

export const roundRectangle = ({ x, y, width, height }: Box, radius: number): Path => [
  ['round-rect', x, y, width, height, Math.min(radius, width / 2, height / 2)],
];

export const circle = (x: number, y: number, radius: number): Path => [['ellipse', x, y, radius, radius]];

/** Points round a centre, at a radius that depends on the angle in radians. */
function around(
  x: number,
  y: number,
  count: number,
  radiusAt: (angle: number, i: number) => Point | number,
): Path {
  return polygon(
    Array.from({ length: count }, (_, i): Point => {
      const angle = (i / count) * TURN;
      const radius = radiusAt(angle, i);
      const [rx, ry] = typeof radius === 'number' ? [radius, radius] : radius;
      return [x + Math.cos(angle) * rx, y + Math.sin(angle) * ry];
    }),
  );
}

/** A star of many points; `waist` is the inner radius as a share. */
export const burst = (x: number, y: number, radius: number, points = 18, waist = 0.84): Path =>
  around(x, y, points * 2, (_, i) => (i % 2 === 1 ? radius * waist : radius));

/** Petals, or with many of them a scalloped seal. */
export const flower = (x: number, y: number, radius: number, petals = 9, depth = 0.12): Path =>
  around(x, y, 180, (angle) => radius * (1 - depth + depth * Math.cos(angle * petals)));

/** A soft, uneven shape; the seed decides which. */
export function blob(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  seed = 1,
  unevenness = 0.16,
): Path {
  const random = randomFrom(seed);
  const [a, b, c] = [random() * 6, random() * 6, random() * 6] as const;
  return around(x, y, 160, (angle) => {
    const wave =
      0.6 * Math.sin(angle * 2 + a) + 0.4 * Math.sin(angle * 3 + b) + 0.22 * Math.sin(angle * 5 + c);
    return [radiusX * (1 + unevenness * wave), radiusY * (1 + unevenness * wave)];
  });
}

/** A doorway with a round top. */
export function arch({ x, y, width, height }: Box): Path {
  const radius = width / 2;
  const bend = radius * 0.5523;
  const [right, foot] = [x + width, y + height];
  return [
    ['move', x, foot],
    ['line', x, y + radius],
    ['cubic', x, y + radius - bend, x + radius - bend, y, x + radius, y],
    ['cubic', x + radius + bend, y, right, y + radius - bend, right, y + radius],
    ['line', right, foot],
    ['close'],
  ];
}

/** Rays from a point; `startRadians` turns them. */
export function rays(x: number, y: number, radius: number, count: number, startRadians = 0): Path {
  const half = TURN / (count * 2);
  return Array.from({ length: count }, (_, i): PathStep[] => {
    const angle = (i / count) * TURN + startRadians;
    return [
      ['move', x, y],
      ['line', x + Math.cos(angle) * radius, y + Math.sin(angle) * radius],
      ['line', x + Math.cos(angle + half) * radius, y + Math.sin(angle + half) * radius],
      ['close'],
    ];
  }).flat();
}

/** An arrow drawn as lines (several display faces have none); `direction` -1 points left. */
export function arrow(x: number, y: number, length: number, direction: 1 | -1): Path {
  const head = length * 0.36;
  const [tail, tip] = direction === 1 ? [x, x + length] : [x + length, x];
  return [
    ['move', tail, y],
    ['line', tip, y],
    ['move', tip - head * direction, y - head],
    ['line', tip, y],
    ['line', tip - head * direction, y + head],
  ];
}

/** A line as drawn by hand. */
export function handLine(from: Point, to: Point, amplitude: number, seed = 3): Path {
  const random = randomFrom(seed);
  const count = 26;
  return polygon(
    Array.from({ length: count + 1 }, (_, i): Point => {
      const t = i / count;
      const wave = Math.sin(t * 9 + random() * 0.7) * amplitude * (0.5 + random() * 0.5);
      return [from[0] + (to[0] - from[0]) * t + wave * 0.2, from[1] + (to[1] - from[1]) * t + wave];
    }),
    true,
  );
}

/** A tick in a circle of this radius. */
export const tickMark = (x: number, y: number, radius: number, direction: 1 | -1): Path =>
  polygon(
    [
      [x - 0.4 * radius * direction, y + 0.02 * radius],
      [x - 0.1 * radius * direction, y + 0.34 * radius],
      [x + 0.44 * radius * direction, y - 0.32 * radius],
    ],
    true,
  );

/** The path turned about a point and moved. Rectangles and ellipses stay upright: use polygons where it matters. */
export function rotatePath(path: Path, [x, y]: Point, degrees: number): Path {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return mapPath(path, ([px, py]) => [
    x + (px - x) * cos - (py - y) * sin,
    y + (px - x) * sin + (py - y) * cos,
  ]);
}

/** Every point of a path through a function; rectangles become polygons. */
export function mapPath(path: Path, move: (point: Point) => Point): Path {
  return path.flatMap((step): PathStep[] => {
    switch (step[0]) {
      case 'move':
      case 'line':
        return [[step[0], ...move([step[1], step[2]])]];
      case 'quadratic':
        return [['quadratic', ...move([step[1], step[2]]), ...move([step[3], step[4]])]];
      case 'cubic':
        return [
          ['cubic', ...move([step[1], step[2]]), ...move([step[3], step[4]]), ...move([step[5], step[6]])],
        ];
      case 'rect': {
        const [, x, y, width, height] = step;
        return [
          ...polygon([
            move([x, y]),
            move([x + width, y]),
            move([x + width, y + height]),
            move([x, y + height]),
          ]),
        ];
      }
      case 'round-rect': {
        const [, x, y, width, height, radius] = step;
        const [left, top] = move([x, y]);
        const [right, bottom] = move([x + width, y + height]);
        return [
          [
            'round-rect',
            Math.min(left, right),
            Math.min(top, bottom),
            Math.abs(right - left),
            Math.abs(bottom - top),
            radius,
          ],
        ];
      }
      case 'ellipse':
        return [['ellipse', ...move([step[1], step[2]]), step[3], step[4]]];
      case 'close':
        return [step];
    }
  });
}

/** Smallest box around a path's points (control points included). */
export function pathBox(path: Path): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  const add = (x: number, y: number) => {
    xs.push(x);
    ys.push(y);
  };
  for (const step of path) {
    if (step[0] === 'close') continue;
    if (step[0] === 'rect' || step[0] === 'round-rect') {
      add(step[1], step[2]);
      add(step[1] + step[3], step[2] + step[4]);
    } else if (step[0] === 'ellipse') {
      add(step[1] - step[3], step[2] - step[4]);
      add(step[1] + step[3], step[2] + step[4]);
    } else for (let i = 1; i < step.length; i += 2) add(step[i] as number, step[i + 1] as number);
  }
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
