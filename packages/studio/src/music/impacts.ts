import { createRandom } from '../random.ts';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';
import { secondsAt, type Form } from './form.ts';

const RISER_BEATS = 4;
/** Peak of the riser and of the booms at full impact. */
const RISER_LEVEL = 0.5;
const BOOM_LEVEL = { drop: 0.34, final: 0.28 };
const BOOM_SECONDS = 1.2;

/** A swell of air into the drop, and a low boom on it and under the last chord. */
export function addImpacts(mix: Stereo, form: Form, impact: number): void {
  const first = form.bars[0]?.startBeat ?? -RISER_BEATS;
  addRiser(mix, secondsAt(form, Math.max(first, -RISER_BEATS)), form.dropSeconds, RISER_LEVEL * impact);
  addBoom(mix, form.dropSeconds, BOOM_LEVEL.drop * impact);
  addBoom(mix, form.finalSeconds, BOOM_LEVEL.final * impact);
}

/** Noise whose band climbs while it swells, like a cymbal played backwards; each side has its own. */
function addRiser({ left, right }: Stereo, fromSeconds: number, toSeconds: number, level: number): void {
  const start = Math.round(fromSeconds * SAMPLE_RATE);
  const length = Math.round((toSeconds - fromSeconds) * SAMPLE_RATE);
  const random = createRandom(5);
  for (const channel of [left, right]) {
    let low = 0;
    let lower = 0;
    for (let i = 0; i < length && start + i < channel.length; i += 1) {
      const t = i / length;
      const cut = 0.02 + 0.4 * t * t;
      low += (random() * 2 - 1 - low) * cut;
      lower += (low - lower) * cut * 0.3;
      const end = Math.min(1, (length - i) / 480);
      channel[start + i] = channel[start + i]! + (low - lower) * t ** 2.6 * level * end;
    }
  }
}

/** A sine that falls from 110 to 42 Hz. */
function addBoom({ left, right }: Stereo, atSeconds: number, level: number): void {
  const start = Math.round(atSeconds * SAMPLE_RATE);
  let phase = 0;
  for (let i = 0; i < SAMPLE_RATE * BOOM_SECONDS && start + i < left.length; i += 1) {
    const t = i / SAMPLE_RATE;
    phase += (2 * Math.PI * (42 + 68 * Math.exp(-t * 14))) / SAMPLE_RATE;
    const boom = Math.sin(phase) * Math.exp(-t * 3.6) * level * Math.min(1, i / 96);
    left[start + i] = left[start + i]! + boom;
    right[start + i] = right[start + i]! + boom;
  }
}
