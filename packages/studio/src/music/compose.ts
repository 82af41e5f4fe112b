import { createRandom, mixSeed, pick, type Random } from '../random.ts';
import { planForm, type Bar, type Form } from './form.ts';
import { DRUM_KEYS, SCALES, type Mood } from './mood.ts';

export const CHANNELS = { lead: 0, pad: 1, bass: 2, keys: 3, drums: 9 } as const;
export type Part = keyof typeof CHANNELS;

export interface Note {
  part: Part;
  startSeconds: number;
  lengthSeconds: number;
  /** MIDI key and velocity. */
  key: number;
  velocity: number;
}

/** A piece, ready to be played. */
export interface Score {
  form: Form;
  notes: Note[];
  programs: Record<Exclude<Part, 'drums'>, number>;
  kicks: number[];
}

/** How loud each part plays in each section, 0 = silent: this is what gives the piece its arc. */
const ARC: Record<Bar['section'], Record<Part, number>> = {
  intro: { pad: 0.86, keys: 0.78, bass: 0, lead: 0, drums: 0 },
  build: { pad: 0.88, keys: 0.84, bass: 0.66, lead: 0, drums: 0.5 },
  main: { pad: 0.92, keys: 0.95, bass: 1, lead: 0.95, drums: 1 },
  break: { pad: 0.8, keys: 0.75, bass: 0, lead: 0.6, drums: 0.3 },
  ending: { pad: 0.95, keys: 1, bass: 1, lead: 1, drums: 1 },
};

/** Composes a piece by rule: harmony, bass, figure, melody and drums over a form that meets the cuts. */
export function compose(mood: Mood, seconds: number, seed: number, hitsAtSeconds: readonly number[]): Score {
  const random = createRandom(mixSeed(seed, 'music', mood.id));
  const preferred = mood.bpm[0] + random() * (mood.bpm[1] - mood.bpm[0]);
  const form = planForm(seconds, mood.bpm, hitsAtSeconds, preferred);
  const writer = new Writer(mood, form, random, seconds);
  for (const bar of form.bars) writer.writeBar(bar);
  writer.writeHits(hitsAtSeconds);
  writer.writeFinal();
  return {
    form,
    notes: writer.notes.flatMap(fromStart).sort((a, b) => a.startSeconds - b.startSeconds),
    programs: writer.programs,
    kicks: writer.kicks,
  };
}

/** What began before the piece sounds from its first moment when it lasts; short notes are left out. */
function fromStart(note: Note): Note[] {
  if (note.startSeconds >= 0) return [note];
  const lengthSeconds = note.startSeconds + note.lengthSeconds;
  return lengthSeconds > 0.4 ? [{ ...note, startSeconds: 0, lengthSeconds }] : [];
}

class Writer {
  readonly notes: Note[] = [];
  readonly kicks: number[] = [];
  readonly programs: Score['programs'];
  readonly #mood: Mood;
  readonly #form: Form;
  readonly #random: Random;
  readonly #seconds: number;
  readonly #tonic: number;
  readonly #progression: readonly number[];
  readonly #patterns: { bass: string; keys: string; drums: Readonly<Record<string, string>> };
  readonly #motif: readonly { step: number; sixteenth: number; length: number }[];
  readonly #arp: readonly number[];
  #voicing: number[] = [];

