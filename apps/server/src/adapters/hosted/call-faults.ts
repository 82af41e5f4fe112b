import { Permanent, Transient } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import { PROVIDER_FACTS } from '#src/domain/providers.ts';
import type { Failed } from '#src/domain/spending.ts';
import type { HostedProvider, ProviderCall } from './hosted-provider.ts';
import type { ProviderProblem } from './provider-problem.ts';

const UNSAFE = /nsfw|flagged as sensitive|\(E005\)|safety|content policy|moderat/i;
/** How Replicate says that too many want a model: in a while it is made. */
const IN_DEMAND = /\bE00[34]\b|high demand/i;
const RETRY_AFTER_DEMAND_MS = 30_000;
/** How Replicate says that a model did not start in time, which it does not bill. */
const NEVER_STARTED = 'E6716';
const SENTENCE_END = /[.!?]$/;
const RETRY_AFTER_TIMEOUT_MS = 30_000;

/** The refusal of a request that had no effect, as the fault it calls for. It cost nothing. */
export function faultOfRefusal(
  { id }: Pick<HostedProvider, 'id'>,
  problem: ProviderProblem,
): Permanent | Transient {
  if (problem.fault !== null) return problem.fault;
  const options = { cause: problem };
  switch (problem.kind) {
    case 'unauthenticated':
      return new Permanent(
        'provider_key_refused',
        `The provider does not accept the API key. Check ${PROVIDER_FACTS[id].keyName} and restart.`,
        options,
      );
    case 'no-credit':
      return new Permanent(
        'provider_no_credit',
        'The account at the provider is out of credit. Add credit there, wait a few minutes, then try again.',
        options,
      );
    case 'invalid-input':
      return new Permanent(
        'provider_refused_input',
        `The model refused the request: ${sentence(problem.message)} Choose another model, or report this.`,
        options,
      );
    case 'not-found':
      return new Permanent(
        'model_not_found',
        'The provider does not offer this model any more. Choose another one.',
        options,
      );
    case 'throttled':
      return new Transient('rate_limited', 'The provider is busy.', {
        ...options,
        retryAfterMs: problem.retryAfterMs ?? 60_000,
      });
    case 'told':
    case 'refused':
      return new Permanent('provider_refused', `The provider refused: ${sentence(problem.message)}`, options);
    case 'unknown':
      return new Transient('provider_unreachable', 'The provider cannot be reached.', options);
  }
}

/** A call that ended without result: the fault it calls for, and what it cost. */
export function faultOfEnd(call: ProviderCall, spent: Micros): Failed {
  if (call.fault) return { fault: call.fault, spent };
  if (call.status === 'failed') return faultOfFailure(call.error, spent);
  if (call.status === 'expired' || call.isPastDeadline) return { fault: tookTooLong(), spent };
  const message = 'Somebody cancelled this at the provider. Try again if it was not meant.';
  return { fault: new Permanent('provider_cancelled', message), spent };
}

/** The first refusal is tried again with softer words; the second is shown. */
function refusedAsUnsafe(): Transient {
  return new Transient(
    'provider_unsafe',
    "The model's safety check stopped this. Please modify your prompt: leave out what could be taken for violence, nudity or a real person.",
    { retryAfterMs: 1_000 },
  );
}

export function tookTooLong(): Transient {
  return new Transient('provider_timeout', 'The model took too long.', {
    retryAfterMs: RETRY_AFTER_TIMEOUT_MS,
  });
}

/** A success without files: some models stop unsafe pictures that way. */
export function faultOfNoOutput({ logs, isRemoved, fault }: ProviderCall, spent: Micros): Failed {
  if (fault) return { fault, spent };
  if (isRemoved) {
    const message =
      'The provider has already deleted the result, an hour after making it. Try again; it will be paid again.';
    return { fault: new Permanent('provider_output_gone', message), spent };
  }
  if (UNSAFE.test(logs)) return { fault: refusedAsUnsafe(), spent };
  return { fault: new Transient('provider_failed', 'The model gave no result.'), spent };
}

function faultOfFailure(error: string, spent: Micros): Failed {
  if (UNSAFE.test(error)) return { fault: refusedAsUnsafe(), spent };
  if (error.includes(NEVER_STARTED)) return { fault: tookTooLong(), spent: 0 };
  if (IN_DEMAND.test(error)) {
    const message = 'Many people use this model at this moment.';
    return { fault: new Transient('provider_busy', message, { retryAfterMs: RETRY_AFTER_DEMAND_MS }), spent };
  }
  const message = `The model failed: ${sentence(error || 'no reason given')}`;
  return { fault: new Transient('provider_failed', message), spent };
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return SENTENCE_END.test(line) ? line : `${line}.`;
}

/** The call goes on whether or not we can see it; the next try looks again. */
export function stillRunning(cause: unknown): Failed {
  const message = 'The provider cannot be reached; the work there goes on.';
  const fault = new Transient('provider_unreachable', message, { cause, retryAfterMs: 10_000 });
  return { fault, spent: 'running' };
}

/** The result is there and paid, only fetching it failed: the next try fetches again and pays nothing. */
export function stillDownloading(cause: unknown): Failed {
  const message = 'The finished file could not be fetched from the provider.';
  const fault = new Transient('download_failed', message, { cause, retryAfterMs: 15_000 });
  return { fault, spent: 'running' };
}

/** Paid, and lost: only a new call brings it back. */
export function outputLost(cause: unknown, spent: Micros): Failed {
  const message = 'The provider does not give out the finished file. Try again; it will be paid again.';
  return { fault: new Permanent('provider_output_gone', message, { cause }), spent };
}
