import { setTimeout as sleep } from 'node:timers/promises';
import { Aborted } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import { type Failed, isFailed } from '#src/domain/spending.ts';
import type { MakeContext } from '#src/ports/makers.ts';
import type { WebhookSignals } from '#src/ports/webhook-signals.ts';
import { faultOfEnd, stillRunning, tookTooLong } from './call-faults.ts';
import { type HostedProvider, isOver, type ProviderCall } from './hosted-provider.ts';
import type { Timing } from './pay-once.ts';
import { ProviderProblem } from './provider-problem.ts';

export type FollowDeps = { provider: HostedProvider; signals: WebhookSignals; timing: Timing };

export type Limits = {
  /** From the start of the run. Queueing is not running. */
  runMs: number;
  queueMs: number;
};

const SLOWEST_POLL = 5;
const UNREACHABLE_FOR_MS = 120_000;
/** How long a cancelled call may take to say so. */
const CANCEL_WITHIN_MS = 20_000;

/**
 * Follows a call to its success. When it runs too long it is cancelled and read again, because it may have succeeded
 * meanwhile. When it is stopped it is cancelled at the provider, unless this process is only going down, or another
 * worker took over, and somebody else follows it on.
 */
export async function followCall(
  deps: FollowDeps,
  first: ProviderCall,
  order: { limits: Limits; model: string; priceOf: (call: ProviderCall) => Micros },
  context: Pick<MakeContext, 'signal' | 'onSight'>,
): Promise<ProviderCall | Failed> {
  const stopWatching = deps.provider.watch?.(first.id, order.model, context.onSight);
  try {
    return await follow(deps, first, order, context);
  } finally {
    stopWatching?.();
  }
}

async function follow(
  deps: FollowDeps,
  first: ProviderCall,
  { limits, priceOf }: { limits: Limits; priceOf: (call: ProviderCall) => Micros },
  { signal, onSight }: Pick<MakeContext, 'signal' | 'onSight'>,
): Promise<ProviderCall | Failed> {
  const { timing, signals } = deps;
  let call = first;
  let pauseMs = timing.pollMs;
  const clock = stopwatch(first);
  while (!isOver(call)) {
    const { ahead } = call;
    if (ahead !== undefined) onSight({ ahead, step: null, fraction: null, preview: null });
    if (signal.aborted) return abandon(deps, call, signal, priceOf);
    if (clock.isOverdue(call, limits)) {
      const ended = await cancelAndRead(deps, call);
      if (isFailed(ended) || ended.status === 'succeeded') return ended;
      return { fault: tookTooLong(), spent: costOf(ended, priceOf) };
    }
    await signals.wait(deps.provider.nameInWebhooks?.(call.id) ?? call.id, pauseMs, signal);
    pauseMs = Math.min(pauseMs * 1.3, timing.pollMs * SLOWEST_POLL);
    if (signal.aborted) continue;
    const next = await read(deps, call);
    if (isFailed(next)) return next;
    call = next;
  }
  if (call.status === 'succeeded') return call;
  return faultOfEnd(call, costOf(call, priceOf));
}

/** Reading is free and harmless: it is tried again through two minutes of trouble. */
async function read({ provider, timing }: FollowDeps, last: ProviderCall): Promise<ProviderCall | Failed> {
  const deadlineMs = performance.now() + UNREACHABLE_FOR_MS;
  for (;;) {
    try {
      return await provider.get(last.id, AbortSignal.timeout(60_000));
    } catch (error) {
      const isLasting = error instanceof ProviderProblem && !['unknown', 'throttled'].includes(error.kind);
      if (isLasting || performance.now() > deadlineMs) return stillRunning(error);
      const waitMs = error instanceof ProviderProblem ? error.retryAfterMs : null;
      await sleep(Math.min(waitMs ?? timing.pollMs, 10_000));
    }
  }
}

async function abandon(
  deps: FollowDeps,
  call: ProviderCall,
  signal: AbortSignal,
  priceOf: (call: ProviderCall) => Micros,
): Promise<Failed> {
  const reason: unknown = signal.reason;
  // The next process, or the worker that took over, follows it on.
  if (reason instanceof Aborted && reason.code !== 'cancelled') return { fault: reason, spent: 'running' };
  const ended = await cancelAndRead(deps, call);
  if (isFailed(ended)) return ended;
  const fault = new Aborted('cancelled', 'Cancelled.', { cause: reason });
  return { fault, spent: costOf(ended, priceOf) };
}

/** One that expired never ran. A failed one may have been billed; to be safe it counts as if it was. */
function costOf(call: ProviderCall, priceOf: (call: ProviderCall) => Micros): Micros {
  return call.status === 'expired' || call.isFree === true ? 0 : priceOf(call);
}

async function cancelAndRead(deps: FollowDeps, call: ProviderCall): Promise<ProviderCall | Failed> {
  const { provider, timing } = deps;
  try {
    await provider.cancel(call.id);
  } catch (error) {
    // It may be over already; reading tells.
    if (!(error instanceof ProviderProblem)) throw error;
  }
  const deadlineMs = performance.now() + CANCEL_WITHIN_MS;
  let now = await read(deps, call);
  while (!isFailed(now) && !isOver(now) && performance.now() < deadlineMs) {
    await sleep(Math.min(timing.pollMs, 1_000));
    now = await read(deps, call);
  }
  return now;
}

/**
 * Tells how long it queues and runs. What went by before we looked is told by the provider's clock, what goes by since, by
 * ours, which only has to run evenly: the two need not show the same time.
 */
function stopwatch({ createdAgoMs }: ProviderCall) {
  const queuedSinceMs = performance.now() - (createdAgoMs ?? 0);
  let runningSinceMs: number | null = null;
  return {
    isOverdue({ status, startedAgoMs }: ProviderCall, { runMs, queueMs }: Limits): boolean {
      if (status === 'queued') return performance.now() - queuedSinceMs > queueMs;
      runningSinceMs ??= performance.now() - (startedAgoMs ?? 0);
      return performance.now() - runningSinceMs > runMs;
    },
  };
}
