import type { Stereo } from './synthesize.ts';

/** b0, b1, b2, a1, a2, normalised to a0 = 1. */
export type Biquad = readonly [number, number, number, number, number];

/** K-weighting at 48 kHz: the shelf and the high pass of ITU-R BS.1770-4, annex 1. */
const K_SHELF: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const K_HIGH_PASS: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

const RATE = 48_000;
const STEP_SECONDS = 0.1;
const STEPS_PER_BLOCK = 4;

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

/** Mean squares of overlapping blocks, channels added, put together from the sums of their steps. */
function blockPowers(channels: readonly Float32Array[]): number[] {
  const stepLength = STEP_SECONDS * RATE;
  const steps = Math.floor((channels[0]?.length ?? 0) / stepLength);
  const sums = Array.from({ length: steps }, (_, step) =>
    channels.reduce((sum, channel) => sum + energyOf(channel, step * stepLength, stepLength), 0),
  );
  return Array.from({ length: Math.max(0, steps - STEPS_PER_BLOCK + 1) }, (_, first) => {
    const block = sums.slice(first, first + STEPS_PER_BLOCK);
    return block.reduce((total, sum) => total + sum, 0) / (STEPS_PER_BLOCK * stepLength);
  });
}

function energyOf(samples: Float32Array, from: number, length: number): number {
  let energy = 0;
  for (let i = from; i < from + length; i += 1) energy += samples[i]! * samples[i]!;
  return energy;
}

function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(Math.max(1e-12, power));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
