import { type ProblemKind, ProviderProblem } from '../provider-problem.ts';
import { jsonOf, retryAfterMs, type Answer } from '../send-once.ts';
import { Refusal } from './fal-answers.ts';

const KINDS: Record<number, ProblemKind> = {
  400: 'invalid-input',
  401: 'unauthenticated',
  402: 'no-credit',
  404: 'not-found',
  422: 'invalid-input',
  429: 'throttled',
};
/** 403 says two things: the account is locked for want of money, or the key may not do this. */
const NO_CREDIT = /exhausted balance|top.?up|locked/i;

/** A refusal as a problem, with how long to wait. */
export function problemOf({ status, headers, text }: Answer): ProviderProblem {
  const message = wordsOf(text) ?? `The provider answered ${status}.`;
  if (status === 403)
    return new ProviderProblem(NO_CREDIT.test(message) ? 'no-credit' : 'unauthenticated', message, {
      status,
    });
  const kind = KINDS[status] ?? (status >= 500 || status === 408 ? 'unknown' : 'refused');
  if (kind !== 'throttled') return new ProviderProblem(kind, message, { status });
  return new ProviderProblem(kind, message, { status, retryAfterMs: retryAfterMs(headers) });
}

/** What a refusal says, with the type of each complaint before its words; null when it is no answer of the provider's. */
export function wordsOf(text: string): string | null {
  const { data } = Refusal.safeParse(jsonOf(text));
  if (data === undefined) return null;
  if (typeof data.detail === 'string') return data.detail;
  return data.detail
    .map(({ type, msg, loc }) => [type?.replaceAll('_', ' '), loc?.at(-1), msg].filter(Boolean).join(': '))
    .join('; ');
}
