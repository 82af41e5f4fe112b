import { type ProblemKind, ProviderProblem } from '../provider-problem.ts';
import { jsonOf, retryAfterMs, type Answer } from '../send-once.ts';
import { Refusal } from './gemini-answers.ts';

const KINDS: Record<number, ProblemKind> = {
  400: 'invalid-input',
  401: 'unauthenticated',
  402: 'no-credit',
  403: 'unauthenticated',
  404: 'not-found',
  413: 'invalid-input',
  429: 'throttled',
  // Overloaded: it took on nothing.
  503: 'throttled',
};
/** A key without billing may make no pictures at all: waiting does not help. */
const NO_QUOTA = /limit: 0\b/;

/** A fault of the server in its own words, which is not billed (ai.google.dev/gemini-api/docs/billing); null when it is none. */
export function failureIn(answer: Answer): string | null {
  const { data } = Refusal.safeParse(jsonOf(answer.text));
  return answer.status === 500 && data !== undefined ? data.error.message : null;
}

/** A refusal as a problem. What a gateway says, or nobody, leaves open whether the picture was made. */
export function problemOf({ status, headers, text }: Answer): ProviderProblem {
  const { data } = Refusal.safeParse(jsonOf(text));
  const message = data?.error.message ?? `The provider answered ${status}.`;
  const reasons = data?.error.details?.map(({ reason }) => reason) ?? [];
  if (reasons.includes('API_KEY_INVALID')) return new ProviderProblem('unauthenticated', message, { status });
  if (data?.error.status === 'FAILED_PRECONDITION')
    return new ProviderProblem('refused', message, { status });
  if (status === 429 && NO_QUOTA.test(message)) return new ProviderProblem('no-credit', message, { status });
  const isKnown = data !== undefined || status < 500;
  const kind =
    (isKnown ? KINDS[status] : undefined) ?? (status >= 500 || status === 408 ? 'unknown' : 'refused');
  if (kind !== 'throttled') return new ProviderProblem(kind, message, { status });
  const delay = data?.error.details?.find(({ retryDelay }) => retryDelay)?.retryDelay;
  const seconds = Number.parseFloat(delay ?? '');
  const waitMs = Number.isFinite(seconds) ? Math.ceil(seconds * 1000) : retryAfterMs(headers);
  return new ProviderProblem(kind, message, { status, retryAfterMs: waitMs });
}
