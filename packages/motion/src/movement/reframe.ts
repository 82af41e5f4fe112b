import type { Reframe } from './moving-shot.ts';

/** Shots held longer than this get an event in their middle. */
const longSeconds = 2.1;
/** So long after the last words, and so long before the end, it may happen. */
const room = { afterSeconds: 0.3, beforeSeconds: 0.55 };
/** How much nearer: where nothing is in the way, on an end card, which shows the product whole, and among words. */
const growth = { lively: 1.22, calm: 1.16, atTheEnd: 1.09, among: 1.06 };

/** When and how far the product comes nearer in the middle of a long hold, on a beat; null where there is no room for it. */
export function reframeOf({
  seconds,
  beatSeconds,
  lastSeconds,
  isLively,
  isAmongWords,
  isEndCard,
}: {
  seconds: number;
  beatSeconds: number;
  /** When the last words come. */
  lastSeconds: number;
  isLively: boolean;
  isAmongWords: boolean;
  isEndCard: boolean;
}): Reframe | null {
  if (seconds < longSeconds) return null;
  const wished = Math.max(lastSeconds + room.afterSeconds, seconds * 0.5);
  const onBeat = Math.ceil(wished / beatSeconds - 0.5) * beatSeconds;
  const atSeconds = Math.max(onBeat, lastSeconds);
  if (atSeconds > seconds - room.beforeSeconds) return null;
  const free = isEndCard ? growth.atTheEnd : isLively ? growth.lively : growth.calm;
  const k = isAmongWords ? growth.among : free;
  return isLively
    ? { atSeconds, seconds: 0.34, k, ease: 'settle' }
    : { atSeconds, seconds: 0.9, k, ease: 'inout' };
}
