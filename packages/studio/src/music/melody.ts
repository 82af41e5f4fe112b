import { pick } from '../random.ts';
import { singableTones, stableTones, type Chord } from './chord.ts';
import type { Bar } from './form.ts';
import { scaleTones } from './mood.ts';
import { spanAt, stepsOf, type Draft, type Plan } from './plan.ts';

/** What a bar of melody does: ask (motif, then an open note), answer (motif, then home), or lead to the last chord. */
type Role = 'motif' | 'open' | 'home' | 'approach';

interface Tone {
  startBeat: number;
  beats: number;
  velocity: number;
  /** Scale steps from the motif's first note. */
  step: number;
  /** On a beat or long: it must agree with the chord. */
  isStrong: boolean;
}

/** Contours that are easy to sing, in scale steps: seconds, with at most one leap, which turns back. */
const CONTOURS: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 1, 2, 4, 3, 2, 1, 0],
  [0, 4, 3, 2, 1, 2, 0, -1],
  [0, 1, 0, 2, 1, 3, 2, 4],
  [0, -1, -2, 1, 0, -1, -2, -3],
  [0, 1, -1, 0, 3, 2, 1, 0],
  [0, 2, 1, 3, 2, 0, 1, -1],
  [0, -2, -1, 0, 2, 1, 0, -1],
  [0, 2, 3, 2, 0, 1, 2, 1],
];

/** The shortest note that must agree with the chord wherever it falls, in beats. */
const LONG = 0.6;

/**
 * A tune from one motif: two bars ask and end open, two bars answer with the same motif and end at home. The rhythm
 * and the contour return; the notes bend to the chords. In the air before the last part only the sparkle remembers it.
 */
export function writeMelody(plan: Plan): Draft[] {
  const contour = pick(plan.random, CONTOURS);
  const singer = new Singer(plan);
  return plan.form.bars.flatMap((bar) => {
    const role = roleOf(bar, plan.form.bars);
    if (!role) return [];
    const tones = role === 'motif' ? motifOf(plan, bar, contour) : closingOf(plan, bar, contour, role);
    const sung = singer.sing(tones, role);
    if (bar.section === 'intro' || bar.section === 'break')
      return sung.map((note) => ({ ...note, part: 'sparkle' as const, velocity: note.velocity * 0.75 }));
    return bar.section === 'lift' || bar.section === 'ending' ? [...sung, ...sung.map(octaveAbove)] : sung;
  });
}

function octaveAbove(note: Draft): Draft {
  return { ...note, part: 'sparkle', key: note.key + 12, velocity: note.velocity * 0.8 };
}

function roleOf({ section, fromDrop, beats }: Bar, bars: readonly Bar[]): Role | null {
  if (section === 'build' || beats < 2) return null;
  // Long intros announce the tune in the bar before the build.
  if (section === 'intro') return fromDrop === -2 && beats >= 4 ? 'open' : null;
  if (section === 'break') return 'open';
  if (section === 'ending') return 'approach';
  const start = bars.find((bar) => bar.section === section)?.fromDrop ?? 0;
  return (['motif', 'open', 'motif', 'home'] as const)[(fromDrop - start) % 4] ?? null;
}

function motifOf({ mood, motif }: Plan, bar: Bar, contour: readonly number[]): Tone[] {
  return stepsOf(motif, bar, mood.swing).map(({ startBeat, beats, velocity, sixteenth }, i) => ({
    startBeat,
    beats: beats * 0.94,
    velocity: 30 + velocity * 8,
    step: contour[i % contour.length] ?? 0,
    isStrong: sixteenth % 4 === 0 || beats >= LONG,
  }));
}

/** The motif's head, then one long note, then a breath. */
function closingOf(plan: Plan, bar: Bar, contour: readonly number[], role: Role): Tone[] {
  const isShort = bar.beats < 4;
  const long = { startBeat: bar.startBeat + (isShort ? 0 : 2), beats: isShort ? bar.beats : 1.5 };
  const head = motifOf(plan, bar, contour)
    .filter((tone) => tone.startBeat < long.startBeat - 0.2)
    .map((tone) => ({ ...tone, beats: Math.min(tone.beats, long.startBeat - tone.startBeat) }));
  const step = (head.at(-1)?.step ?? 0) + (role === 'home' ? -1 : 1);
  return [...head, { ...long, velocity: 86, step, isStrong: true }];
}

