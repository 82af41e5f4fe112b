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

const FOUR_ON_THE_FLOOR = {
  kick: '9...9...9...9...',
  clap: '....8.......8...',
  hat: '4.3.5.3.4.3.5.3.',
  openHat: '..6...6...6...6.',
};
const BREAKBEAT = {
  kick: '9.....6.9.......',
  snare: '....8..2....8..3',
  hat: '5.4.5.4.5.4.5.44',
};

export const MOODS: readonly Mood[] = [
  {
    id: 'energetic',
    name: 'Energetic',
    bpm: [118, 132],
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [0, 2, 6, 5],
      [5, 6, 0, 0],
      [0, 6, 5, 6],
    ],
    hasSevenths: false,
    pads: [50, 90, 95],
    keys: [81, 80, 90],
    basses: [38, 39],
    leads: [81, 80, 62],
    bass: ['9.6.7.6.8.6.7.6.', '..8...8...8...8.', '9..7..8...7.8.6.'],
    keysPattern: ['6.4.6.4.6.4.6.4.', '6..5..6..5..6.4.'],
    keysStyle: 'arp',
    drums: [FOUR_ON_THE_FLOOR, { ...FOUR_ON_THE_FLOOR, kick: '9...9...9...9.5.', snare: '....6.......6..4' }],
    swing: 0,
    pump: 0.42,
    leadDensity: 0.7,
    levels: { pad: 70, keys: 70, bass: 90, lead: 80, drums: 108 },
    shineDb: 4,
    impact: 0.8,
  },
  {
    id: 'calm',
    name: 'Calm',
    bpm: [72, 88],
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [0, 2, 3, 4],
      [3, 0, 4, 5],
      [0, 5, 3, 4],
    ],
    hasSevenths: true,
    pads: [89, 49, 92],
    keys: [0, 46, 24, 4],
    basses: [32, 33],
    leads: [73, 11, 0],
    bass: ['7.......5.......', '7.........5.....'],
    keysPattern: ['5.4.4.4.5.4.4.4.', '6...4...5...4...', '5.4.5...4.5.4...'],
    keysStyle: 'arp',
    drums: [{ shaker: '3.2.4.2.3.2.4.2.' }, { rim: '........4.......', shaker: '2...3...2...3...' }],
    swing: 0.1,
    pump: 0,
    leadDensity: 0.5,
    levels: { pad: 74, keys: 92, bass: 78, lead: 70, drums: 74 },
    shineDb: 5,
    impact: 0.2,
  },
  {
    id: 'luxury',
    name: 'Luxury',
    bpm: [88, 104],
    scale: 'dorian',
    progressions: [
      [0, 3, 5, 4],
      [0, 5, 3, 6],
      [0, 3, 0, 6],
    ],
    hasSevenths: true,
    pads: [48, 89, 91],
    keys: [4, 11, 5],
    basses: [33, 32, 39],
    leads: [11, 98, 26],
    bass: ['8.....6...7.....', '8..6......6.7...'],
    keysPattern: ['6.....5.....4...', '..5...4...5.....'],
    keysStyle: 'chord',
    drums: [
      {
        kick: '8.........6.....',
        clap: '....6.......6...',
        hat: '4.3.4.3.4.3.4.33',
        shaker: '2.2.2.2.2.2.2.2.',
      },
      { kick: '8......5..7.....', rim: '....7.......7...', hat: '3.443.4.3.443.4.' },
    ],
    swing: 0.16,
    pump: 0.15,
    leadDensity: 0.45,
    levels: { pad: 76, keys: 90, bass: 82, lead: 70, drums: 96 },
    shineDb: 5,
    impact: 0.45,
  },
  {
    id: 'playful',
    name: 'Playful',
    bpm: [104, 120],
    scale: 'major',
    progressions: [
      [0, 3, 4, 0],
      [0, 5, 3, 4],
      [0, 4, 3, 4],
    ],
    hasSevenths: false,
    pads: [49, 88],
    keys: [45, 12, 108, 24],
    basses: [32, 34, 33],
    leads: [13, 12, 73, 78],
    bass: ['8.....6.8.....6.', '8...6...8...6...'],
    keysPattern: ['..6...6...6...6.', '6..5..6...5.5...', '6.5.6.5.6.5.6.5.'],
    keysStyle: 'arp',
    drums: [
      {
        kick: '8.......8.......',
        clap: '....7.......7...',
        shaker: '4.3.4.3.4.3.4.3.',
        triangle: '..........3.....',
      },
      { kick: '8.......8..5....', rim: '....6.......6...', tambourine: '..4...4...4...4.' },
    ],
    swing: 0.22,
    pump: 0,
    leadDensity: 0.75,
    levels: { pad: 50, keys: 92, bass: 90, lead: 84, drums: 92 },
    shineDb: 4,
    impact: 0.3,
  },
  {
    id: 'corporate',
    name: 'Corporate',
    bpm: [108, 122],
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [5, 3, 0, 4],
      [0, 3, 5, 4],
    ],
    hasSevenths: false,
    pads: [89, 48, 50],
    keys: [27, 0, 45],
    basses: [33, 34],
    leads: [0, 11, 27],
    bass: ['8.8.8.8.8.8.8.8.', '8...8..68...8..6'],
    keysPattern: ['6.5.5.6.5.5.6.5.', '6..5..6..5..6.5.'],
    keysStyle: 'arp',
    drums: [
      { kick: '8...8...8...8...', clap: '....6.......6...', shaker: '4.3.4.3.4.3.4.3.' },
      { kick: '8.....6.8.......', snare: '....6.......6...', hat: '4.3.4.3.4.3.4.3.' },
    ],
    swing: 0,
    pump: 0.12,
    leadDensity: 0.55,
    levels: { pad: 74, keys: 84, bass: 88, lead: 74, drums: 88 },
    shineDb: 4,
    impact: 0.4,
  },
  {
    id: 'cinematic',
    name: 'Cinematic',
    bpm: [76, 96],
    scale: 'minor',
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 4],
      [0, 6, 5, 6],
    ],
    hasSevenths: false,
    pads: [48, 49, 52],
    keys: [48, 45, 0],
    basses: [43, 38, 32],
    leads: [61, 60, 48],
    bass: ['9.......7.......', '9.6.6.6.8.6.6.6.'],
    keysPattern: ['7.5.6.5.7.5.6.5.', '7.557.557.557.55'],
    keysStyle: 'arp',
    drums: [
      { lowTom: '9.....6.8...6.6.', midTom: '....5.......5..5' },
      { lowTom: '9..6..9..6..8.6.', crash: '5...............' },
    ],
    swing: 0,
    pump: 0,
    leadDensity: 0.6,
    levels: { pad: 92, keys: 88, bass: 96, lead: 82, drums: 112 },
    shineDb: 5,
    impact: 1,
  },
  {
    id: 'lo-fi',
    name: 'Lo-fi',
    bpm: [74, 88],
    scale: 'dorian',
    progressions: [
      [1, 4, 0, 5],
      [0, 3, 1, 4],
      [3, 1, 0, 4],
    ],
    hasSevenths: true,
    pads: [89, 92],
    keys: [4, 5, 26],
    basses: [32, 33],
    leads: [11, 26, 73],
    bass: ['8.....5...6.....', '8..5....6.......'],
    keysPattern: ['6.......5..4....', '6.....4...5.....'],
    keysStyle: 'chord',
    drums: [BREAKBEAT, { kick: '9.........7.....', snare: '....7.......7...', hat: '4.3.43..4.3.4..3' }],
    swing: 0.3,
    pump: 0.2,
    leadDensity: 0.4,
    levels: { pad: 58, keys: 96, bass: 92, lead: 66, drums: 92 },
    shineDb: 3,
    impact: 0.15,
  },
  {
    id: 'summer',
    name: 'Summer',
    bpm: [100, 114],
    scale: 'major',
    progressions: [
      [0, 4, 5, 3],
      [5, 3, 0, 4],
      [3, 4, 2, 5],
    ],
    hasSevenths: false,
    pads: [89, 90],
    keys: [24, 25, 108, 114],
    basses: [33, 38],
    leads: [114, 12, 73],
    bass: ['8..8..6.8..8..6.', '8.....8.6.....6.'],
    keysPattern: ['6..6..6.6..6..6.', '..6..6....6..6..'],
    keysStyle: 'chord',
    drums: [
      {
        kick: '9...9...9...9...',
        clap: '...6..6....6..6.',
        shaker: '4.3.4.3.4.3.4.3.',
        conga: '..4..4....4.44..',
      },
      {
        kick: '9..6..9.9..6..9.',
        rim: '...6..6....6..6.',
        hat: '4.4.4.4.4.4.4.4.',
        lowConga: '....4.......4.4.',
      },
    ],
    swing: 0.05,
    pump: 0.22,
    leadDensity: 0.65,
    levels: { pad: 60, keys: 90, bass: 94, lead: 80, drums: 98 },
    shineDb: 4,
    impact: 0.45,
  },
];

/** The mood for free words ("upbeat summer pop"), or null. */
export function moodFor(words: string): MoodId | null {
  const text = words.toLowerCase();
  const exact = MOOD_IDS.find((id) => text.includes(id));
  if (exact) return exact;
  const table: readonly (readonly [RegExp, MoodId])[] = [
    [/lofi|chill|study|hip.?hop/, 'lo-fi'],
    [/sport|energ|fast|bold|dynam|electro|upbeat/, 'energetic'],
    [/lux|premium|elegan|gold/, 'luxury'],
    [/kid|fun|play|happy/, 'playful'],
    [/epic|film|trailer|drama|cinema/, 'cinematic'],
    [/beach|tropic|sun|holiday/, 'summer'],
    [/business|tech|inspir|corporate/, 'corporate'],
    [/calm|soft|relax|spa|natur|ambient/, 'calm'],
  ];
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
