import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Permanent, stopOf } from '#src/domain/faults.ts';
import { type Failed, isFailed } from '#src/domain/spending.ts';
import type { MakeContext } from '#src/ports/makers.ts';
import type { FailpointName } from '#src/ports/ports.ts';
import type { RateLimiter } from '#src/ports/rate-limiter.ts';
import { faultOfRefusal, stillRunning } from './call-faults.ts';
import type {
  CallOrder,
  FoundByAttempt,
  HostedProvider,
  ListedCall,
  ProviderCall,
} from './hosted-provider.ts';
import { ProviderProblem } from './provider-problem.ts';

export type PayOnceDeps = {
  provider: HostedProvider;
  limiter: RateLimiter;
  failpoint: (name: FailpointName) => void;
  timing: Timing;
};

export type Timing = {
  /** How long a create is looked for in the provider's list before it counts as never made. */
  reconcileMs: number;
  /** How long between two looks, at first; it grows to five times as long. */
  pollMs: number;
};
export const TIMING: Timing = { reconcileMs: 120_000, pollMs: 2_000 };

/**
 * The provider tells its time to the second. No more than that: a call of an earlier attempt, made seconds before with the
 * same input, is not this one.
 */
const CLOCK_SLACK_MS = 3_000;
const MAX_CREATES = 3;
/** The parameter of a webhook's address that holds the attempt's id. */
export const ATTEMPT_MARK = 'attempt';
const NO_MEMORY = 'its answer was lost, and it keeps no list of its calls';
const LONG_WAIT_MS = 30_000;
const MACHINE_WAIT_SECONDS = 10;

type Order = CallOrder & {
  hasUploads: boolean;
  /** What would be quicker, in a sentence, when the provider lets us wait for long. */
  alternative: string | null;
};

/**
 * The one call of this attempt: the one it has, the one an earlier run created without living to note its id, or else a
 * new one. However often this is run and wherever it is killed, at most one is created, whoever the provider is.
 * Its money is `held` when nobody can tell whether there is one.
 */
export async function payOnce(
  deps: PayOnceDeps,
  order: Order,
  context: MakeContext,
): Promise<ProviderCall | Failed> {
  const { provider } = deps;
  const { attempt, signal } = context;
  if (attempt.externalId !== null) {
    const known = await firstLook(provider, attempt.externalId, signal);
    if (known !== null) return known;
  } else if (attempt.isResumed && provider.recovery.by !== 'answer') {
    const found = await findLost(deps, order, context);
    if (found !== null) return isFailed(found) ? found : adopt(found, context);
  }
  for (let creates = 1; ; creates++) {
    const stopped = await freeToStop(signal, () => waitForTurn(deps, order, context));
    if (stopped !== null) return stopped;
    const created = await create(deps, order, context);
    if (!(created instanceof ProviderProblem)) return created;
    if (created.kind === 'throttled') {
      await deps.limiter.pause(provider.id, created.retryAfterMs ?? 60_000, created.learnedLimit);
      creates -= 1;
      continue;
    }
    if (created.kind !== 'unknown') return { fault: faultOfRefusal(provider, created), spent: 0 };
    const found = await findLost(deps, order, context);
    if (found !== null) return isFailed(found) ? found : adopt(found, context);
    if (creates >= MAX_CREATES) return { fault: faultOfRefusal(provider, created), spent: 0 };
  }
}

/** Never aborted half-way: a cancelled ad waits for the id, so that it can cancel the call. */
async function create(
  { provider, failpoint }: PayOnceDeps,
  order: Order,
  context: MakeContext,
): Promise<ProviderCall | ProviderProblem> {
  try {
    // Written down beforehand, because nothing else will tell whether it was sent.
    if (provider.recovery.by === 'answer') await context.onExternalId(order.attemptId);
    const created = await provider.create(order);
    failpoint('after-provider-create');
    await adopt(created, context);
    failpoint('after-external-id');
    return created;
  } catch (error) {
    if (error instanceof ProviderProblem) return error;
    throw error;
  }
}

async function adopt(found: ProviderCall, { onExternalId }: MakeContext): Promise<ProviderCall> {
  await onExternalId(found.id);
  return found;
}

/** Null when the provider forgot it at no cost, and it can be made again. */
async function firstLook(
  provider: HostedProvider,
  id: string,
  signal: AbortSignal,
): Promise<ProviderCall | Failed | null> {
  try {
    const call = await provider.get(id, signal);
    return provider.recovery.by === 'answer' && call.status === 'expired' ? null : call;
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    if (error.kind !== 'not-found') return stillRunning(error);
    if (provider.recovery.by === 'attempt') return null;
    if (provider.recovery.by === 'answer') return unknownOutcome(NO_MEMORY);
    const message = `The provider does not know the call ${id} any more, so nobody can tell whether it was paid. Look at the account there, then try again.`;
    return { fault: new Permanent('provider_outcome_unknown', message, { cause: error }), spent: 'held' };
  }
}

