import type { Path } from '../layer.ts';
import type { Point } from '../product.ts';
import { randomFrom } from '../random.ts';
import { polygon } from './paths.ts';

/** The edge between a picture's panel and the words. */
export type SeamShape = 'straight' | 'slant' | 'wave' | 'zigzag' | 'torn' | 'arc';

/** The panel's path, its edge moved towards the words by so many pixels. */
export type SeamAt = (offset: number) => Path;

/** How far an edge strays from its line, as shares: of the frame's other side, or of its short side. */
const SLANT = 0.12;
const WAVE = 0.045;
const ZIGZAG = 0.035;

interface Edge {
  /** Length of the edge and the frame's short side. */
  length: number;
  short: number;
  isTall: boolean;
}

/** Offset of the edge at t from 0 to 1; positive is away from the words. */
function strayOf(
  shape: SeamShape,
  { length, short, isTall }: Edge,
): { count: number; at(t: number, i: number): number } {
  switch (shape) {
    case 'straight':
      return { count: 1, at: () => 0 };
    case 'slant':
      return { count: 1, at: (t) => (isTall ? 0.1 : SLANT) * length * (1 - 2 * t) };
    case 'wave':
      return { count: 60, at: (t) => Math.sin(t * Math.PI * 3) * short * WAVE };
    case 'zigzag':
      return { count: 28, at: (_, i) => (i % 2 === 1 ? short * ZIGZAG : 0) };
    case 'torn': {
      const random = randomFrom(4);
      return {
        count: 90,
        at: (_, i) => (random() - 0.5) * short * 0.014 + Math.sin(i * 0.21) * short * 0.012,
      };
    }
    case 'arc': {
      const [end, middle] = isTall ? [0.1 * length, -0.22 * length] : [0.16 * length, -0.2 * length];
      return { count: 40, at: (t) => (1 - t) ** 2 * end + 2 * t * (1 - t) * middle + t * t * end };
    }
  }
}

/** How far the seam reaches towards the words from its line, in pixels. */
export function seamReach(shape: SeamShape, edge: Edge): number {
  const { count, at } = strayOf(shape, edge);
  return Math.max(0, ...Array.from({ length: count + 1 }, (_, i) => -at(i / count, i)));
}

/** A panel right of `at` in wide canvases, below it in tall ones. */
export function seamPath(
  shape: SeamShape,
  { width, height, isTall }: { width: number; height: number; isTall: boolean },
  at: number,
): SeamAt {
  const short = Math.min(width, height);
  const length = isTall ? width : height;
  return (offset) => {
    const { count, at: strayAt } = strayOf(shape, { length, short, isTall });
    const edge = Array.from({ length: count + 1 }, (_, i): Point => {
      const along = (length * i) / count;
      const across = at + strayAt(i / count, i) - offset;
      return isTall ? [along, across] : [across, along];
    });
    const corners: Point[] = isTall
      ? [
          [width, height],
          [0, height],
        ]
      : [
          [width, height],
          [width, 0],
        ];
    return polygon([...edge, ...corners]);
  };
}
