import { noAnswer, problemFrom } from './api-problem.ts';

type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** The same key makes the server answer the same, however often the request arrives. */
  idempotencyKey?: string;
};

/**
 * Calls the API with the browser's cookie and gives back the JSON answer; `undefined` for an empty one.
 * Throws ApiProblem.
 */
export async function callApi<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const isForm = call.body instanceof FormData;
  const headers: Record<string, string> = {};
  if (call.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  const request: RequestInit = { method: call.method ?? 'GET', headers };
  if (call.body !== undefined)
    request.body = call.body instanceof FormData ? call.body : JSON.stringify(call.body);
  if (call.signal !== undefined) request.signal = call.signal;

  const response = await fetch(path, request).catch((error: unknown) => {
    if (call.signal?.aborted === true) throw error;
    throw noAnswer();
  });
  const text = await response.text();
  if (!response.ok) throw problemFrom(response.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** A fresh Idempotency-Key. `crypto.randomUUID` exists on secure origins only; a studio on the local network is none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
