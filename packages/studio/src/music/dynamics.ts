import { SAMPLE_RATE, type Stereo } from './biquad.ts';

const WINDOW_SECONDS = 0.1;
/** What lies further below the usual level than this is lifted, by so much at most: a short ad has no hole. */
const HOLE_DB = 3;
const LIFT_DB = 7;
/** How fast the gain follows, as a share a sample: about 0.1 s. */
const FOLLOW = 0.0002;

/** Level of each window in dB, both sides together. */
function levelsOf({ left, right }: Stereo, windowLength: number): number[] {
  return Array.from({ length: Math.floor(left.length / windowLength) }, (_, window) => {
    let energy = 0;
    for (let i = window * windowLength; i < (window + 1) * windowLength; i += 1)
      energy += left[i]! ** 2 + right[i]! ** 2;
    return 10 * Math.log10(energy / windowLength / 2 + 1e-9);
  });
}

/** Lifts the music's bar of air, in place; what comes after the last chord rings out as it is. */
export function fillHoles(mix: Stereo, finalSeconds: number): void {
  const windowLength = WINDOW_SECONDS * SAMPLE_RATE;
  const levels = levelsOf(mix, windowLength);
  const usual = levels.toSorted((one, other) => one - other)[Math.floor(levels.length * 0.6)] ?? 0;
  const smooth = levels.map((_, i) => {
    const around = levels.slice(Math.max(0, i - 3), i + 4);
    return around.reduce((sum, level) => sum + level, 0) / around.length;
  });
  let gain = 1;
  for (let i = 0; i < mix.left.length; i += 1) {
    const level = smooth[Math.min(smooth.length - 1, Math.floor(i / windowLength))] ?? usual;
    const liftDb =
      i / SAMPLE_RATE > finalSeconds ? 0 : Math.min(LIFT_DB, Math.max(0, usual - HOLE_DB - level));
    gain += (10 ** (liftDb / 20) - gain) * FOLLOW;
    mix.left[i] = mix.left[i]! * gain;
    mix.right[i] = mix.right[i]! * gain;
  }
}

const DUCK_DB = -8;
const DUCK_SECONDS = 0.3;
const DOWN_SECONDS = 0.04;
const UP_SECONDS = 0.03;

/** Takes the music down for .3 s before each of these moments and back within 30 ms on it: a breath before the price. */
export function duckBefore(mix: Stereo, atSeconds: readonly number[]): void {
  const floor = 10 ** (DUCK_DB / 20);
  for (const moment of atSeconds) {
    const start = Math.max(0, Math.round((moment - DUCK_SECONDS - DOWN_SECONDS) * SAMPLE_RATE));
    const end = Math.min(mix.left.length, Math.round((moment + UP_SECONDS) * SAMPLE_RATE));
    for (let i = start; i < end; i += 1) {
      const left = moment - i / SAMPLE_RATE;
      const open =
        left > DUCK_SECONDS ? (left - DUCK_SECONDS) / DOWN_SECONDS : left < 0 ? -left / UP_SECONDS : 0;
      const gain = floor + (1 - floor) * Math.min(1, open);
      mix.left[i] = mix.left[i]! * gain;
      mix.right[i] = mix.right[i]! * gain;
    }
  }
}
