import { Permanent, Transient } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import type { Prediction } from './provider-answers.ts';
import { ProviderProblem } from './provider-problem.ts';

const UNSAFE = /nsfw|flagged as sensitive|\(E005\)|safety|content policy|moderat/i;
const SENTENCE_END = /[.!?]$/;
const RETRY_AFTER_TIMEOUT_MS = 30_000;

/** The refusal of a request that had no effect, as the fault it calls for. */
export function faultOfRefusal(problem: ProviderProblem): Permanent | Transient {
  const options = { cause: problem };
  switch (problem.kind) {
    case 'unauthenticated':
      return new Permanent(
        'provider_key_refused',
        'The provider does not accept the API key. Check REPLICATE_API_TOKEN and restart.',
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
    case 'refused':
      return new Permanent('provider_refused', `The provider refused: ${sentence(problem.message)}`, options);
    case 'unknown':
      return new Transient('provider_unreachable', 'The provider cannot be reached.', options);
  }
}

/** A prediction that ended without result, as the fault it calls for. Only for `failed`, `canceled` and `aborted`. */
export function faultOfEnd(prediction: Prediction, spentMicros: Micros): Permanent | Transient {
  const error = typeof prediction.error === 'string' ? prediction.error : '';
  if (prediction.status === 'failed') return faultOfFailure(error, spentMicros);
  const hasDeadline = Boolean(prediction.deadline);
  if (prediction.status === 'aborted' || hasDeadline) return tookTooLong(spentMicros);
  return new Permanent(
    'provider_cancelled',
    'Somebody cancelled this at the provider. Try again if it was not meant.',
    {
      spentMicros,
    },
  );
}

/** The first refusal is tried again with softer words; the second is shown. */
function refusedAsUnsafe(spentMicros: Micros): Transient {
  return new Transient(
    'provider_unsafe',
    "The model's safety check stopped this. Please modify your prompt: leave out what could be taken for violence, nudity or a real person.",
    { spentMicros, retryAfterMs: 1_000 },
  );
}

export function tookTooLong(spentMicros: Micros): Transient {
  return new Transient('provider_timeout', 'The model took too long.', {
    spentMicros,
    retryAfterMs: RETRY_AFTER_TIMEOUT_MS,
  });
}

/** A `succeeded` without files: some models stop unsafe pictures that way. */
export function faultOfNoOutput(
  { logs, data_removed: isRemoved }: Prediction,
  spentMicros: Micros,
): Permanent | Transient {
  if (isRemoved) {
    return new Permanent(
      'provider_output_gone',
      'The provider has already deleted the result, an hour after making it. Try again; it will be paid again.',
      { spentMicros },
    );
  }
  if (UNSAFE.test(logs ?? '')) return refusedAsUnsafe(spentMicros);
  return new Transient('provider_failed', 'The model gave no result.', { spentMicros });
}

function faultOfFailure(error: string, spentMicros: Micros): Permanent | Transient {
  if (UNSAFE.test(error)) return refusedAsUnsafe(spentMicros);
  if (error.includes('E6716')) return tookTooLong(0);
  return new Transient('provider_failed', `The model failed: ${sentence(error || 'no reason given')}`, {
    spentMicros,
  });
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return SENTENCE_END.test(line) ? line : `${line}.`;
}

/** The result is there and paid, only fetching it failed: the next try fetches again and pays nothing. */
export function stillDownloading(cause: unknown): Transient {
  return new Transient('download_failed', 'The finished file could not be fetched from the provider.', {
    cause,
    isCallAlive: true,
    retryAfterMs: 15_000,
  });
}

/** Paid, and lost: only a new call brings it back. */
export function outputLost(cause: unknown, spentMicros: Micros): Permanent {
  return new Permanent(
    'provider_output_gone',
    'The provider does not give out the finished file. Try again; it will be paid again.',
    { cause, spentMicros },
  );
}
