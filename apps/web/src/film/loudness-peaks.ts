/**
 * The loudest moment of each part of a sound, 0–1 of the loudest of all. `channels` are samples of −1 to 1; parts are
 * equally long, and silence stays 0.
 */
export function loudnessPeaks(channels: readonly Float32Array[], parts: number): number[] {
  const length = channels[0]?.length ?? 0;
  const peaks = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * length) / parts);
    const to = Math.floor(((part + 1) * length) / parts);
    let peak = 0;
    for (const samples of channels)
      for (let index = from; index < to; index += 1) peak = Math.max(peak, Math.abs(samples[index] ?? 0));
    return peak;
  });
  const loudest = Math.max(...peaks, 0);
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}
