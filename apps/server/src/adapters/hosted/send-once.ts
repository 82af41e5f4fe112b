import { ProviderProblem } from './provider-problem.ts';

export type Sending = {
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: string | ArrayBuffer | FormData;
  signal?: AbortSignal;
  withinMs: number;
};

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  /** How far the provider's clock is ahead of ours, in milliseconds; null when it does not tell. */
  aheadMs: number | null;
};

/**
 * One request, never repeated and never redirected: a redirect could carry the key to another host. Throws ProviderProblem
 * `unknown` when the answer was lost.
 */
export async function sendOnce(url: URL, { withinMs, signal, ...init }: Sending): Promise<Answer> {
  const timeout = AbortSignal.timeout(withinMs);
  try {
    const answer = await fetch(url, {
      ...init,
      redirect: 'error',
      headers: { 'user-agent': 'spotsmith', ...init.headers },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const told = Date.parse(answer.headers.get('date') ?? '');
    const aheadMs = Number.isFinite(told) ? told - Date.now() : null;
    return { status: answer.status, headers: answer.headers, text: await answer.text(), aheadMs };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new ProviderProblem('unknown', 'The provider cannot be reached.', { cause });
  }
}

/** What an answer says in JSON; null when it is none, as the page of a gateway is. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const FALLBACK_WAIT_MS = 60_000;

/** How long a busy provider asks to be left alone, by its `Retry-After`; else a minute. */
export function retryAfterMs(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : FALLBACK_WAIT_MS;
}
