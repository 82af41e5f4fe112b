const SAMPLES = 65;
/** The floor cannot rise faster than this from the lowest point, per pixel. */
const MAX_SLOPE = 0.34;
const OPAQUE = 140;

interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Per column the lowest opaque row, or −1 where the column is empty. */
export function lowestRows({ width, height, rgba }: Picture): Float32Array {
  const rows = new Float32Array(width).fill(-1);
  for (let x = 0; x < width; x += 1) {
    for (let y = height - 1; y >= 0; y -= 1) {
      if ((rgba[(y * width + x) * 4 + 3] ?? 0) <= OPAQUE) continue;
      rows[x] = y;
      break;
    }
  }
  return rows;
}

/**
 * Where the product meets the floor: the lower convex hull of its silhouette with a capped slope, which is what makes
 * cars, shoes and anything seen at an angle stand. 65 heights from left to right, as shares of the picture's height.
 */
export function floorLineOf(picture: Picture): number[] {
  const { width, height } = picture;
  const hull = lowerHull(lowestRows(picture));
  const floor = new Float32Array(width);
  let segment = 0;
  for (let x = 0; x < width; x += 1) {
    while (segment < hull.length - 2 && (hull[segment + 1]?.x ?? 0) < x) segment += 1;
    const from = hull[segment] ?? { x: 0, y: height - 1 };
    const to = hull[Math.min(segment + 1, hull.length - 1)] ?? from;
    floor[x] = to.x === from.x ? from.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  }
  capSlope(floor);
  return Array.from({ length: SAMPLES }, (_, i) => {
    const x = Math.round((i / (SAMPLES - 1)) * (width - 1));
    return Math.round(((floor[x] ?? 0) / height) * 1e4) / 1e4;
  });
}

/** The floor line's height at each column of a picture of another size, in its pixels. */
export function stretchFloorLine(floorLine: readonly number[], width: number, height: number): Float32Array {
  return Float32Array.from({ length: width }, (_, x) => {
    const at = (x / Math.max(1, width - 1)) * (floorLine.length - 1);
    const i = Math.min(floorLine.length - 2, Math.floor(at));
    const left = floorLine[i] ?? 1;
    const right = floorLine[i + 1] ?? left;
    return (left + (right - left) * (at - i)) * height;
  });
}

function lowerHull(rows: Float32Array): { x: number; y: number }[] {
  const hull: { x: number; y: number }[] = [];
  rows.forEach((y, x) => {
    if (y < 0) return;
    while (hull.length > 1) {
      const a = hull.at(-2);
      const b = hull.at(-1);
      if (!a || !b || (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0) break;
      hull.pop();
    }
    hull.push({ x, y });
  });
  return hull;
}

function capSlope(floor: Float32Array): void {
  let lowest = 0;
  floor.forEach((y, x) => {
    if (y > (floor[lowest] ?? 0)) lowest = x;
  });
  for (let x = lowest + 1; x < floor.length; x += 1)
    floor[x] = Math.max(floor[x] ?? 0, (floor[x - 1] ?? 0) - MAX_SLOPE);
  for (let x = lowest - 1; x >= 0; x -= 1)
    floor[x] = Math.max(floor[x] ?? 0, (floor[x + 1] ?? 0) - MAX_SLOPE);
}
