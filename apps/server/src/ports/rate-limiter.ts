/**
 * How fast paid calls may be created at one provider, kept for all processes together: a token bucket by the database's
 * clock. It starts with what the provider usually allows and learns less from the provider's refusals.
 */
export type RateLimiter = {
  /** Takes the right to create one call now, or says how long to wait before asking again. */
  take(provider: string): Promise<{ waitMs: number }>;
  /** The provider refused: nobody may create before `waitMs` are over; `learned` is the limit it spoke of. */
  pause(provider: string, waitMs: number, learned: CallLimit | null): Promise<void>;
};

export type CallLimit = { perMinute: number; burst: number };
