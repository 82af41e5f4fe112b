import { filtered, integratedLufs, type Biquad } from './loudness.ts';
import { SAMPLE_RATE, type Stereo } from './synthesize.ts';

const TARGET_LUFS = -16;
/** Sample peaks stay below this, which leaves room for the peaks between samples. */
const CEILING = 10 ** (-2.2 / 20);
const LOOKAHEAD = Math.round(0.004 * SAMPLE_RATE);
const RELEASE = Math.exp(-1 / (0.09 * SAMPLE_RATE));

/** Balance, loudness and peaks: rumble and low-mid mud out, air in, −16 LUFS, a limiter, a soft last moment. */
export function master(
  mix: Stereo,
  shineDb: number,
  fadeSeconds: number,
): { mastered: Stereo; lufs: number } {
  const shaped = onBoth(mix, (channel) =>
    [highPass(32), peak(300, 0.9, -3.5), highShelf(5000, shineDb)].reduce(filtered, channel),
  );
  fadeOut(shaped, fadeSeconds);
  let mastered = shaped;
  let lufs = integratedLufs(shaped);
  let gainDb = 0;
  // The limiter takes a little loudness away: two corrections land within 0.1 LU.
  for (let pass = 0; pass < 3 && Math.abs(TARGET_LUFS - lufs) > 0.02; pass += 1) {
    gainDb += TARGET_LUFS - lufs;
    mastered = limited(shaped, 10 ** (gainDb / 20));
    lufs = integratedLufs(mastered);
  }
  return { mastered, lufs };
}

function onBoth({ left, right }: Stereo, change: (channel: Float32Array) => Float32Array): Stereo {
  return { left: change(left), right: change(right) };
}

/**
 * Makes the sound louder and keeps its peaks below the ceiling, equally on both sides: the gain bends down 4 ms ahead of
 * a peak and recovers slowly, so nothing clicks or distorts.
 */
function limited({ left, right }: Stereo, loudnessGain: number): Stereo {
  const { length } = left;
  const ceiling = CEILING / loudnessGain;
  const gains = new Float32Array(length);
  let ahead = 1;
  for (let i = length - 1; i >= 0; i -= 1) {
    const level = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
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

// Filters: Robert Bristow-Johnson, "Audio EQ Cookbook".
function highPass(hertz: number): Biquad {
  const { cos, alpha } = angle(hertz, 0.707);
  return normalised([(1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha]);
}

function peak(hertz: number, q: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(hertz, q);
  const a = 10 ** (gainDb / 40);
  return normalised([1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a]);
}

function highShelf(hertz: number, gainDb: number): Biquad {
  const { cos, alpha } = angle(hertz, 0.707);
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
