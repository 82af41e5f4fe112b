import { labelRegions } from '../cutout/mask.ts';
import { boxMean, clamp, distanceTo, type Raster } from './raster.ts';

interface Spot {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  width: number;
  height: number;
  fill: number;
}

/** Windows (px at 900) against which a stroke must stand out; lettering comes dark on light and light on dark. */
const WINDOWS_PX = [7, 16] as const;

function spotsOf(isSpot: Uint8Array, width: number, height: number): Spot[] {
  const { labels, areas } = labelRegions({ width, height, values: isSpot.map((on) => (on ? 255 : 0)) }, 128);
  const boxes = areas.map(() => ({ x0: width, x1: 0, y0: height, y1: 0 }));
  labels.forEach((label, i) => {
    if (label === 0) return;
    const box = boxes[label]!;
    const x = i % width;
    const y = Math.floor(i / width);
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
  });
  return boxes
    .map((box, label) => {
      const [w, h] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
      return { ...box, width: w, height: h, fill: areas[label]! / (w * h), area: areas[label]! };
    })
    .filter(
      (spot, label) =>
        label > 0 &&
        spot.height >= 7 &&
        spot.height <= 0.12 * height &&
        spot.width >= 2 &&
        spot.width < spot.height * 2.2 &&
        spot.fill > 0.16 &&
        spot.fill < 0.92 &&
        spot.area >= 14,
    )
    .toSorted((one, other) => one.x0 - other.x0);
}

const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Spots of one height on one line, from `first` on. */
function rowFrom(first: Spot, spots: readonly Spot[]): Spot[] {
  const row = [first];
  for (const spot of spots) {
    const last = row.at(-1)!;
    if (spot.x0 <= last.x1 - 1 || spot.x0 - last.x1 > 1.1 * first.height) continue;
    const ratio = spot.height / first.height;
    if (ratio < 0.68 || ratio > 1.5 || Math.abs(spot.y1 - last.y1) > 0.22 * first.height + 1) continue;
    row.push(spot);
  }
  return row;
}

/** How much a row looks like letters: longer is more; many like spots around (a knit, a grille) and sameness are less. */
function scoreOf(row: readonly Spot[], spots: readonly Spot[]): number {
  const [first, last] = [row[0]!, row.at(-1)!];
  const alike = spots.filter(
    (spot) =>
      !row.includes(spot) &&
      spot.x1 > first.x0 - 2 * first.height &&
      spot.x0 < last.x1 + 2 * first.height &&
      Math.abs(spot.y0 - first.y0) < 4 * first.height &&
      spot.height / first.height > 0.6 &&
      spot.height / first.height < 1.6,
  ).length;
  const varied =
    deviation(row.map(({ fill }) => fill)) + deviation(row.map((spot) => spot.width / spot.height));
  return (row.length / (1 + alike / 6)) * clamp(varied / 0.28, 0, 1.3);
}

/**
 * Whether a cut-out, read at 900 px, carries lettering that a mirror would spoil: rows of four and more glyph-like spots.
 * Found on 6 of 7 photographs with words, one false in 18. Logos without words are not seen.
 */
export function hasLettering({ width, height, alpha, lightness }: Raster): boolean {
  const depth = distanceTo(
    Uint8Array.from(alpha, (value) => (value < 0.9 ? 1 : 0)),
    { width, height },
  );
  for (const radius of WINDOWS_PX) {
    const around = boxMean(lightness, { width, height }, radius, alpha);
    for (const sign of [1, -1]) {
      const isSpot = Uint8Array.from(lightness, (value, i) =>
        depth[i]! > 3 && sign * (value - around[i]!) > 0.055 ? 1 : 0,
      );
      const spots = spotsOf(isSpot, width, height);
      const used = new Set<Spot>();
      for (const spot of spots) {
        if (used.has(spot)) continue;
        const row = rowFrom(spot, spots);
        if (row.length < 4) continue;
        row.forEach((member) => used.add(member));
        if (scoreOf(row, spots) >= 3.2 || row.length >= 8) return true;
      }
    }
  }
  return false;
}
