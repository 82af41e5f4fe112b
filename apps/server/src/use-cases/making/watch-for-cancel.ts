import { Aborted, stopOf } from '../../domain/faults.ts';
import type { Reader } from '../../ports/store.ts';

const LOOK_EVERY_MS = 1_000;

/** `taken_over`: another worker does this work now, so what goes on at a provider must be left alone. */
export type StopReason = 'cancelled' | 'taken_over';

/**
 * Runs work with a signal that aborts when `whyStop` gives a reason (cancelled, deleted, taken over by another worker)
 * or when the process drains. The table is looked at once a second, so a cancel is felt within two.
 */
export async function watchForCancel<Result>(
  read: Reader,
  drain: AbortSignal,
  whyStop: (read: Reader) => Promise<StopReason | null>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const onDrain = () => controller.abort(new Aborted('draining', 'The server is stopping.'));
  if (drain.aborted) onDrain();
  drain.addEventListener('abort', onDrain);
  const timer = setInterval(() => {
    // A look that fails says nothing about whether the work is wanted: the next one will tell.
    whyStop(read).then(
      (reason) => reason === null || controller.abort(new Aborted(reason, 'The work was stopped.')),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    return await work(controller.signal);
  } finally {
    clearInterval(timer);
    drain.removeEventListener('abort', onDrain);
  }
}

/** Whether work was stopped for somebody else to go on with: the next process, or the worker that took over. */
export function isHandedOver(signal: AbortSignal): boolean {
  const code = stopOf(signal)?.code;
  return code === 'draining' || code === 'taken_over';
}

/** Whether work was stopped because this process is going down. */
export function isDraining(signal: AbortSignal): boolean {
  return stopOf(signal)?.code === 'draining';
}
