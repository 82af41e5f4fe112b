import { setTimeout as sleep } from 'node:timers/promises';
import { Aborted, type Permanent, type Transient } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import type { CallNudges } from '#src/ports/call-nudges.ts';
import type { MakeContext } from '#src/ports/makers.ts';
import { faultOfEnd, tookTooLong } from './call-outcome.ts';
import { stillAlive, type Timing } from './pay-once.ts';
import type { Prediction } from './provider-answers.ts';
import { ProviderProblem } from './provider-problem.ts';
import type { ReplicateClient } from './replicate-client.ts';

export type FollowDeps = { client: ReplicateClient; nudges: CallNudges; timing: Timing };

export type Limits = {
  /** From the start of the run, by our clock. Queueing is not running. */
  runMs: number;
  queueMs: number;
};

const SLOWEST_POLL = 5;
const UNREACHABLE_FOR_MS = 120_000;
/** How long a cancelled prediction may take to say so. */
const CANCEL_WITHIN_MS = 20_000;

/**
 * Follows a prediction to its success. When it runs too long it is cancelled and read again, because it may have
 * succeeded meanwhile. Throws the fault its end calls for; Aborted when the signal was, after cancelling it at the
 * provider unless this process is only going down and the next one will follow it.
 */
export async function followPrediction(
  deps: FollowDeps,
  first: Prediction,
  limits: Limits,
  context: Pick<MakeContext, 'signal' | 'onProgress'>,
  priceOf: (prediction: Prediction) => Micros,
): Promise<Prediction> {
  const { timing, nudges } = deps;
  const { signal } = context;
  let prediction = first;
  let pauseMs = timing.pollMs;
  const clock = stopwatch(first);
  while (!isOver(prediction)) {
    if (signal.aborted) return abandon(deps, prediction, signal, priceOf);
    if (clock.isOverdue(prediction, limits)) {
      prediction = await cancelAndRead(deps, prediction);
      if (prediction.status === 'succeeded') return prediction;
      throw tookTooLong(priceOf(prediction));
    }
    await nudges.wait(prediction.id, pauseMs, signal);
    pauseMs = Math.min(pauseMs * 1.3, timing.pollMs * SLOWEST_POLL);
    prediction = signal.aborted ? prediction : await read(deps, prediction);
  }
  if (prediction.status === 'succeeded') return prediction;
  throw endFault(prediction, priceOf);
}

function endFault(
  prediction: Prediction,
  priceOf: (prediction: Prediction) => Micros,
): Permanent | Transient {
  // An aborted prediction never ran. A failed one may have been billed; to be safe it counts as if it was.
  return faultOfEnd(prediction, prediction.status === 'aborted' ? 0 : priceOf(prediction));
}

/** Reading is free and harmless: it is tried again through two minutes of trouble. */
async function read({ client, timing }: FollowDeps, last: Prediction): Promise<Prediction> {
  const giveUpAt = performance.now() + UNREACHABLE_FOR_MS;
  for (;;) {
    try {
      return await client.get(last.id, AbortSignal.timeout(60_000));
    } catch (error) {
      const isLasting = error instanceof ProviderProblem && !['unknown', 'throttled'].includes(error.kind);
      if (isLasting || performance.now() > giveUpAt) throw stillAlive(error);
      const waitMs = error instanceof ProviderProblem ? error.retryAfterMs : null;
      await sleep(Math.min(waitMs ?? timing.pollMs, 10_000));
    }
  }
}

async function abandon(
  deps: FollowDeps,
  prediction: Prediction,
  signal: AbortSignal,
  priceOf: (prediction: Prediction) => Micros,
): Promise<never> {
  const reason: unknown = signal.reason;
  // The next process, or the worker that took over, follows it on.
  if (reason instanceof Aborted && reason.code !== 'cancelled') throw reason;
  const ended = await cancelAndRead(deps, prediction);
  const spentMicros = ended.status === 'aborted' ? 0 : priceOf(ended);
  throw new Aborted('cancelled', 'Cancelled.', { spentMicros, cause: reason });
}

async function cancelAndRead(deps: FollowDeps, prediction: Prediction): Promise<Prediction> {
  const { client, timing } = deps;
  try {
    await client.cancel(prediction.id);
  } catch (error) {
    // It may be over already; reading tells.
    if (!(error instanceof ProviderProblem)) throw error;
  }
  const giveUpAt = performance.now() + CANCEL_WITHIN_MS;
  let now = await read(deps, prediction);
  while (!isOver(now) && performance.now() < giveUpAt) {
    await sleep(Math.min(timing.pollMs, 1_000));
    now = await read(deps, prediction);
  }
  return now;
}

function isOver({ status }: Prediction): boolean {
  return status !== 'starting' && status !== 'processing';
}

/** Tells how long it queues and runs. After a restart the provider's own start time counts, if it is earlier. */
function stopwatch(first: Prediction) {
  const seenAt = Date.now();
  let runningSince: number | null = null;
  return {
    isOverdue({ status, started_at: startedAt }: Prediction, { runMs, queueMs }: Limits): boolean {
      if (status === 'starting') return Date.now() - Math.min(seenAt, instantOf(first.created_at)) > queueMs;
      runningSince ??= Math.min(Date.now(), instantOf(startedAt));
      return Date.now() - runningSince > runMs;
    },
  };
}

function instantOf(text: string | null | undefined): number {
  const instant = Date.parse(text ?? '');
  return Number.isFinite(instant) ? instant : Date.now();
}