/**
 * Looks for a create whose answer was lost. Null means it certainly did not happen: the provider's list, asked for long
 * enough, does not hold it. Fails when several fit or the provider has forgotten by now.
 */
async function findLost(
  { provider, timing }: PayOnceDeps,
  order: Order,
  { attempt, signal, takenIds }: MakeContext,
): Promise<ProviderCall | null | Failed> {
  const { recovery } = provider;
  if (recovery.by === 'answer') return unknownOutcome(NO_MEMORY);
  if (recovery.by === 'attempt') return findByAttempt({ provider, timing }, recovery, { attempt, signal });
  if (attempt.ageMs > recovery.memoryMs) return unknownOutcome('too long ago');
  const until = performance.now() + timing.reconcileMs;
  for (;;) {
    let matches: ListedCall[];
    try {
      const isUpload = order.hasUploads ? await recovery.uploadedUnder(attempt.id, signal) : null;
      const listed = await recovery.listSince(attempt.ageMs + CLOCK_SLACK_MS, signal, order.model);
      const alike = listed.filter((call) => isOurs(call, order, attempt.id, isUpload));
      const taken = await takenIds(alike.map(({ id }) => id));
      matches = alike.filter(({ id }) => !taken.has(id));
    } catch (error) {
      if (error instanceof ProviderProblem) return stillRunning(error);
      throw error;
    }
    if (matches.length > 1) return unknownOutcome('several calls there look like this one');
    const [match] = matches;
    if (match) return match;
    if (performance.now() >= until)
      return recovery.isComplete ? null : unknownOutcome('its list does not show every call');
    await sleep(Math.min(timing.pollMs, timing.reconcileMs), undefined, { signal });
  }
}

/** Null when it is certainly not there, and cannot be on its way any more. */
async function findByAttempt(
  { provider, timing }: Pick<PayOnceDeps, 'provider' | 'timing'>,
  { arrivesWithinMs }: FoundByAttempt,
  { attempt, signal }: Pick<MakeContext, 'attempt' | 'signal'>,
): Promise<ProviderCall | null | Failed> {
  const until = performance.now() + Math.min(arrivesWithinMs, timing.reconcileMs);
  for (;;) {
    try {
      return await provider.get(attempt.id, signal);
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
      if (error.kind !== 'not-found') return stillRunning(error);
    }
    if (performance.now() >= until) return null;
    await sleep(Math.min(timing.pollMs, arrivesWithinMs), undefined, { signal });
  }
}

/**
 * By the webhook's mark, which names one attempt and no other; by what the attempt uploaded; or, where there is neither, by
 * model and input. The provider may have filled in what the order left to it.
 */
function isOurs(
  call: ListedCall,
  order: Order,
  attemptId: string,
  isUpload: ((address: string) => boolean) | null,
): boolean {
  const mark = call.webhook && URL.parse(call.webhook)?.searchParams.get(ATTEMPT_MARK);
  if (mark) return mark === attemptId;
  if (isUpload !== null) {
    return Object.values(call.input)
      .flat()
      .some((value) => typeof value === 'string' && isUpload(value));
  }
  const isSameModel = [order.model, order.version].some(
    (name) => name !== null && call.models.includes(name),
  );
  const isAsOrdered = ([name, value]: [string, unknown]) => isDeepStrictEqual(call.input[name], value);
  return isSameModel && Object.entries(order.input).every(isAsOrdered);
}

function unknownOutcome(why: string): Failed {
  const message = `It is not certain whether this was already paid for at the provider (${why}). Its price stays held. Look at the account there, then try again if nothing is there.`;
  return { fault: new Permanent('provider_outcome_unknown', message), spent: 'held' };
}

/** Waits for the right to create. The wait is shown; it uses up no try. */
async function waitForTurn(
  { limiter, provider }: PayOnceDeps,
  { alternative }: Order,
  { attempt, signal, onProgress, onSight }: MakeContext,
): Promise<null | Failed> {
  try {
    await provider.waitForMachine?.(attempt.id, signal, {
      onTrouble: (message) => onProgress(0, { message, seconds: MACHINE_WAIT_SECONDS, isLong: false }),
      onAhead: (ahead) => onSight({ ahead, step: null, fraction: null, preview: null }),
    });
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    return { fault: faultOfRefusal(provider, error), spent: 0 };
  }
  const since = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const { waitMs } = await limiter.take(provider.id);
    if (waitMs <= 0) return null;
    if (waitMs > 1_500) {
      const isLong = alternative !== null && performance.now() - since + waitMs > LONG_WAIT_MS;
      const seconds = Math.ceil(waitMs / 1000);
      const message = `Busy, retrying in ${seconds} s`;
      onProgress(0, { message: isLong ? `${message}. ${alternative}` : message, seconds, isLong });
    }
    await sleep(waitMs, undefined, { signal });
  }
}

/** Work before a create: a cancel in the middle of it is certain to have cost nothing, and says so. */
export async function freeToStop<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result | Failed> {
  try {
    return await work();
  } catch (error) {
    const fault = stopOf(signal);
    if (fault === null) throw error;
    return { fault, spent: 0 };
  }
}
