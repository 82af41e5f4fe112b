import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { OutcomeUnknown, stoppedAt, Transient } from '#src/domain/faults.ts';
import type { CallGate } from '#src/ports/call-gate.ts';
import type { MakeContext } from '#src/ports/makers.ts';
import type { FailpointName } from '#src/ports/ports.ts';
import { faultOfRefusal } from './call-outcome.ts';
import type { Prediction } from './provider-answers.ts';
import { ProviderProblem } from './provider-problem.ts';
import type { Creation, ReplicateClient } from './replicate-client.ts';

/** The first part of the key that each upload carries, so that a lost create can be found by its inputs. */
export const ATTEMPT_MARK = 'attempt';
/** The name of the account's limit. */
export const PROVIDER = 'replicate';

export type PayOnceDeps = {
  client: ReplicateClient;
  gate: CallGate;
  failpoint: (name: FailpointName) => void;
  timing: Timing;
};

export type Timing = {
  /** How long a create is looked for in the provider's list before it counts as never made. */
  reconcileMs: number;
  /** How long between two looks, at first; it grows to five times as long. */
  pollMs: number;
  /** The provider forgets inputs after an hour; without them nothing can be found again. */
  memoryMs: number;
};
export const TIMING: Timing = { reconcileMs: 15_000, pollMs: 2_000, memoryMs: 55 * 60_000 };

/** Clocks differ: the database's wrote `startedAt`, the provider's `created_at`. */
const CLOCK_SLACK_MS = 60_000;
const MOST_CREATES = 3;
const LONG_WAIT_MS = 30_000;

type Call = Creation & {
  hasUploads: boolean;
  /** What would be quicker, in a sentence, when the provider lets us wait for long. */
  alternative: string | null;
};

/**
 * The prediction of this attempt: the one it has, the one an earlier run created without living to note its id, or
 * else a new one. However often this is run and wherever it is killed, at most one is created.
 * Throws OutcomeUnknown when nobody can tell whether there is one.
 */
export async function predictionFor(
  deps: PayOnceDeps,
  call: Call,
  context: MakeContext,
): Promise<Prediction> {
  const { client, failpoint } = deps;
  const { attempt, signal } = context;
  if (attempt.externalId !== null) return firstLook(client, attempt.externalId, signal);
  if (attempt.isResumed) {
    const found = await findLost(deps, call, context);
    if (found !== null) return adopt(found, context);
  }
  for (let creates = 1; ; creates++) {
    await freeToStop(signal, () => waitForGate(deps.gate, call, context));
    try {
      // Never aborted half-way: a cancelled ad waits for the id, so that it can cancel the prediction.
      const created = await client.create(call);
      failpoint('after-provider-create');
      await adopt(created, context);
      failpoint('after-external-id');
      return created;
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
      if (error.kind === 'throttled') {
        await deps.gate.pause(PROVIDER, error.retryAfterMs ?? 60_000, error.learnedLimit);
        continue;
      }
      if (error.kind !== 'unknown') throw faultOfRefusal(error);
      const found = await findLost(deps, call, context);
      if (found !== null) return adopt(found, context);
      if (creates >= MOST_CREATES) throw faultOfRefusal(error);
    }
  }
}

async function adopt(found: Prediction, { onExternalId }: MakeContext): Promise<Prediction> {
  await onExternalId(found.id);
  return found;
}

async function firstLook(client: ReplicateClient, id: string, signal: AbortSignal): Promise<Prediction> {
  try {
    return await client.get(id, signal);
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    if (error.kind === 'not-found') {
      throw new OutcomeUnknown(
        'provider_outcome_unknown',
        `The provider does not know the call ${id} any more, so nobody can tell whether it was paid. Look at the account there, then try again.`,
        { cause: error },
      );
    }
    throw stillAlive(error);
  }
}

/** The call goes on whether or not we can see it; the next try looks again. */
export function stillAlive(cause: unknown): Transient {
  return new Transient('provider_unreachable', 'The provider cannot be reached; the work there goes on.', {
    cause,
    isCallAlive: true,
    retryAfterMs: 10_000,
  });
}

/**
 * Looks for a create whose answer was lost. Null means it certainly did not happen: the provider's list, asked for
 * long enough, does not hold it. Throws OutcomeUnknown when several fit or the provider has forgotten by now.
 */
async function findLost(
  deps: PayOnceDeps,
  call: Call,
  { attempt, signal }: MakeContext,
): Promise<Prediction | null> {
  const { client, timing } = deps;
  if (attempt.ageMs > timing.memoryMs) throw unknownOutcome('too long ago');
  const since = new Date(attempt.startedAt.getTime() - CLOCK_SLACK_MS);
  const until = performance.now() + timing.reconcileMs;
  for (;;) {
    const matches = await look(async () => {
      const marks = call.hasUploads ? await uploadsOf(client, attempt.id, signal) : null;
      const listed = await client.listSince(since, signal);
      return listed.filter((prediction) => isOurs(prediction, call, attempt.id, marks));
    });
    if (matches.length > 1) throw unknownOutcome('several calls there look like this one');
    const [match] = matches;
    if (match) return match;
    if (performance.now() >= until) return null;
    await sleep(Math.min(timing.pollMs, timing.reconcileMs), undefined, { signal });
  }
}

async function look<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProviderProblem ? stillAlive(error) : error;
  }
}

/** The addresses of what this attempt uploaded: no other attempt's input can hold them. */
async function uploadsOf(
  client: ReplicateClient,
  attemptId: string,
  signal: AbortSignal,
): Promise<Set<string>> {
  const uploads = await client.listUploads(signal);
  const own = uploads.filter(({ metadata }) => metadata?.[ATTEMPT_MARK] === attemptId);
  return new Set(own.map(({ urls }) => urls.get));
}

/** By the webhook's mark, by what the attempt uploaded, or, where there is neither, by model and whole input. */
function isOurs(prediction: Prediction, call: Call, attemptId: string, uploads: Set<string> | null): boolean {
  if (prediction.webhook?.includes(attemptId)) return true;
  const input = prediction.input ?? {};
  if (uploads !== null) {
    return Object.values(input)
      .flat()
      .some((value) => typeof value === 'string' && uploads.has(value));
  }
  const isSameModel = prediction.model === call.slug || prediction.version === call.version;
  return isSameModel && isDeepStrictEqual(input, call.input);
}

function unknownOutcome(why: string): OutcomeUnknown {
  return new OutcomeUnknown(
    'provider_outcome_unknown',
    `It is not certain whether this was already paid for at the provider (${why}). Its price stays held. Look at the account there, then try again if nothing is there.`,
  );
}

/** Waits for the right to create. The wait is shown; it uses up no try. */
async function waitForGate(
  gate: CallGate,
  { alternative }: Call,
  { signal, onProgress }: MakeContext,
): Promise<void> {
  const since = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const { waitMs } = await gate.take(PROVIDER);
    if (waitMs <= 0) return;
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
export async function freeToStop<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw stoppedAt(signal, 0, error) ?? error;
  }
}
