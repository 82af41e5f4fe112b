const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * How long to wait before try `attempt` (0 is the first) to reconnect: doubling from half a second to ten, half of it
 * by chance, so that the tabs of a restarted server do not all come back at once. `chance` is 0–1.
 */
export function reconnectDelayMs(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(full * (0.5 + chance / 2));
}
