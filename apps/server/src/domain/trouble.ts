import type { Trouble } from '@spotsmith/contract/problem';
import { Aborted, BudgetExceeded, InvalidInput, Permanent, Transient, Unavailable } from './faults.ts';

type Foreseen = Permanent | Transient | InvalidInput | BudgetExceeded | Unavailable | Aborted;
const FORESEEN = [Permanent, Transient, InvalidInput, BudgetExceeded, Unavailable, Aborted];

/** Whether work failed in a way that somebody thought of, and said so in a sentence for the ad's owner. */
export function isForeseen(error: unknown): error is Foreseen {
  return FORESEEN.some((fault) => error instanceof fault);
}

/** Whether failed work concerns whoever runs the installation, too. */
export function belongsInLog(error: unknown): boolean {
  return !isForeseen(error) || error instanceof Unavailable;
}

/** What failed work tells the ad's owner. Of what nobody foresaw: only that it happened. */
export function troubleOf(error: unknown): Trouble {
  if (!isForeseen(error)) {
    const message = 'Something unexpected went wrong here. If it happens again, look at the log.';
    return { code: 'unexpected', message, can_retry: true };
  }
  const { code, message } = error;
  return { code, message, can_retry: !(error instanceof Permanent) || error.canRetry };
}
