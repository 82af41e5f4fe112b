import { balance } from './balance.ts';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';
import { integratedLufs } from './loudness.ts';
import { truePeak } from './true-peak.ts';

const TARGET_LUFS = -16;
/** True peaks stay below −1.8 dBTP, which leaves room for the codec. */
const CEILING = 10 ** (-1.8 / 20);
/** Samples below this share of the ceiling have no peak beside them that reaches it. */
const QUIET = 0.5;
const LOOKAHEAD = Math.round(0.004 * SAMPLE_RATE);
const RELEASE = Math.exp(-1 / (0.09 * SAMPLE_RATE));

/** Balance, loudness and peaks: a spectrum like that of records, −16 LUFS, a limiter, a soft last moment. Changes the mix. */
export function master(mix: Stereo, tiltDb: number, fadeSeconds: number): { mastered: Stereo; lufs: number } {
  balance(mix, tiltDb);
  fadeOut(mix, fadeSeconds);
  let mastered = mix;
  let lufs = integratedLufs(mix);
  let gainDb = TARGET_LUFS - lufs;
  const levels = levelsOf(mix, (CEILING / 10 ** (gainDb / 20)) * QUIET);
  // The limiter takes a little loudness away: a correction or two land within 0.1 LU.
  for (let pass = 0; pass < 3 && (pass === 0 || Math.abs(TARGET_LUFS - lufs) > 0.04); pass += 1) {
    mastered = limited(mix, levels, 10 ** (gainDb / 20));
    lufs = integratedLufs(mastered);
    gainDb += TARGET_LUFS - lufs;
  }
  return { mastered, lufs };
}

/** The higher true peak of both sides at each sample. */
function levelsOf({ left, right }: Stereo, quiet: number): Float32Array {
  const levels = new Float32Array(left.length);
  for (let i = 0; i < levels.length; i += 1)
    levels[i] = Math.max(truePeak(left, i, quiet), truePeak(right, i, quiet));
  return levels;
}

/**
 * Makes the sound louder and keeps its peaks below the ceiling, equally on both sides: the gain bends down 4 ms ahead of
 * a peak and recovers slowly, so nothing clicks or distorts.
 */
function limited({ left, right }: Stereo, levels: Float32Array, loudnessGain: number): Stereo {
  const { length } = left;
  const ceiling = CEILING / loudnessGain;
  const gains = new Float32Array(length);
  let ahead = 1;
  for (let i = length - 1; i >= 0; i -= 1) {
    const level = levels[i]!;
    ahead = Math.min(level > ceiling ? ceiling / level : 1, ahead + 1 / LOOKAHEAD);
    gains[i] = ahead;
  }
  const out = { left: new Float32Array(length), right: new Float32Array(length) };
  let gain = 1;
  for (let i = 0; i < length; i += 1) {
    gain = Math.min(gains[i]!, 1 + (gain - 1) * RELEASE);
    out.left[i] = left[i]! * gain * loudnessGain;
    out.right[i] = right[i]! * gain * loudnessGain;
  }
  return out;
}

function fadeOut({ left, right }: Stereo, seconds: number): void {
  const length = Math.min(left.length, Math.round(seconds * SAMPLE_RATE));
  for (let i = 0; i < length; i += 1) {
    const gain = (i / length) ** 1.3;
    left[left.length - 1 - i] = left[left.length - 1 - i]! * gain;
    right[right.length - 1 - i] = right[right.length - 1 - i]! * gain;
  }
}
