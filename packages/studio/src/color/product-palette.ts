import { formatHex } from 'culori';
import { createRandom } from '../random.ts';
import type { ProductPalette } from '../prepared-photo.ts';
import { oklabOfBytes } from './oklab.ts';

const CLUSTERS = 6;
const ROUNDS = 14;
/** Hue differences count more than light and shade on the same material. */
const CHROMA_WEIGHT = 3;
/** Below this chroma a colour is called black, white, grey or metal. */
const NEUTRAL_CHROMA = 0.045;

interface Cluster {
  l: number;
  a: number;
  b: number;
  share: number;
}

/** The colours of the opaque pixels of an RGBA picture: k-means in OKLab, seeded, so always the same. */
export function paletteOfProduct(rgba: Uint8Array): ProductPalette {
  const points = opaquePoints(rgba);
  const clusters = clusterColors(points).sort((a, b) => b.share - a.share);
  const swatches = clusters.map(({ l, a, b, share }) => ({
    l,
    c: Math.hypot(a, b),
    h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
    hex: formatHex({ mode: 'oklab', l, a, b }),
    share,
  }));
  const vivid = swatches
    .filter((swatch) => swatch.share > 0.03)
    .sort((a, b) => b.c * Math.sqrt(b.share) - a.c * Math.sqrt(a.share))[0];
  const signature = vivid && vivid.c >= NEUTRAL_CHROMA ? { l: vivid.l, c: vivid.c, h: vivid.h } : null;
  return { swatches, signature, meanLightness: swatches.reduce((sum, { l, share }) => sum + l * share, 0) };
}

function opaquePoints(rgba: Uint8Array): Float32Array[] {
  const stride = Math.max(1, Math.floor(rgba.length / 4 / 12_000)) * 4;
  const points: Float32Array[] = [];
  for (let i = 0; i < rgba.length; i += stride) {
    if ((rgba[i + 3] ?? 0) < 220) continue;
    const point = new Float32Array(3);
    oklabOfBytes(rgba[i] ?? 0, rgba[i + 1] ?? 0, rgba[i + 2] ?? 0, point);
    points.push(point);
  }
  return points.length > 0 ? points : [new Float32Array([0.5, 0, 0])];
}

function clusterColors(points: readonly Float32Array[]): Cluster[] {
  const random = createRandom(7);
  let centres = Array.from(
    { length: CLUSTERS },
    () => points[Math.floor(random() * points.length)] ?? new Float32Array(3),
  );
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => new Float64Array(3));
    counts = centres.map(() => 0);
    for (const point of points) {
      const nearest = nearestCentre(point, centres);
      counts[nearest] = (counts[nearest] ?? 0) + 1;
      const sum = sums[nearest];
      for (let axis = 0; sum && axis < 3; axis += 1) sum[axis] = sum[axis]! + point[axis]!;
    }
    centres = centres.map((centre, k) => {
      const count = counts[k] ?? 0;
      return count === 0 ? centre : Float32Array.from(sums[k] ?? [], (value) => value / count);
    });
  }
  return centres.map(([l = 0, a = 0, b = 0], k) => ({ l, a, b, share: (counts[k] ?? 0) / points.length }));
}

/** Indexed, not destructured: that would run an iterator for each of a million distances. */
function nearestCentre(point: Float32Array, centres: readonly Float32Array[]): number {
  let nearest = 0;
  let least = Infinity;
  for (let k = 0; k < centres.length; k += 1) {
    const centre = centres[k]!;
    const [dl, da, db] = [point[0]! - centre[0]!, point[1]! - centre[1]!, point[2]! - centre[2]!];
    const distance = dl * dl + CHROMA_WEIGHT * (da * da + db * db);
    if (distance < least) {
      least = distance;
      nearest = k;
    }
  }
  return nearest;
}
