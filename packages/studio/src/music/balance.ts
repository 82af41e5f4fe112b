import {
  bandPass,
  energyThrough,
  equalise,
  highPass,
  monoOf,
  highShelf,
  peak,
  type Stereo,
} from './biquad.ts';

/**
 * Octave bands of popular records, in dB: their spectral density falls by about 5 dB per octave from 100 Hz to 4 kHz
 * and faster above, which is 2 dB per octave band (Pestana et al., AES 135, 2013; Elowsson & Friberg, JASA 2017).
 */
const RECORDS: readonly (readonly [hertz: number, levelDb: number])[] = [
  [63, 0],
  [125, 0],
  [250, -2],
  [500, -4],
  [1000, -6],
  [2000, -8],
  [4000, -10.5],
  [8000, -15],
  [16_000, -23],
];
const RUMBLE_HERTZ = 32;
/** Where a tilt turns. */
const PIVOT_HERTZ = 700;
/** How much of a deviation is mended, and how far at most in a pass: the mood's own colour stays. */
const SHARE = 0.7;
const LIMIT_DB = { cut: -6, boost: 3 };
/** Neighbouring filters overlap: a second pass mends what the first did to its neighbours. */
const PASSES = 2;
/** Q of a filter one octave wide. */
const OCTAVE_Q = Math.SQRT2;

/** Brings the long-term spectrum towards that of popular records, tilted by `tiltDb` per octave; rumble goes. In place. */
export function balance(mix: Stereo, tiltDb: number): void {
  equalise(mix, highPass(RUMBLE_HERTZ));
  for (let pass = 0; pass < PASSES; pass += 1) correct(mix, tiltDb);
}

function correct(mix: Stereo, tiltDb: number): void {
  const mono = monoOf(mix);
  const levels = RECORDS.map(
    ([hertz]) => 10 * Math.log10(energyThrough(mono, bandPass(hertz, OCTAVE_Q)) + 1e-9),
  );
  const wanted = RECORDS.map(([hertz, levelDb]) => levelDb + tiltDb * Math.log2(hertz / PIVOT_HERTZ));
  const offset = mean(levels.map((level, i) => level - wanted[i]!));
  for (const [i, [hertz]] of RECORDS.entries()) {
    const gainDb = clamp((wanted[i]! + offset - levels[i]!) * SHARE);
    const isTop = i === RECORDS.length - 1;
    equalise(mix, isTop ? highShelf(hertz * 0.75, gainDb) : peak(hertz, OCTAVE_Q, gainDb));
  }
}

function clamp(gainDb: number): number {
  return Math.max(LIMIT_DB.cut, Math.min(LIMIT_DB.boost, gainDb));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
