import type { Storyboard } from '@spotsmith/motion/storyboard';

export interface History {
  past: Storyboard[];
  now: Storyboard;
  future: Storyboard[];
}

const keyOf = (sessionId: string) => `storyboard-history/${sessionId}`;

/** Keeps what can be undone over a reload of this tab. A browser that keeps nothing, or has no room, forgets it. */
export function keepHistory(sessionId: string, history: History): void {
  try {
    sessionStorage.setItem(keyOf(sessionId), JSON.stringify(history));
  } catch {
    sessionStorage.removeItem(keyOf(sessionId));
  }
}

/** What was kept, when it belongs to the storyboard as it is saved now: another tab may have changed it since. */
export function keptHistory(sessionId: string, saved: Storyboard): History {
  const fresh: History = { past: [], now: saved, future: [] };
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? 'null') as History | null;
    if (kept === null || !isSame(kept.now, saved)) return fresh;
    return { past: kept.past, now: saved, future: kept.future };
  } catch {
    return fresh;
  }
}

/** Whether two are the same data, whatever order their fields are stored in. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([field, inside]) => [field, sorted(inside)]));
}
