import type { InstrumentName } from './instruments.ts';

export const MOOD_IDS = [
  'energetic',
  'calm',
  'luxury',
  'playful',
  'corporate',
  'cinematic',
  'lo-fi',
  'summer',
] as const;
export type MoodId = (typeof MOOD_IDS)[number];

/** Scale steps in semitones. */
export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
} as const;

/** Pitch classes of a scale on a tonic. */
export function scaleTones(scale: keyof typeof SCALES, tonic: number): number[] {
  return SCALES[scale].map((step) => (tonic + step) % 12);
}

export const PARTS = ['lead', 'sparkle', 'pad', 'keys', 'bass', 'drums'] as const;
export type Part = (typeof PARTS)[number];
export type PitchedPart = Exclude<Part, 'drums'>;

type OneOf<T> = readonly [T, ...T[]];

/** A bar in sixteenths: 1–9 strikes softly to hard, '-' holds, '.' is silent. */
export type Pattern = string;
export type DrumPatterns = Readonly<Partial<Record<Drum, Pattern>>>;

/** Drums and the bass that is locked to their kick. */
export interface Groove {
  drums: DrumPatterns;
  /** Joins with the second phrase, and when the band comes back after the air. */
  lift: DrumPatterns;
  /** The second half of a bar before something new. */
  fill: DrumPatterns;
  bass: Pattern;
}

/** How a mood is played. One of each list is chosen by the seed. */
export interface Mood {
  id: MoodId;
  name: string;
  /** Beats per minute, slowest and fastest. */
  bpm: readonly [number, number];
  scale: keyof typeof SCALES;
  /** Four chords, a bar each, see `chordOf`. */
  progressions: OneOf<string>;
  /** Two chords that lead home: they fill the bar before the drop and the bar before the end. */
  cadence: string;
  /** The last chord. */
  home: string;
  instruments: Readonly<Record<PitchedPart, OneOf<InstrumentName>>>;
  /** Drum kit: a General MIDI program of the drum channel. */
  kit: number;
  /** Lowest and highest key of the melody. */
  leadKeys: readonly [number, number];
  /** The rhythm of the motif. */
  motifs: OneOf<Pattern>;
  keysPatterns: OneOf<Pattern>;
  /** 'arp' plays chord notes in turn, 'chord' all at once, 'strum' nearly so. */
  keysStyle: 'arp' | 'chord' | 'strum';
  /** How long a note of the keys rings at least, within its chord: short is dry, long is a pedal held down. */
  keysHoldBeats: number;
  grooves: OneOf<Groove>;
  /** The bass jumps an octave between the beats. */
  hasOctaveBass: boolean;
  /** What is struck on every cut, and how hard (1–127). */
  accent: Readonly<Partial<Record<Drum, number>>>;
  /** Delay of every second sixteenth, as a share of a sixteenth. */
  swing: number;
  /** How far the kick ducks everything else, 0–1. */
  pump: number;
  /** Loudness of the parts against the lead, in LU. */
  mixLu: Readonly<Record<Part, number>>;
  /** Tilt against the spectrum of popular records, in dB per octave: above 0 is brighter. */
  tiltDb: number;
  /** The riser before the drop and the boom on it: how loud, 0–1. */
  impact: number;
}

/** General MIDI percussion keys. */
export const DRUM_KEYS = {
  kick: 36,
  rim: 37,
  snare: 38,
  clap: 39,
  lowTom: 41,
  hat: 42,
  midTom: 45,
  openHat: 46,
  crash: 49,
  highTom: 50,
  ride: 51,
  tambourine: 54,
  splash: 55,
  conga: 63,
  lowConga: 64,
  shaker: 70,
  triangle: 81,
} as const;
export type Drum = keyof typeof DRUM_KEYS;
