import { createRandom, type Random } from '../random.ts';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';

export const SOUND_EFFECTS = [
  'whoosh',
  'slide',
  'air',
  'shimmer',
  'hit',
  'thud',
  'slap',
  'pop',
  'tick',
  'glitch',
] as const;
export type SoundEffectKind = (typeof SOUND_EFFECTS)[number];

/** Something that is heard because it is seen. */
export interface SoundEffect {
  kind: SoundEffectKind;
  /** The moment it belongs to: a whoosh swells before it. */
  atSeconds: number;
  /** 1 is usual. */
  gain: number;
  /** 1 runs to the right, -1 to the left. */
  direction: 1 | -1;
}

interface Voice {
  mix: Stereo;
  gain: number;
  direction: 1 | -1;
  random: Random;
  /** The key of the music, so that what rings is in tune. */
  tonicHertz: number;
}

/** A function of the share 0–1 of a sound's length. */
type Curve = (share: number) => number;

interface Noise {
  atSeconds: number;
  seconds: number;
  level: Curve;
  centreHertz: Curve;
  damping: number;
  gain: number;
  /** -1 left to 1 right. */
  pan?: Curve;
}

/** Equal power: as loud in the middle as at the sides. */
function addPanned({ left, right }: Stereo, at: number, value: number, pan: number): void {
  if (at < 0 || at >= left.length) return;
  left[at] = left[at]! + value * Math.sqrt(1 - pan);
  right[at] = right[at]! + value * Math.sqrt(1 + pan);
}

/** Noise through a band-pass whose centre moves: a state-variable filter (Hal Chamberlin, 1980). */
function addNoise({ mix, random }: Voice, noise: Noise): void {
  const { atSeconds, seconds, level, centreHertz, damping, gain, pan = () => 0 } = noise;
  const length = Math.round(seconds * SAMPLE_RATE);
  const start = Math.round(atSeconds * SAMPLE_RATE);
  let low = 0;
  let band = 0;
  for (let i = 0; i < length; i += 1) {
    const share = i / length;
    const pitch = 2 * Math.sin((Math.PI * Math.min(centreHertz(share), 9_000)) / SAMPLE_RATE);
    low += pitch * band;
    band += pitch * (random() * 2 - 1 - low - damping * band);
    addPanned(mix, start + i, band * level(share) * gain, pan(share));
  }
}

interface Tone {
  atSeconds: number;
  seconds: number;
  hertz: Curve;
  level: Curve;
  gain: number;
}

/** A sine whose pitch moves, without a click at its start. */
function addTone({ mix }: Voice, { atSeconds, seconds, hertz, level, gain }: Tone): void {
  const length = Math.round(seconds * SAMPLE_RATE);
  const start = Math.round(atSeconds * SAMPLE_RATE);
  let phase = 0;
  for (let i = 0; i < length; i += 1) {
    const share = i / length;
    phase += (2 * Math.PI * hertz(share)) / SAMPLE_RATE;
    addPanned(mix, start + i, Math.sin(phase) * level(share) * gain * Math.min(1, i / 48), 0);
  }
}

const swell: Curve = (share) => Math.sin(Math.PI * share);
const fall =
  (power: number): Curve =>
  (share) =>
    (1 - share) ** power;

