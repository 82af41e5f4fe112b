/**
 * Wakes whoever waits for a call at a provider, in whichever process. A nudge is only a hint and may come late, twice
 * or not at all; what it is about is read again from the provider.
 */
export type CallNudges = {
  /** Waits for a nudge about this call, at most so long. Returns, never throws, when the signal is aborted. */
  wait(externalId: string, mostMs: number, signal: AbortSignal): Promise<void>;
  nudge(externalId: string): Promise<void>;
};
