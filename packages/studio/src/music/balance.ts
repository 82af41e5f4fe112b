import {
  bandPass,
  energyThrough,
  equalise,
  filter,
  highPass,
  monoOf,
  highShelf,
  peak,
  type Biquad,
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
/**
 * How much of a deviation is mended, and how far at most, in each of two passes: filters overlap, and the second mends
 * what the first did to its neighbours. The mood's own colour stays.
 */
const SHARE = 0.7;
const LIMIT_DB = { cut: -6, boost: 3 };
/** Q of a filter one octave wide. */
const OCTAVE_Q = Math.SQRT2;

/** Brings the long-term spectrum towards that of popular records, tilted by `tiltDb` per octave; rumble goes. In place. */
export function balance(mix: Stereo, tiltDb: number): void {
  equalise(mix, highPass(RUMBLE_HERTZ));
  const wanted = RECORDS.map(([hertz, levelDb]) => levelDb + tiltDb * Math.log2(hertz / PIVOT_HERTZ));
  const mono = monoOf(mix);
  const first = corrections(mono, wanted);
  for (const by of filtersOf(first)) filter(mono, by);
  const second = corrections(mono, wanted);
  for (const by of filtersOf(first.map((gainDb, i) => gainDb + second[i]!))) equalise(mix, by);
}

/** What each band lacks, in dB. */
function corrections(mono: Float32Array, wanted: readonly number[]): number[] {
  const levels = RECORDS.map(
    ([hertz]) => 10 * Math.log10(energyThrough(mono, bandPass(hertz, OCTAVE_Q)) + 1e-9),
  );
  const offset = mean(levels.map((level, i) => level - wanted[i]!));
  return levels.map((level, i) => clamp((wanted[i]! + offset - level) * SHARE));
}

function filtersOf(gainsDb: readonly number[]): Biquad[] {
  return RECORDS.map(([hertz], i) =>
    i === RECORDS.length - 1 ? highShelf(hertz * 0.75, gainsDb[i]!) : peak(hertz, OCTAVE_Q, gainsDb[i]!),
  );
}

function clamp(gainDb: number): number {
  return Math.max(LIMIT_DB.cut, Math.min(LIMIT_DB.boost, gainDb));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
