import { equalise, filter, highPass, monoOf, SAMPLE_RATE, type Stereo } from './biquad.ts';
import { kicksOf, type Score } from './compose.ts';
import { addImpacts } from './impacts.ts';
import { secondsAt, type Form, type Section } from './form.ts';
import { integratedLufs } from './loudness.ts';
import { PARTS, type Mood, type Part } from './mood.ts';
import type { Stems } from './synthesize.ts';

/** Loudness of the lead before mastering. */
const LEAD_LUFS = -22;
/** What the synthesizer delivers when instruments and patterns are as loud as they are on average. */
const PLAYED_LUFS = -34;
/** How far a part is brought to its place. */
const RIDE_DB = 10;
/** Below this a part only muddies the ones that live there. */
const LOW_CUT_HERTZ: Readonly<Partial<Record<Part, number>>> = {
  lead: 180,
  sparkle: 300,
  pad: 150,
  keys: 160,
};
const ROOM_LOW_CUT_HERTZ = 220;

interface Width {
  /** Share of the middle that goes to the sides. */
  share: number;
  /** Different for each part: what is widened alike sounds like one source. */
  delaySeconds: number;
}
const WIDTHS: Readonly<Partial<Record<Part, Width>>> = {
  pad: { share: 0.65, delaySeconds: 0.0173 },
  keys: { share: 0.4, delaySeconds: 0.0117 },
  sparkle: { share: 0.5, delaySeconds: 0.0139 },
  drums: { share: 0.3, delaySeconds: 0.0071 },
};
/** Only above this: lows stay in the middle. */
const WIDENED_HERTZ = 350;

/** Puts the parts together: each at its loudness and place, ducked under the kick, with the arc of the form. Changes the stems. */
export function mixDown({ parts, room }: Stems, score: Score, mood: Mood): Stereo {
  const duck = duckingOf(score, mood.pump, room.left.length);
  const mix = { left: new Float32Array(room.left.length), right: new Float32Array(room.left.length) };
  equalise(room, highPass(ROOM_LOW_CUT_HERTZ));
  add(mix, room, 10 ** ((LEAD_LUFS - PLAYED_LUFS) / 20), duck);
  for (const part of PARTS) {
    const stem = parts[part];
    const lowCut = LOW_CUT_HERTZ[part];
    const width = WIDTHS[part];
    if (lowCut !== undefined) equalise(stem, highPass(lowCut));
    const gain = gainOf(stem, mood.mixLu[part]);
    if (width) widen(stem, width);
    add(mix, stem, gain, part === 'drums' ? null : duck);
  }
  followArc(mix, score);
  addImpacts(mix, score.form, mood.impact);
  return mix;
}

function gainOf(part: Stereo, mixLu: number): number {
  const mono = monoOf(part);
  const change = PLAYED_LUFS + mixLu - integratedLufs({ left: mono, right: mono });
  return 10 ** ((LEAD_LUFS - PLAYED_LUFS + Math.max(-RIDE_DB, Math.min(RIDE_DB, change))) / 20);
}

function add(mix: Stereo, { left, right }: Stereo, gain: number, duck: Float32Array | null): void {
  for (let i = 0; i < left.length; i += 1) {
    const ducked = duck ? gain * duck[i]! : gain;
    mix.left[i] = mix.left[i]! + left[i]! * ducked;
    mix.right[i] = mix.right[i]! + right[i]! * ducked;
  }
}

/** Adds a late copy of the middle to one side and takes it from the other (Lauridsen): wide, and gone again in mono. */
function widen({ left, right }: Stereo, { share, delaySeconds }: Width): void {
  const middle = monoOf({ left, right });
  filter(middle, highPass(WIDENED_HERTZ));
  const late = Math.round(delaySeconds * SAMPLE_RATE);
  for (let i = late; i < left.length; i += 1) {
    const side = middle[i - late]! * share;
    left[i] = left[i]! + side;
    right[i] = right[i]! - side;
  }
}

/** The pump of dance music: every kick pushes the rest down for a moment. */
function duckingOf(score: Score, depth: number, length: number): Float32Array | null {
  if (depth === 0) return null;
  const duck = new Float32Array(length).fill(1);
  const reach = Math.round((36 / score.form.bpm) * SAMPLE_RATE);
  for (const kick of kicksOf(score)) {
    const start = Math.round((kick + 0.005) * SAMPLE_RATE);
    for (let i = 0; i < reach && start + i < length; i += 1) {
      const attack = Math.min(1, i / 240);
      duck[start + i] = Math.min(duck[start + i]!, 1 - depth * attack * Math.exp(-i / (SAMPLE_RATE * 0.09)));
    }
  }
  return duck;
}

/** Loudness of the sections against the main part, in LU, and how far the fader goes to bring them there. */
const ARC_LU: Readonly<Record<Section, number>> = {
  intro: -13,
  build: -12,
  main: 0,
  break: -10,
  lift: 0.8,
  ending: 0.8,
};
const FADER_DB = 11;
/** How fast the fader follows, as a share a sample: about 10 ms, so that nothing clicks and the drop stays sudden. */
const FADER_SPEED = 0.002;

/** The arranger's hand on the fader: quiet before the drop, open from there on, and low where the band waits. */
function followArc(mix: Stereo, { form }: Score): void {
  const sections = sectionsOf(form, mix.left.length);
  const loudness = sections.map(({ from, to }) =>
    integratedLufs({ left: mix.left.subarray(from, to), right: mix.right.subarray(from, to) }),
  );
  const main = Math.max(...loudness);
  let fader = 1;
  for (const [i, { section, from, to }] of sections.entries()) {
    const wantedDb = ARC_LU[section] - ((loudness[i] ?? main) - main);
    const wanted = 10 ** (Math.max(-FADER_DB, Math.min(FADER_DB, wantedDb)) / 20);
    if (i === 0) fader = wanted;
    for (let at = from; at < to; at += 1) {
      fader += (wanted - fader) * FADER_SPEED;
      mix.left[at] = mix.left[at]! * fader;
      mix.right[at] = mix.right[at]! * fader;
    }
  }
}

/** Runs of bars of one section, in samples; the main part, where it returns, is measured as one with what follows it. */
function sectionsOf(
  { bars, ...form }: Form,
  samples: number,
): { section: Section; from: number; to: number }[] {
  const starts = bars.filter(({ section }, i) => section !== bars[i - 1]?.section);
  const at = (beat: number) => Math.round(secondsAt({ bars, ...form }, beat) * SAMPLE_RATE);
  return starts.map(({ section, startBeat }, i) => {
    const next = starts[i + 1];
    return { section, from: i === 0 ? 0 : at(startBeat), to: next ? at(next.startBeat) : samples };
  });
}
