import { boxMean, clamp, distanceTo, quantile, type Raster } from './raster.ts';

/** A place on the cut-out, as shares of its width and height. */
export type Point = [x: number, y: number];

interface Peak {
  x: number;
  y: number;
  value: number;
  /** Local colour and texture, to tell one detail from another. */
  look: readonly number[];
}

/** Scaled by the 97th percentile inside the product. */
function normalised(values: Float32Array, depth: Float32Array): Float32Array {
  const most = quantile(
    [...values].filter((_, i) => depth[i]! > 2),
    0.97,
  );
  return values.map((value) => clamp(value / (most || 1), 0, 1.2));
}

/** Smaller eigenvalue of the structure tensor (Shi and Tomasi, "Good features to track", 1994). */
function cornerEnergy(
  { width, height, alpha, lightness }: Raster,
  depth: Float32Array,
  radius: number,
): Float32Array {
  const xx = new Float32Array(width * height);
  const yy = new Float32Array(width * height);
  const xy = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      if (depth[i]! < 2.5) continue;
      const dx = lightness[i + 1]! - lightness[i - 1]!;
      const dy = lightness[i + width]! - lightness[i - width]!;
      xx[i] = dx * dx;
      yy[i] = dy * dy;
      xy[i] = dx * dy;
    }
  }
  const [a, b, c] = [xx, yy, xy].map((values) => boxMean(values, { width, height }, radius, alpha)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return a.map((value, i) =>
    Math.sqrt(Math.max(0, (value + b[i]!) / 2 - Math.sqrt(((value - b[i]!) / 2) ** 2 + c[i]! ** 2))),
  );
}

/** The strongest peaks, each at least 15 % of the diagonal from the others. */
function peaksOf(score: Float32Array, width: number, height: number, look: (at: number) => number[]): Peak[] {
  const left = score.slice();
  const apart = 0.15 * Math.hypot(width, height);
  const peaks: Peak[] = [];
  while (peaks.length < 9) {
    const at = left.reduce((best, value, i) => (value > left[best]! ? i : best), 0);
    const value = left[at]!;
    if (value <= 0 || value < 0.12 * (peaks[0]?.value ?? 0)) break;
    const [x, y] = [at % width, Math.floor(at / width)];
    peaks.push({ x: x / width, y: y / height, value, look: look(at) });
    for (let i = 0; i < left.length; i += 1) {
      if (Math.hypot((i % width) - x, Math.floor(i / width) - y) < apart) left[i] = 0;
    }
  }
  return peaks;
}

/** The three peaks that are strong, far from one another and unlike each other. */
function bestThree(peaks: readonly Peak[], width: number, height: number): Peak[] {
  const diagonal = Math.hypot(width, height);
  const apart = (a: Peak, b: Peak) =>
    Math.hypot(((a.x - b.x) * width) / diagonal, ((a.y - b.y) * height) / diagonal);
  const unlike = (a: Peak, b: Peak) => Math.hypot(...a.look.map((value, i) => value - b.look[i]!));
  let best: { value: number; three: Peak[] } | null = null;
  for (const [i, a] of peaks.entries()) {
    for (const [j, b] of peaks.slice(i + 1).entries()) {
      for (const c of peaks.slice(i + j + 2)) {
        const pairs = [
          [a, b],
          [a, c],
          [b, c],
        ] as const;
        const value =
          (a.value + b.value + c.value) / peaks[0]!.value / 3 +
          1.5 * Math.min(0.38, ...pairs.map((pair) => apart(...pair))) +
          0.9 * Math.min(0.16, ...pairs.map((pair) => unlike(...pair)));
        if (!best || value > best.value) best = { value, three: [a, b, c] };
      }
    }
  }
  return best?.three ?? peaks.slice(0, 3);
}

/**
 * Three places worth pointing at and the one for a macro, on a cut-out read at 420 px: corners and odd colours that lie
 * well inside. 57 of 66 points lay on a real detail; which detail it is cannot be known here.
 */
export function findDetails(raster: Raster): { anchors: [Point, Point, Point]; focus: Point } {
  const { width, height, alpha, lab } = raster;
  const size = Math.sqrt(width * height);
  const depth = distanceTo(
    Uint8Array.from(alpha, (value) => (value < 0.6 ? 1 : 0)),
    raster,
  );
  const radius = Math.max(3, Math.round(0.028 * size));
  const channels = [0, 1, 2].map((channel) => alpha.map((_, i) => lab[i * 3 + channel]!));
  const local = channels.map((values) => boxMean(values, raster, radius, alpha)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const weight = alpha.reduce((sum, value) => sum + value, 0) || 1;
  const overall = channels.map(
    (values) => values.reduce((sum, value, i) => sum + value * alpha[i]!, 0) / weight,
  );
  const corner = normalised(cornerEnergy(raster, depth, radius), depth);
  const odd = normalised(
    alpha.map((_, i) =>
      Math.hypot(
        1.6 * (local[1][i]! - overall[1]!),
        1.6 * (local[2][i]! - overall[2]!),
        0.5 * (local[0][i]! - overall[0]!),
      ),
    ),
    depth,
  );
  const thickest = depth.reduce((most, value) => Math.max(most, value), 0);
  const need = Math.min(0.055 * size, 0.75 * thickest);
  const raw = alpha.map((_, i) =>
    depth[i]! <= 0.35 * need
      ? 0
      : clamp((depth[i]! - 0.35 * need) / (0.65 * need)) * (0.62 * corner[i]! + 0.38 * odd[i]!),
  );
  const score = boxMean(raw, raster, Math.round(0.02 * size));
  const peaks = peaksOf(score, width, height, (at) => [
    local[0][at]!,
    1.8 * local[1][at]!,
    1.8 * local[2][at]!,
    0.25 * corner[at]!,
  ]);
  const anchors = bestThree(peaks, width, height).map((peak): Point => [peak.x, peak.y]);
  while (anchors.length < 3) anchors.push([0.5, 0.3 + 0.2 * anchors.length]);
  // A macro needs product round its centre.
  const around = boxMean(alpha, raster, Math.round(0.16 * size));
  const solidAt = ({ x, y }: Peak) =>
    around[Math.round(y * (height - 1)) * width + Math.round(x * (width - 1))]!;
  const focus = peaks.toSorted((a, b) => b.value * (0.35 + solidAt(b)) - a.value * (0.35 + solidAt(a)))[0];
  return {
    anchors: anchors as [Point, Point, Point],
    focus: focus ? [focus.x, focus.y] : [0.5, 0.5],
  };
}