/** Our own synthesis, so that no sample's rights are unclear. Numbers by ear of the meters: rises of 5–21 dB at the cut. */
const EFFECTS: Record<SoundEffectKind, (voice: Voice, at: number) => void> = {
  /** Swells for .3 s, is loudest on the cut, gone .22 s later; runs across with the picture. */
  whoosh: (voice, at) =>
    addNoise(voice, {
      atSeconds: at - 0.3,
      seconds: 0.52,
      level: (share) => (share < 0.58 ? (share / 0.58) ** 2.6 : (1 - (share - 0.58) / 0.42) ** 2),
      centreHertz: (share) => 350 + 4_200 * Math.sin(Math.PI * Math.min(1, share * 1.05)) ** 2,
      damping: 0.8,
      gain: 0.4 * voice.gain,
      pan: (share) => voice.direction * (share * 1.6 - 0.8),
    }),
  slide: (voice, at) =>
    addNoise(voice, {
      atSeconds: at - 0.25,
      seconds: 0.5,
      level: (share) => swell(share) ** 2,
      centreHertz: (share) => 500 + 1_500 * share,
      damping: 0.9,
      gain: 0.24 * voice.gain,
      pan: (share) => voice.direction * (share * 1.4 - 0.7),
    }),
  air: (voice, at) => {
    addNoise(voice, {
      atSeconds: at - 0.9,
      seconds: 1.6,
      level: (share) => swell(share) ** 3,
      centreHertz: (share) => 300 + 1_500 * swell(share),
      damping: 1.1,
      gain: 0.1 * voice.gain,
    });
    EFFECTS.shimmer(voice, at);
  },
  /** Partials of the music's own tonic, one after the other. */
  shimmer: (voice, at) =>
    [8, 12, 16, 20, 24].forEach((partial, i) =>
      addTone(voice, {
        atSeconds: at + i * 0.045,
        seconds: 1.3,
        hertz: () => voice.tonicHertz * partial,
        level: fall(3),
        gain: 0.014 * voice.gain,
      }),
    ),
  hit: (voice, at) => {
    addTone(voice, {
      atSeconds: at,
      seconds: 0.7,
      hertz: (share) => 44 + 95 * Math.exp(-share * 16),
      level: (share) => Math.exp(-share * 5),
      gain: 0.42 * voice.gain,
    });
    addNoise(voice, {
      atSeconds: at,
      seconds: 0.16,
      level: fall(4),
      centreHertz: () => 1_500,
      damping: 0.7,
      gain: 0.5 * voice.gain,
    });
  },
  thud: (voice, at) => {
    addTone(voice, {
      atSeconds: at,
      seconds: 0.3,
      hertz: (share) => 70 + 60 * Math.exp(-share * 18),
      level: (share) => Math.exp(-share * 7),
      gain: 0.28 * voice.gain,
    });
    addNoise(voice, {
      atSeconds: at,
      seconds: 0.05,
      level: fall(3),
      centreHertz: () => 2_600,
      damping: 0.8,
      gain: 0.22 * voice.gain,
    });
  },
  slap: (voice, at) => {
    addNoise(voice, {
      atSeconds: at,
      seconds: 0.14,
      level: fall(5),
      centreHertz: (share) => 2_600 - 1_400 * share,
      damping: 0.6,
      gain: 0.6 * voice.gain,
    });
    EFFECTS.thud(voice, at);
  },
  pop: (voice, at) =>
    addTone(voice, {
      atSeconds: at,
      seconds: 0.11,
      hertz: (share) => 280 + 620 * share,
      level: fall(1.6),
      gain: 0.26 * voice.gain,
    }),
  tick: (voice, at) => {
    addNoise(voice, {
      atSeconds: at,
      seconds: 0.018,
      level: fall(2),
      centreHertz: () => 5_200,
      damping: 0.5,
      gain: 0.3 * voice.gain,
    });
    addTone(voice, {
      atSeconds: at,
      seconds: 0.02,
      hertz: () => 1_900,
      level: fall(1),
      gain: 0.05 * voice.gain,
    });
  },
  glitch: (voice, at) => {
    for (let i = 0; i < 7; i += 1)
      addNoise(voice, {
        atSeconds: at - 0.2 + i * 0.055,
        seconds: 0.03,
        level: swell,
        centreHertz: () => 700 + ((i * 1_733) % 3_400),
        damping: 0.6,
        gain: 0.2 * voice.gain,
        pan: () => (i % 2 === 1 ? 0.6 : -0.6),
      });
    EFFECTS.thud(voice, at);
  },
};

/** Lays effects over a mix, in place. `tonic`: pitch class of the music, 0 = C. The same effects give the same samples. */
export function addSoundEffects(mix: Stereo, effects: readonly SoundEffect[], tonic: number): void {
  const tonicHertz = 65.406 * 2 ** (tonic / 12);
  for (const [index, { kind, atSeconds, gain, direction }] of effects.entries()) {
    const random = createRandom(17 + index * 101);
    EFFECTS[kind]({ mix, gain, direction, random, tonicHertz }, atSeconds);
  }
}
