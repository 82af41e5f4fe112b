/** b0, b1, b2, a1, a2, normalised to a0 = 1. */
export type Biquad = readonly [number, number, number, number, number];

export const SAMPLE_RATE = 48_000;

export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

/** Filters a channel in place (direct form II transposed). */
export function filter(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): void {
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    samples[i] = y;
  }
}

/** The sum of the squares of what a filter lets through. */
export function energyThrough(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): number {
  let s1 = 0;
  let s2 = 0;
  let energy = 0;
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    energy += y * y;
  }
  return energy;
}

/** Both sides as one. */
export function monoOf({ left, right }: Stereo): Float32Array {
  const mono = new Float32Array(left.length);
  for (let i = 0; i < mono.length; i += 1) mono[i] = (left[i]! + right[i]!) * 0.5;
  return mono;
}

/** Filters both sides in place. */
export function equalise({ left, right }: Stereo, by: Biquad): void {
  filter(left, by);
  filter(right, by);
}

// Filters: Robert Bristow-Johnson, "Audio EQ Cookbook".

export function highPass(hertz: number): Biquad {
  const { cos, alpha } = angle(hertz, Math.SQRT1_2);
  return normalised([(1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha]);
}

/** Passes a band; 0 dB at its centre. */
export function bandPass(hertz: number, q: number): Biquad {
  const { cos, alpha } = angle(hertz, q);
  return normalised([alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha]);
}

export function peak(hertz: number, q: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(hertz, q);
  const a = 10 ** (gainDb / 40);
  return normalised([1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a]);
}

export function highShelf(hertz: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(hertz, Math.SQRT1_2);
  const a = 10 ** (gainDb / 40);
  const root = 2 * Math.sqrt(a) * alpha;
  return normalised([
    a * (a + 1 + (a - 1) * cos + root),
    -2 * a * (a - 1 + (a + 1) * cos),
    a * (a + 1 + (a - 1) * cos - root),
    a + 1 - (a - 1) * cos + root,
    2 * (a - 1 - (a + 1) * cos),
    a + 1 - (a - 1) * cos - root,
  ]);
}

function angle(hertz: number, q: number): { cos: number; alpha: number } {
  const w = (2 * Math.PI * hertz) / SAMPLE_RATE;
  return { cos: Math.cos(w), alpha: Math.sin(w) / (2 * q) };
}

function normalised([b0, b1, b2, a0, a1, a2]: [number, number, number, number, number, number]): Biquad {
  return [b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0];
}
