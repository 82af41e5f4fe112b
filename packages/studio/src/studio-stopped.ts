import type { Cause } from '@spotsmith/child/ending';

/**
 * The machine did not let the studio do its work: it says nothing about what the studio was given. Later the same work
 * may well succeed.
 */
export class StudioStopped extends Error {
  override readonly cause: Cause;

  constructor(cause: Cause, message: string) {
    super(message);
    this.name = 'StudioStopped';
    this.cause = cause;
  }
}