  constructor(mood: Mood, form: Form, random: Random, seconds: number) {
    this.#mood = mood;
    this.#form = form;
    this.#random = random;
    this.#seconds = seconds;
    this.#tonic = 55 + Math.floor(random() * 10) - 4;
    this.#progression = pick(random, mood.progressions);
    this.programs = {
      pad: pick(random, mood.pads),
      keys: pick(random, mood.keys),
      bass: pick(random, mood.basses),
      lead: pick(random, mood.leads),
    };
    this.#patterns = {
      bass: pick(random, mood.bass),
      keys: pick(random, mood.keysPattern),
      drums: pick(random, mood.drums),
    };
    this.#arp = pick(random, [
      [0, 1, 2, 1],
      [0, 2, 1, 2],
      [0, 1, 2, 3],
      [2, 1, 0, 1],
    ]);
    this.#motif = writeMotif(random, mood.leadDensity);
  }

  writeBar(bar: Bar): void {
    const degree = this.#degreeOf(bar);
    const chord = this.#voiceChord(degree);
    const length = this.#form.beatSeconds * 4;
    for (const key of chord) this.#add('pad', bar, bar.startSeconds, length * 0.98, key, 74);
    this.#writeBass(bar, degree);
    this.#writeKeys(bar, chord);
    if (bar.fromDrop % 4 !== 3 || bar.section === 'ending') this.#writeLead(bar, degree);
    this.#writeDrums(bar);
  }

  /** An accent on every cut, wherever the beat is. */
  writeHits(hitsAtSeconds: readonly number[]): void {
    for (const hit of hitsAtSeconds) {
      if (hit <= 0 || hit >= this.#seconds - 0.2) continue;
      const isDrop = Math.abs(hit - this.#form.dropSeconds) < 0.02;
      const isLoud = hit >= this.#form.dropSeconds - 0.02;
      this.#addExact('drums', hit, 0.4, DRUM_KEYS.crash ?? 49, isDrop ? 100 : isLoud ? 74 : 46);
      if (isLoud) this.#addExact('drums', hit, 0.2, DRUM_KEYS.kick ?? 36, 104);
    }
  }

  /** The tonic, wide, rings to the last frame. */
  writeFinal(): void {
    const at = this.#form.finalSeconds;
    const ring = this.#seconds - at;
    for (const key of this.#voiceChord(0)) this.#addExact('pad', at, ring, key, 88);
    for (const key of [0, 2, 4]) this.#addExact('keys', at, ring, this.#scaleKey(key) + 12, 88);
    this.#addExact('lead', at, ring, this.#scaleKey(0) + 12, 84);
    this.#addExact('bass', at, ring, this.#bassKey(0), 100);
    this.#addExact('drums', at, 0.5, DRUM_KEYS.kick ?? 36, 112);
    this.#addExact('drums', at, 0.5, DRUM_KEYS.crash ?? 49, 92);
    this.kicks.push(at);
  }

  #degreeOf({ fromDrop, section }: Bar): number {
    const { length } = this.#progression;
    if (section === 'build') return this.#progression[length - 1] ?? 4;
    return this.#progression[((fromDrop % length) + length) % length] ?? 0;
  }

  #scaleKey(step: number): number {
    const scale = SCALES[this.#mood.scale];
    const octave = Math.floor(step / 7);
    return this.#tonic + (scale[step - octave * 7] ?? 0) + octave * 12;
  }

  #bassKey(degree: number): number {
    const key = this.#scaleKey(degree) - 12;
    return key > 50 ? key - 12 : key;
  }

  /** The inversion that moves least from the last chord: parts glide instead of jumping. */
  #voiceChord(degree: number): number[] {
    const steps = this.#mood.hasSevenths ? [0, 2, 4, 6] : [0, 2, 4];
    const root = steps.map((step) => this.#scaleKey(degree + step));
    const candidates = [-2, -1, 0, 1, 2].map((inversion) =>
      root
        .map((key, i) => {
          if (inversion > 0 && i < inversion) return key + 12;
          return inversion < 0 && i >= root.length + inversion ? key - 12 : key;
        })
        .sort((a, b) => a - b),
    );
    const center = this.#tonic + 4;
    const cost = (keys: number[]) =>
      keys.reduce(
        (sum, key, i) =>
          sum + Math.abs(key - (this.#voicing[i] ?? center + i * 4)) + Math.abs(key - center - 4) * 0.3,
        0,
      );
    this.#voicing = candidates.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    return this.#voicing;
  }

  #writeBass(bar: Bar, degree: number): void {
    const root = this.#bassKey(degree);
    this.#eachStep(this.#patterns.bass, bar, (start, velocity, i) => {
      const key = i >= 14 && velocity > 5 ? root + 7 : root;
      this.#add('bass', bar, start, this.#form.beatSeconds * 0.45, key, 44 + velocity * 7);
    });
  }

  #writeKeys(bar: Bar, chord: readonly number[]): void {
    const isArp = this.#mood.keysStyle === 'arp';
    let count = 0;
    this.#eachStep(this.#patterns.keys, bar, (start, velocity) => {
      if (isArp) {
        const place = this.#arp[count % this.#arp.length] ?? 0;
        const key = (chord[place % chord.length] ?? 60) + (place >= 3 ? 24 : 12);
        this.#add('keys', bar, start, this.#form.beatSeconds * 0.6, key, 38 + velocity * 8);
      } else {
        for (const key of chord)
          this.#add('keys', bar, start, this.#form.beatSeconds * 1.1, key + 12, 34 + velocity * 7);
      }
      count += 1;
    });
  }

  #writeLead(bar: Bar, degree: number): void {
    const sixteenth = this.#form.beatSeconds / 4;
    const isAnswer = bar.fromDrop % 2 === 1;
    for (const { step, sixteenth: at, length } of this.#motif) {
      const turned = isAnswer && at >= 8 ? -step : step;
      this.#add(
        'lead',
        bar,
        bar.startSeconds + at * sixteenth,
        length * sixteenth * 0.9,
        this.#scaleKey(degree + turned) + 12,
        78,
      );
    }
  }

  #writeDrums(bar: Bar): void {
    if (bar.section === 'build') this.#writeRoll(bar);
    for (const [drum, pattern] of Object.entries(this.#patterns.drums)) {
      const key = DRUM_KEYS[drum];
      const isLow = drum === 'kick' || drum === 'lowTom';
      if (key === undefined || (isLow && bar.section !== 'main' && bar.section !== 'ending')) continue;
      this.#eachStep(pattern, bar, (start, velocity) => {
        if (drum === 'kick') this.kicks.push(start);
        this.#add('drums', bar, start, 0.12, key, 22 + velocity * 10);
      });
    }
  }

  /** Sixteenths that grow towards the drop; quiet moods get a single swell instead. */
  #writeRoll(bar: Bar): void {
    const sixteenth = this.#form.beatSeconds / 4;
    const key = this.#mood.impact > 0.35 ? (DRUM_KEYS.snare ?? 38) : (DRUM_KEYS.shaker ?? 70);
    for (let i = 8; i < 16; i += 1) {
      this.#addExact(
        'drums',
        bar.startSeconds + i * sixteenth,
        0.1,
        key,
        22 + (i - 8) * (4 + this.#mood.impact * 7),
      );
    }
  }

  #eachStep(
    pattern: string,
    bar: Bar,
    play: (startSeconds: number, velocity: number, step: number) => void,
  ): void {
    const sixteenth = this.#form.beatSeconds / 4;
    pattern.split('').forEach((mark, i) => {
      if (mark === '.') return;
      play(bar.startSeconds + (i + (i % 2) * this.#mood.swing) * sixteenth, Number(mark), i);
    });
  }

  /** A note within the arc: a little human in time and weight, and nothing after the last chord. */
  #add(part: Part, bar: Bar, start: number, length: number, key: number, velocity: number): void {
    const level = ARC[bar.section][part];
    if (level === 0 || start >= this.#form.finalSeconds - 0.03) return;
    const jitter = part === 'pad' ? 0 : (this.#random() - 0.5) * 0.008;
    const weight = level * (0.93 + this.#random() * 0.12);
    const end = Math.min(start + length, this.#form.finalSeconds);
    this.#addExact(part, start + jitter, end - start, key, velocity * weight);
  }

  #addExact(part: Part, startSeconds: number, lengthSeconds: number, key: number, velocity: number): void {
    this.notes.push({
      part,
      startSeconds,
      lengthSeconds,
      key,
      velocity: Math.max(1, Math.min(127, Math.round(velocity))),
    });
  }
}

/** A bar of melody: a few chord tones and one neighbour, long notes on the strong beats. */
function writeMotif(random: Random, density: number): { step: number; sixteenth: number; length: number }[] {
  const starts = pick<readonly number[]>(random, [
    [0, 3, 6, 8, 12],
    [0, 4, 6, 10, 12],
    [2, 4, 8, 11, 14],
    [0, 6, 8, 14],
  ]);
  return starts.flatMap((sixteenth, i) => {
    if (i > 0 && random() > density) return [];
    const next = starts[i + 1] ?? 16;
    const step = pick(random, [0, 2, 4, 4, 5, 7, 2]);
    return [{ step, sixteenth, length: Math.max(2, next - sixteenth) }];
  });
}
