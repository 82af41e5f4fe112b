import { createRandom, mixSeed, pick, type Random } from '../random.ts';
import { chordOf, type Chord } from './chord.ts';
import { planForm, type Bar, type Form } from './form.ts';
import type { InstrumentName } from './instruments.ts';
import type { Groove, Mood, Part, Pattern, PitchedPart } from './mood.ts';
import { voiceChord, type Voicing } from './voicing.ts';

/** A chord and how long it lasts. */
export interface Span {
  startBeat: number;
  beats: number;
  voicing: Voicing;
}

/** All that is decided before a note is written. */
export interface Plan {
  mood: Mood;
  form: Form;
  random: Random;
  /** Pitch class of the key. */
  tonic: number;
  /** The whole harmony, the home chord included. */
  spans: readonly Span[];
  home: Voicing;
  instruments: Readonly<Record<PitchedPart, InstrumentName>>;
  groove: Groove;
  motif: Pattern;
  keysPattern: Pattern;
}

/** A note in beats; `velocity` before the section's dynamics. */
export interface Draft {
  part: Part;
  startBeat: number;
  beats: number;
  key: number;
  velocity: number;
  /** Falls exactly where it is written and is as loud: an accent on a cut, the last chord. */
  isFixed?: boolean;
}

/** Chooses tempo, key, chords, instruments and patterns by seed, and lays the harmony over the form. */
export function planPiece(mood: Mood, seconds: number, seed: number, hitsAtSeconds: readonly number[]): Plan {
  const random = createRandom(mixSeed(seed, 'music', mood.id));
  const preferredBpm = mood.bpm[0] + random() * (mood.bpm[1] - mood.bpm[0]);
  const form = planForm(seconds, mood.bpm, hitsAtSeconds, preferredBpm);
  const tonic = Math.floor(random() * 12);
  const read = (symbols: string) => symbols.split(' ').map((symbol) => chordOf(symbol, tonic));
  const progression = read(pick(random, mood.progressions));
  const cadence = read(mood.cadence);
  const home = chordOf(mood.home, tonic);
  const spans = voiced([
    ...form.bars.flatMap((bar) => chordsOf(bar, form, progression, cadence)),
    { startBeat: form.finalBeat, beats: Infinity, chord: home },
  ]);
  const keys = pick(random, mood.instruments.keys);
  const [first, ...others] = mood.instruments.lead.filter((name) => name !== keys);
  return {
    mood,
    form,
    random,
    tonic,
    spans,
    home: spans.at(-1)?.voicing ?? voiceChord(home, null),
    instruments: {
      keys,
      lead: first ? pick(random, [first, ...others]) : mood.instruments.lead[0],
      sparkle: pick(random, mood.instruments.sparkle),
      pad: pick(random, mood.instruments.pad),
      bass: pick(random, mood.instruments.bass),
    },
    groove: pick(random, mood.grooves),
    motif: pick(random, mood.motifs),
    keysPattern: pick(random, mood.keysPatterns),
  };
}

/** The chord that sounds at a beat. */
export function spanAt(spans: readonly Span[], beat: number): Span {
  const span = spans.findLast(({ startBeat }) => startBeat <= beat + 1e-6) ?? spans[0];
  if (!span) throw new Error('A piece has at least one chord.');
  return span;
}

interface Step {
  startBeat: number;
  /** Up to the next strike or silence. */
  beats: number;
  velocity: number;
  /** Sixteenth of the bar, 0–15. */
  sixteenth: number;
}

/** The strikes of a pattern in a bar. A bar before the drop is counted from its end: the drop is always a downbeat. */
export function stepsOf(pattern: Pattern, bar: Bar, swing: number): Step[] {
  const length = Math.round(bar.beats * 4);
  const offset = bar.fromDrop < 0 ? (16 - (length % 16)) % 16 : 0;
  const placeOf = (i: number) => i / 4 + (i % 2) * (swing / 4);
  return Array.from({ length }, (_, i) => i).flatMap((i) => {
    const sixteenth = (i + offset) % 16;
    const mark = pattern[sixteenth] ?? '.';
    if (mark === '.' || mark === '-') return [];
    let end = i + 1;
    while (end < length && pattern[(end + offset) % 16] === '-') end += 1;
    const beats = placeOf(end) - placeOf(i);
    return [{ startBeat: bar.startBeat + placeOf(i), beats, velocity: Number(mark), sixteenth }];
  });
}

function chordsOf(
  { startBeat, beats, section, fromDrop }: Bar,
  { bars }: Form,
  progression: readonly Chord[],
  cadence: readonly Chord[],
): { startBeat: number; beats: number; chord: Chord }[] {
  const chordAt = (bar: number) => progression[bar % progression.length] ?? cadence[0]!;
  const [approach = chordAt(0), dominant = approach] = cadence;
  const intro = bars.filter((bar) => bar.fromDrop < 0).length;
  const lift = bars.findIndex((bar) => bar.section === 'lift') - intro;
  if (section === 'build' || section === 'ending') {
    if (beats < 4) return [{ startBeat, beats, chord: dominant }];
    // A piece, or its second part, of one bar still begins at home.
    const isAlone = section === 'build' ? intro === 1 : fromDrop === 0;
    return [
      { startBeat, beats: beats - 2, chord: isAlone ? chordAt(0) : approach },
      { startBeat: startBeat + beats - 2, beats: 2, chord: dominant },
    ];
  }
  const place = section === 'intro' ? fromDrop + intro : section === 'lift' ? fromDrop - lift : fromDrop;
  return [{ startBeat, beats, chord: chordAt(place) }];
}

function voiced(chords: readonly { startBeat: number; beats: number; chord: Chord }[]): Span[] {
  let before: Voicing | null = null;
  return chords.map(({ startBeat, beats, chord }) => {
    const voicing: Voicing = voiceChord(chord, before);
    before = voicing;
    return { startBeat, beats, voicing };
  });
}
