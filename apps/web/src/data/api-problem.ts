import type { Problem } from '@spotsmith/contract/problem';

/** An answer that is not the wished one. `offline` when there was no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.fields = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
    this.retryAfterSeconds = problem.retry_after_seconds;
  }
}

/** Reads the problem out of an answer. Answers of something in between (a proxy, a dying process) are no documents. */
export function problemFrom(status: number, body: string): ApiProblem {
  try {
    const problem = JSON.parse(body) as Partial<Problem> | null;
    if (typeof problem?.code === 'string' && typeof problem.detail === 'string') {
      return new ApiProblem({ ...problem, status, code: problem.code, detail: problem.detail });
    }
  } catch {
    // Not JSON: told below.
  }
  return new ApiProblem({
    status,
    code: status >= 500 ? 'unavailable' : 'unknown',
    detail: `HTTP ${status}`,
  });
}

/**
 * Whether the answer says that there is no such thing, or none for whoever asks. Every other refusal (too many requests,
 * a server that is away) says nothing about the thing.
 */
export function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.status === 400);
}

export function noAnswer(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'offline', detail: 'The server does not answer.' });
}
