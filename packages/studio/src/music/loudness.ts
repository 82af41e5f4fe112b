import type { Stereo } from './synthesize.ts';

/** b0, b1, b2, a1, a2, normalised to a0 = 1. */
export type Biquad = readonly [number, number, number, number, number];

/** K-weighting at 48 kHz: the shelf and the high pass of ITU-R BS.1770-4, annex 1. */
const K_SHELF: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const K_HIGH_PASS: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

const RATE = 48_000;
const BLOCK_SECONDS = 0.4;
const STEP_SECONDS = 0.1;

/** Filters a channel into a new one (direct form II transposed). */
export function filtered(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    out[i] = y;
  }
  return out;
}

/** Integrated loudness in LUFS by ITU-R BS.1770-4 (gates at −70 LUFS and 10 LU below the mean); 48 kHz stereo. */
export function integratedLufs({ left, right }: Stereo): number {
  const powers = blockPowers(
    [left, right].map((channel) => filtered(filtered(channel, K_SHELF), K_HIGH_PASS)),
  );
  const loud = powers.filter((power) => lufsOf(power) > -70);
  const relative = lufsOf(mean(loud)) - 10;
  return lufsOf(mean(loud.filter((power) => lufsOf(power) > relative)));
}

function blockPowers(channels: readonly Float32Array[]): number[] {
  const size = BLOCK_SECONDS * RATE;
  const step = STEP_SECONDS * RATE;
  const length = channels[0]?.length ?? 0;
  const sums = channels.map((channel) => {
    const sum = new Float64Array(length + 1);
    for (let i = 0; i < length; i += 1) sum[i + 1] = sum[i]! + channel[i]! * channel[i]!;
    return sum;
  });
  const powers: number[] = [];
  for (let from = 0; from + size <= length; from += step) {
    powers.push(sums.reduce((total, sum) => total + (sum[from + size]! - sum[from]!) / size, 0));
  }
  return powers;
}

function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(Math.max(1e-12, power));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
