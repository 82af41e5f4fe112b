/**
 * Errors by the reaction they call for, not by the place they come from. Each carries a stable `code` for programs
 * and a message for people that says what happened and what to do. HTTP statuses are given in `http/errors-to-http.ts` only.
 */
abstract class Fault extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

/** The thing does not exist, or is not the caller's: the two are never told apart. */
export class NotFound extends Fault {}

/** The request is well formed but does not fit what is there now, e.g. another tab was first. */
export class Conflict extends Fault {}

/** The request cannot be right, whatever the state. */
export class InvalidInput extends Fault {}

/** Who is asking is not known. */
export class Unauthenticated extends Fault {}

/** Who is asking is known and may not. */
export class Forbidden extends Fault {}

/** Going on would break a spending cap. Work pauses; raising the cap lets it go on. */
export class BudgetExceeded extends Fault {}

/** Trying again cannot help. */
export class Permanent extends Fault {
  /** Whether the user may try again by hand, e.g. after changing the prompt. */
  readonly canRetry: boolean;

  constructor(code: string, message: string, options: ErrorOptions & { canRetry?: boolean } = {}) {
    super(code, message, options);
    this.canRetry = options.canRetry ?? true;
  }
}

/** The work took its worker down every time. */
export class CrashesWorker extends Permanent {
  constructor() {
    super(
      'crashes_worker',
      'This took the whole worker down every time it was tried; the log says how. Change the picture or the prompt, or try again.',
    );
  }
}

/** Trying again later may help; `retryAfterMs` says when, where the other side told us. */
export class Transient extends Fault {
  readonly retryAfterMs: number | null;

  constructor(code: string, message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(code, message, options);
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** The installation itself is not able to serve now: database away, disk full. Answered 503 with Retry-After. */
export class Unavailable extends Fault {}

/** The work was stopped because the user cancelled, somebody else took it over or the process is shutting down. */
export class Aborted extends Fault {}

/** Why work was stopped by us, or null when it was not. */
export function stopOf(signal: AbortSignal): Aborted | null {
  const reason: unknown = signal.aborted ? signal.reason : null;
  return reason instanceof Aborted ? reason : null;
}
