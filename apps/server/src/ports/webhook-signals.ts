/**
 * Wakes whoever waits for a call at a provider, in whichever process. A signal is only a hint and may come late, twice
 * or not at all; what it is about is read again from the provider.
 */
export type WebhookSignals = {
  /** Waits for a signal about this call, at most so long. Returns, never throws, when `signal` is aborted. */
  wait(externalId: string, maxMs: number, signal: AbortSignal): Promise<void>;
  send(externalId: string): Promise<void>;
};
