import type { Permanent, Transient } from '#src/domain/faults.ts';
import type { CallLimit } from '#src/ports/rate-limiter.ts';

/**
 * Why the provider did not do what it was asked. `unknown` is the dangerous one: the request may have had its effect
 * and only the answer was lost.
 */
export type ProblemKind =
  | 'throttled'
  | 'unauthenticated'
  | 'no-credit'
  | 'invalid-input'
  | 'not-found'
  | 'refused'
  /** Known to us well enough to be told in our own words: `fault`. */
  | 'told'
  | 'unknown';

export class ProviderProblem extends Error {
  override name = 'ProviderProblem';
  readonly kind: ProblemKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly learnedLimit: CallLimit | null;
  readonly fault: Permanent | Transient | null;

  constructor(
    kind: ProblemKind,
    message: string,
    more: {
      status?: number;
      retryAfterMs?: number;
      learnedLimit?: CallLimit | null;
      fault?: Permanent | Transient;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.status = more.status ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.learnedLimit = more.learnedLimit ?? null;
    this.fault = more.fault ?? null;
  }
}
