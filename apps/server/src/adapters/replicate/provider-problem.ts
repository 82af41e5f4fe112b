import type { CallLimit } from '#src/ports/call-gate.ts';

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
  | 'unknown';

export class ProviderProblem extends Error {
  override name = 'ProviderProblem';
  readonly kind: ProblemKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly learnedLimit: CallLimit | null;

  constructor(
    kind: ProblemKind,
    message: string,
    more: { status?: number; retryAfterMs?: number; learnedLimit?: CallLimit | null; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.status = more.status ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.learnedLimit = more.learnedLimit ?? null;
  }
}

const FALLBACK_WAIT_MS = 60_000;
const KINDS: Record<number, ProblemKind> = {
  401: 'unauthenticated',
  402: 'no-credit',
  403: 'refused',
  404: 'not-found',
  422: 'invalid-input',
  429: 'throttled',
};

/** Reads a refusal, whatever its shape: problem document, plain JSON, HTML of a gateway, or nothing at all. */
export function problemFrom(status: number, headers: Headers, bodyText: string): ProviderProblem {
  const body = asObject(bodyText);
  const detail = [body['title'], body['detail']].filter((part) => typeof part === 'string').join(': ');
  const kind = KINDS[status] ?? (status >= 500 || status === 408 ? 'unknown' : 'refused');
  const message = detail || `The provider answered ${status}.`;
  if (kind !== 'throttled') return new ProviderProblem(kind, message, { status });
  const retryAfterMs = waitFrom(headers.get('retry-after'), body['retry_after'], message);
  return new ProviderProblem(kind, message, { status, retryAfterMs, learnedLimit: limitFrom(message) });
}

/** What the answer says, in the order of trust: header, field, sentence; else a minute. */
function waitFrom(header: string | null, field: unknown, sentence: string): number {
  const headerSeconds = header === null ? NaN : Number(header);
  if (Number.isFinite(headerSeconds)) return headerSeconds * 1000;
  if (header !== null && Number.isFinite(Date.parse(header))) {
    return Math.max(0, Date.parse(header) - Date.now());
  }
  if (typeof field === 'number' && Number.isFinite(field)) return field * 1000;
  const spoken = /~\s*(\d+(?:\.\d+)?)\s*s/i.exec(sentence)?.[1];
  return spoken === undefined ? FALLBACK_WAIT_MS : Number(spoken) * 1000;
}

/** "… reduced to 6 requests per minute with a burst of 1 requests …" */
function limitFrom(sentence: string): CallLimit | null {
  const match = /(\d+)\s+requests? per minute(?:.*?burst of (\d+))?/i.exec(sentence);
  return match
    ? { perMinute: Math.max(1, Number(match[1])), burst: Math.max(1, Number(match[2] ?? 1)) }
    : null;
}

function asObject(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
