import { type ProblemKind, ProviderProblem } from '../provider-problem.ts';
import { jsonOf, retryAfterMs, type Answer } from '../send-once.ts';
import { Refusal } from './openai-answers.ts';

const KINDS: Record<number, ProblemKind> = {
  400: 'invalid-input',
  401: 'unauthenticated',
  402: 'no-credit',
  404: 'not-found',
  413: 'invalid-input',
  422: 'invalid-input',
  429: 'throttled',
  // Overloaded: it took on nothing.
  503: 'throttled',
};
const NO_CREDIT = /insufficient_quota|billing_hard_limit|billing_not_active/;
const UNSAFE = /moderation_blocked|content_policy_violation|safety system|content policy/i;

type Told = { message: string; code: string };

/** What a refusal says in the protocol's own shape; null for the page of a gateway. */
function toldIn({ text }: Answer): Told | null {
  const { data } = Refusal.safeParse(jsonOf(text));
  if (data === undefined) return null;
  const { message, type, code } = data.error;
  return { message, code: `${type ?? ''} ${code ?? ''}` };
}

/**
 * Why a request that was taken on came to nothing: the safety check, which may have looked at a finished and billed picture, or a
 * fault of the server, which bills nothing (docs.laozhang.ai, image billing and failure rules, 2026-10). Null when that is not so.
 */
export function failureIn(answer: Answer): { error: string; isFree: boolean } | null {
  const told = toldIn(answer);
  if (told === null) return null;
  const isUnsafe = answer.status < 500 && UNSAFE.test(`${told.code} ${told.message}`);
  if (isUnsafe) return { error: `safety check: ${told.message}`, isFree: false };
  return answer.status === 500 ? { error: told.message, isFree: true } : null;
}

/** A refusal as a problem. What a gateway says, or nobody, leaves open whether the picture was made. */
export function problemOf(answer: Answer): ProviderProblem {
  const { status, headers } = answer;
  const told = toldIn(answer);
  const message = told?.message ?? `The provider answered ${status}.`;
  if (told !== null && NO_CREDIT.test(told.code))
    return new ProviderProblem('no-credit', message, { status });
  const isKnown = told !== null || status < 500;
  const kind =
    (isKnown ? KINDS[status] : undefined) ?? (status >= 500 || status === 408 ? 'unknown' : 'refused');
  if (kind !== 'throttled') return new ProviderProblem(kind, message, { status });
  return new ProviderProblem(kind, message, { status, retryAfterMs: retryAfterMs(headers) });
}
