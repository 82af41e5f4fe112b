import { filter, SAMPLE_RATE, type Biquad, type Stereo } from './biquad.ts';

/** K-weighting at 48 kHz: the shelf and the high pass of ITU-R BS.1770-4, annex 1. */
const K_SHELF: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const K_HIGH_PASS: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

const STEP_SECONDS = 0.1;
const STEPS_PER_BLOCK = 4;

/** Integrated loudness in LUFS by ITU-R BS.1770-4 (gates at −70 LUFS and 10 LU below the mean); 48 kHz stereo. */
export function integratedLufs({ left, right }: Stereo): number {
  const first = stepEnergies(left);
  const second = right === left ? first : stepEnergies(right);
  const steps = first.map((energy, i) => energy + (second[i] ?? 0));
  const powers = Array.from({ length: Math.max(0, steps.length - STEPS_PER_BLOCK + 1) }, (_, from) =>
    mean(steps.slice(from, from + STEPS_PER_BLOCK)),
  );
  const loud = powers.filter((power) => lufsOf(power) > -70);
  const relative = lufsOf(mean(loud)) - 10;
  return lufsOf(mean(loud.filter((power) => lufsOf(power) > relative)));
}

/** Mean squares of the K-weighted samples of each whole step: blocks overlap, so they are put together from these. */
function stepEnergies(samples: Float32Array): number[] {
  const length = STEP_SECONDS * SAMPLE_RATE;
  const weighted = samples.slice();
  filter(weighted, K_SHELF);
  filter(weighted, K_HIGH_PASS);
  return Array.from({ length: Math.floor(samples.length / length) }, (_, step) => {
    let energy = 0;
    for (let i = step * length; i < (step + 1) * length; i += 1) energy += weighted[i]! * weighted[i]!;
    return energy / length;
  });
}

function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(Math.max(1e-12, power));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
