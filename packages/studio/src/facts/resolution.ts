import type { Box } from '../cutout/mask.ts';
import { distanceTo, quantile, readGrey } from './raster.ts';

/** Width in px of the sharpest edges → share of the pixels that carry detail; by shrinking and enlarging six photos. */
const DETAIL_OF_EDGE = [
  [2.1, 1],
  [2.35, 0.7],
  [2.62, 0.5],
  [3.02, 0.35],
  [3.6, 0.25],
] as const;

function detailShare(edgePx: number): number {
  const next = DETAIL_OF_EDGE.findIndex(([width]) => edgePx <= width);
  if (next < 0) return 0.25;
  const [width, share] = DETAIL_OF_EDGE[next]!;
  const before = DETAIL_OF_EDGE[next - 1];
  return before ? share + ((before[1] - share) * (width - edgePx)) / (width - before[0]) : share;
}

/** Length of a monotone run through `at` along `step`, over its slope: the width of the edge there. */
function edgeAt(values: Buffer, at: number, step: number): { widthPx: number; slope: number } | null {
  const difference = values[at + step]! - values[at - step]!;
  const slope = Math.abs(difference) / 2;
  const steeperAfter = Math.abs(values[at + 2 * step]! - values[at]!) / 2;
  const steeperBefore = Math.abs(values[at]! - values[at - 2 * step]!) / 2;
  if (slope < 9 || slope < steeperAfter || slope < steeperBefore) return null;
  const sign = Math.sign(difference);
  let from = at;
  let to = at;
  while (to - at < 12 * step && (values[to + step]! - values[to]!) * sign > 0) to += step;
  while (at - from < 12 * step && (values[from]! - values[from - step]!) * sign > 0) from -= step;
  const range = Math.abs(values[to]! - values[from]!);
  return range > 34 ? { widthPx: range / slope, slope } : null;
}

/**
 * Pixels of the product's longer side that really carry detail: enlarged and out-of-focus photos have fewer than they
 * show. Within .12 of the truth in 13 of 18 photos that were shrunk and enlarged; strong texture looks sharper than it is.
 */
export async function measureEffectivePx(photoPath: string, cutoutPath: string, box: Box): Promise<number> {
  const { width, height, values } = await readGrey(photoPath, { box });
  const alpha = await readGrey(cutoutPath, { channel: 3, size: { width, height } });
  const depth = distanceTo(
    Uint8Array.from(alpha.values, (value) => (value < 250 ? 1 : 0)),
    { width, height },
  );
  const found: { widthPx: number; slope: number }[] = [];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if (depth[at]! < 4) continue;
      for (const step of [1, width]) {
        const edge = edgeAt(values, at, step);
        if (edge) found.push(edge);
      }
    }
  }
  const steepest = found
    .toSorted((one, other) => other.slope - one.slope)
    .slice(0, Math.max(30, found.length >> 2))
    .map(({ widthPx }) => widthPx);
  const edgePx = steepest.length > 25 ? quantile(steepest, 0.3) : 2.4;
  return Math.max(1, Math.round(Math.max(width, height) * detailShare(edgePx)));
}
