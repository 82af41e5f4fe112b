/** Linear gain → decibels; silence is the quietest the timeline knows. */
export function gainDbOf(volume: number): number {
  return volume <= 0.001 ? -60 : 20 * Math.log10(volume);
}
