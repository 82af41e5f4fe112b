import pLimit from 'p-limit';
import { Transient } from '#src/domain/faults.ts';

const RETRY_AFTER_MS = 10_000;

/**
 * Lets as many uploads be opened at once as the machine has cores, and lets some wait; who comes after them is sent
 * away for a while. Throws Transient `uploads_busy`.
 */
export function uploadGate(
  cores: number,
  waitingForEach = 16,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const limit = pLimit(cores);
  return (work) => {
    if (limit.pendingCount >= cores * waitingForEach) {
      const message = 'Many files are being opened at this moment. Send this one again in a few seconds.';
      throw new Transient('uploads_busy', message, { retryAfterMs: RETRY_AFTER_MS });
    }
    return limit(work);
  };
}
