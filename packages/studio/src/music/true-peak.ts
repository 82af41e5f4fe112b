const PHASES = [0.25, 0.5, 0.75];
const HALF_TAPS = 6;

/** Windowed sincs that read the waveform a quarter, a half and three quarters after a sample. */
const TAPS = PHASES.map((phase) =>
  Float64Array.from({ length: HALF_TAPS * 2 }, (_, tap) => {
    const distance = tap - (HALF_TAPS - 1) - phase;
    const window = Math.cos((Math.PI * distance) / (HALF_TAPS * 2)) ** 2;
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
  }),
);

/**
 * The level of a sample and of the waveform up to the next one, by fourfold interpolation (ITU-R BS.1770-4, annex 2).
 * Below `quiet` the sample's own level is exact enough.
 */
export function truePeak(samples: Float32Array, at: number, quiet: number): number {
  const level = Math.abs(samples[at]!);
  if (Math.max(level, Math.abs(samples[at + 1] ?? 0)) < quiet) return level;
  const first = at - HALF_TAPS + 1;
  let peak = level;
  for (const taps of TAPS) {
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) sum += taps[tap]! * (samples[first + tap] ?? 0);
    peak = Math.max(peak, Math.abs(sum));
  }
  return peak;
}
