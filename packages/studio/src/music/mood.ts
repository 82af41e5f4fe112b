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
  lydian: [0, 2, 4, 6, 7, 9, 11],
} as const;

type OneOf<T> = readonly [T, ...T[]];

/** How a mood is played. Instruments are General MIDI programs; one of each list is chosen by the seed. */
export interface Mood {
  id: MoodId;
  name: string;
  /** Beats per minute, slowest and fastest. */
  bpm: readonly [number, number];
  scale: keyof typeof SCALES;
  /** Chords as scale degrees, one per bar, 0 = tonic. */
  progressions: OneOf<readonly number[]>;
  /** Adds the seventh to every chord. */
  hasSevenths: boolean;
  pads: OneOf<number>;
  keys: OneOf<number>;
  basses: OneOf<number>;
  leads: OneOf<number>;
  /** Velocities 1–9 per sixteenth of a bar, '.' = silent; one pattern per instrument. */
  bass: OneOf<string>;
  keysPattern: OneOf<string>;
  /** 'arp' plays chord notes in turn, 'chord' all at once. */
  keysStyle: 'arp' | 'chord';
  drums: OneOf<Readonly<Record<string, string>>>;
  /** Delay of every second sixteenth, as a share of a sixteenth. */
  swing: number;
  /** How far the kick ducks everything else, 0–1. */
  pump: number;
  /** Share of melody notes that are played. */
  leadDensity: number;
  /** Channel volumes 0–127. */
  levels: { pad: number; keys: number; bass: number; lead: number; drums: number };
  /** High shelf at 5 kHz, in dB: the bank is dark. */
  shineDb: number;
  /** The riser before the drop and the boom on it: how loud, 0–1. */
  impact: number;
}

/** General MIDI percussion keys. */
export const DRUM_KEYS: Readonly<Record<string, number>> = {
  kick: 36,
  rim: 37,
  snare: 38,
  clap: 39,
  brushSnare: 40,
  hat: 42,
  openHat: 46,
  crash: 49,
  ride: 51,
  tambourine: 54,
  conga: 63,
  lowConga: 64,
  shaker: 70,
  clave: 75,
  lowTom: 41,
  midTom: 45,
  triangle: 81,
};