/** Turns contours into keys that agree with the harmony. */
class Singer {
  readonly #plan: Plan;
  readonly #scale: readonly number[];
  /** The keys of the scale within the singing range, and the one a motif starts from. */
  readonly #ladder: readonly number[];
  readonly #start: number;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#scale = scaleTones(plan.mood.scale, plan.tonic);
    this.#ladder = this.#keys().filter((key) => this.#scale.includes(key % 12));
    this.#start = Math.floor(this.#ladder.length / 2) - pick(plan.random, [0, 1, 2]);
  }

  sing(tones: readonly Tone[], role: Role): Draft[] {
    const { spans } = this.#plan;
    const chords = tones.map(({ startBeat }) => spanAt(spans, startBeat).voicing.chord);
    const keys = tones.map(({ step, isStrong }, i) => {
      const place = Math.max(0, Math.min(this.#ladder.length - 1, this.#start + step));
      const wanted = this.#ladder[place]!;
      const chord = chords[i]!;
      if (i === tones.length - 1) return this.#nearest(wanted, this.#endingTones(chord, role));
      if (i === 0) return this.#nearest(wanted, stableTones(chord));
      return isStrong ? this.#nearest(wanted, this.#tonesOf(chord)) : wanted;
    });
    for (let i = 1; i < keys.length - 1; i += 1) {
      const rise = tones[i]!.step - tones[i - 1]!.step;
      if (rise !== 0 && keys[i] === keys[i - 1])
        keys[i] = this.#beside(keys[i]!, rise, chords[i]!) ?? keys[i]!;
    }
    for (let i = keys.length - 2; i >= 0; i -= 1)
      if (!this.#mayPass(keys[i]!, keys[i + 1]!, chords[i]!))
        keys[i] = this.#nearest(keys[i]!, this.#tonesOf(chords[i]!));
    return tones.map(({ startBeat, beats, velocity }, i) => {
      const span = spanAt(spans, startBeat);
      return {
        part: 'lead',
        startBeat,
        beats: Math.min(beats, span.startBeat + span.beats - startBeat),
        key: keys[i]!,
        velocity: velocity + (i === 0 ? 4 : 0),
      };
    });
  }

  #tonesOf(chord: Chord): number[] {
    return singableTones(chord, this.#scale);
  }

  /** Home is the tonic where the chord has it, an open end is anything else, and the last chord is reached by step. */
  #endingTones(chord: Chord, role: Role): number[] {
    const { tonic } = this.#plan;
    const stable = stableTones(chord);
    const wanted = {
      motif: () => true,
      open: (tone: number) => tone !== tonic,
      home: (tone: number) => tone === tonic,
      approach: (tone: number) => [2, 10].includes((tone - tonic + 12) % 12),
    }[role];
    const fitting = stable.filter(wanted);
    return fitting.length > 0 ? fitting : stable;
  }

  /** A note that the chord does not carry passes by step, and never a semitone below the chord's leading tone. */
  #mayPass(key: number, next: number, chord: Chord): boolean {
    if (this.#tonesOf(chord).includes(key % 12)) return true;
    const isAltered = (key + 1) % 12 === chord.leadingTone;
    return !isAltered && Math.abs(next - key) <= 2 && next !== key;
  }

  /** The next key above (or below) that the chord carries, not more than a fourth away. */
  #beside(key: number, rise: number, chord: Chord): number | undefined {
    const tones = this.#tonesOf(chord);
    return [1, 2, 3, 4, 5]
      .map((distance) => key + Math.sign(rise) * distance)
      .find((other) => tones.includes(other % 12) && this.#keys().includes(other));
  }

  #nearest(wanted: number, tones: readonly number[]): number {
    return this.#keys()
      .filter((key) => tones.includes(key % 12))
      .reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a), Infinity);
  }

  #keys(): number[] {
    const [lowest, highest] = this.#plan.mood.leadKeys;
    return Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  }
}
