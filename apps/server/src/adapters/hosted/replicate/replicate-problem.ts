import type { CallLimit } from '#src/ports/rate-limiter.ts';
import { type ProblemKind, ProviderProblem } from '../provider-problem.ts';

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
