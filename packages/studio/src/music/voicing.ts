import type { Chord } from './chord.ts';

/** The pad's room: above the bass, below every melody. */
export const PAD_KEYS = [51, 66] as const;

/** A chord as keys, low to high. */
export interface Voicing {
  chord: Chord;
  keys: readonly number[];
}

/**
 * Sets a chord so that its voices move least from the one before. Triads are complete; of richer chords the bass has
 * the root. No two voices are a semitone or a minor ninth apart: where the room forces that, the last added tone is
 * left out. A leading tone rises to the tonic.
 */
export function voiceChord(chord: Chord, before: Voicing | null): Voicing {
  const upper = chord.tones.length > 3 ? chord.tones.slice(1) : chord.tones;
  const candidates = [upper, upper.slice(0, 3)]
    .map((tones) => settings(tones).filter((keys) => !isHarsh(keys)))
    .find((sets) => sets.length > 0);
  if (!candidates) throw new Error(`The pad has no room for ${chord.symbol}.`);
  const costs = candidates.map((keys) => costOf(keys, before));
  return { chord, keys: candidates[costs.indexOf(Math.min(...costs))] ?? [] };
}

/** Every way to place these tones in the pad's room. */
function settings(tones: readonly number[]): number[][] {
  return tones
    .map(keysOf)
    .reduce<number[][]>((sets, keys) => sets.flatMap((set) => keys.map((key) => [...set, key])), [[]])
    .map((keys) => keys.toSorted((a, b) => a - b));
}

function keysOf(tone: number): number[] {
  const [lowest, highest] = PAD_KEYS;
  const first = lowest + ((tone - lowest + 120) % 12);
  return first + 12 <= highest ? [first, first + 12] : [first];
}

function isHarsh(keys: readonly number[]): boolean {
  return keys.some((low) => keys.some((high) => high - low === 1 || high - low === 13));
}

function costOf(keys: readonly number[], before: Voicing | null): number {
  const isThick = (keys[1] ?? Infinity) - (keys[0] ?? 0) < 3;
  const mean = keys.reduce((sum, key) => sum + key, 0) / keys.length;
  const place = Math.abs(mean - (PAD_KEYS[0] + PAD_KEYS[1]) / 2) * 0.5;
  return (isThick ? 3 : 0) + place + (before ? movement(keys, before) : 0);
}

function movement(keys: readonly number[], before: Voicing): number {
  const moved = keys.reduce((sum, key) => sum + nearest(key, before.keys), 0);
  const left = before.keys.reduce((sum, key) => sum + nearest(key, keys), 0);
  const unresolved = before.keys.filter(
    (key) =>
      key % 12 === before.chord.leadingTone &&
      keys.some((other) => other % 12 === (key + 1) % 12) &&
      !keys.includes(key + 1),
  );
  return moved + left + unresolved.length * 40;
}

function nearest(key: number, keys: readonly number[]): number {
  return Math.min(...keys.map((other) => Math.abs(other - key)));
}
