import { clamp01, easeAt } from './eases.ts';

/** What happens on a beat once all words stand: the product beats, the figure beats, light crosses the product. */
export type AccentKind = 'pump' | 'pulse' | 'shine';

export interface Accent {
  kind: AccentKind;
  /** From the cut. */
  atSeconds: number;
}

/** After the last words so long, and so long before the end, nothing is accented. */
const afterSeconds = 0.4;
const beforeSeconds = 0.3;
/** Light takes its time: no accent follows it sooner. */
export const shineSeconds = 1.1;
/** Accents closer than this are a flicker. */
const leastSeconds = 0.42;

/** The accents of a shot, one a beat, in the style's order. */
export function accentsOf(
  kinds: readonly AccentKind[],
  { lastSeconds, seconds, beatSeconds }: { lastSeconds: number; seconds: number; beatSeconds: number },
): Accent[] {
  const accents: Accent[] = [];
  let at = Math.ceil((lastSeconds + afterSeconds) / beatSeconds) * beatSeconds;
  for (let index = 0; at < seconds - beforeSeconds && kinds.length > 0; index++) {
    const kind = kinds[index % kinds.length] ?? 'pulse';
    accents.push({ kind, atSeconds: at });
    const wait = kind === 'shine' ? shineSeconds : leastSeconds;
    at += Math.max(1, Math.round(wait / beatSeconds)) * beatSeconds;
  }
  return accents;
}

/** The accent of a kind that is under way, in seconds since it began. */
export function sinceAccent(
  accents: readonly Accent[],
  kind: AccentKind,
  seconds: number,
): number | undefined {
  const last = accents.findLast((accent) => accent.kind === kind && accent.atSeconds <= seconds);
  return last && seconds - last.atSeconds;
}

/** Up at once, then down like a struck string, 1 at its height. */
export function beatAt(since: number): number {
  return since < 0 ? 0 : Math.min(easeAt('out', since / 0.09), Math.exp(-6.5 * Math.max(0, since - 0.09)));
}

/** A swing that dies away. */
export const swingAt = (since: number): number =>
  since < 0 ? 0 : Math.exp(-5.5 * since) * Math.sin(since * 21) * clamp01(since * 30);
