import { BudgetExceeded, InvalidInput, Permanent, Transient } from './faults.ts';
import { troubleOf } from './trouble.ts';

/** How often work is tried in all before the user is asked, by the code of its trouble. */
const TRIES: Record<string, number> = {
  provider_timeout: 2,
  provider_unsafe: 2,
  provider_failed: 2,
  provider_busy: 10,
  gpu_out_of_memory: 2,
  provider_unreachable: 20,
  download_failed: 12,
  rate_limited: 30,
  storage_unavailable: 3,
  storage_full: 30,
  photos_not_ready: 600,
  // What this machine did to the work, and not the work to it: hours, not seconds.
  could_not_look: 60,
  machine_busy: 30,
  ffmpeg_missing: 30,
  database_unavailable: 60,
  out_of_memory: 3,
  unexpected: 2,
};
const DEFAULT_TRIES = 4;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 60_000;

/**
 * When to try again after the `triedTimes`-th try failed (0 = the first), or null to give up. Doubles from two seconds
 * to a minute unless the other side said how long to wait; `jitter` (0–1) spreads tries that failed together by ±25 %.
 */
export function retryDelayMs(
  code: string,
  triedTimes: number,
  retryAfterMs: number | null,
  jitter: number,
): number | null {
  if (triedTimes + 1 >= (TRIES[code] ?? DEFAULT_TRIES)) return null;
  if (retryAfterMs !== null) return retryAfterMs;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** triedTimes, LONGEST_DELAY_MS);
  return Math.round(delayMs * (0.75 + jitter / 2));
}

/** The same for what was thrown; null too when trying again cannot help. */
export function retryDelayAfter(error: unknown, triedTimes: number, jitter: number): number | null {
  if ([Permanent, InvalidInput, BudgetExceeded].some((fault) => error instanceof fault)) return null;
  const retryAfterMs = error instanceof Transient ? error.retryAfterMs : null;
  return retryDelayMs(troubleOf(error).code, triedTimes, retryAfterMs, jitter);
}
