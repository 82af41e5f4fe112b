import type { Micros } from './money.ts';
import type { CostStage } from './stages.ts';

/** One try at one piece of work, paid or free. Its row is committed before the provider hears of it. */
export type Attempt = {
  id: string;
  sessionId: string;
  userId: string;
  assetId: string | null;
  stage: CostStage;
  provider: string;
  model: string;
  /** SHA-256 of everything that shapes the result; the key for finding a lost create again. */
  inputHash: string;
  /** The provider's own id, as soon as it is known. */
  externalId: string | null;
  state: AttemptState;
  estimateMicros: Micros;
  units: number;
  unitName: string;
  createdAt: Date;
};

/** `open`: intent committed, outcome not known yet. */
export const ATTEMPT_STATES = ['open', 'succeeded', 'failed', 'cancelled', 'unknown'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

export type NewAttempt = Omit<Attempt, 'externalId' | 'state' | 'createdAt'>;

/** How an attempt ended. `unknown` keeps its money held until somebody finds out. */
export type AttemptOutcome = {
  state: Exclude<AttemptState, 'open'>;
  actualMicros: Micros;
  durationMs: number;
  /** Booked by our own list, because the provider told nothing of it. */
  isGuess: boolean;
};

/**
 * What a call that came to nothing cost: so much; `held` when nobody can tell, so that its money stays reserved and it
 * is not made again by itself; `running` when it goes on, or may, and the next try takes it up.
 */
export type Spent = Micros | 'held' | 'running';

/** Why nothing was made, and what that cost. */
export type Failed = { fault: unknown; spent: Spent };

export function isFailed<Outcome extends object>(outcome: Outcome | Failed): outcome is Failed {
  return 'fault' in outcome;
}

/** The calls of one model in one stage, added up. */
export type ModelCosts = {
  stage: CostStage;
  provider: string;
  model: string;
  calls: number;
  failedCalls: number;
  estimateMicros: Micros;
  actualMicros: Micros;
  /** Of that, what our own list says because the provider told nothing. */
  guessedMicros: Micros;
};

export type CostEntry = {
  id: string;
  sessionId: string;
  assetId: string | null;
  stage: CostStage;
  provider: string;
  model: string;
  units: number;
  unitName: string;
  estimateMicros: Micros;
  actualMicros: Micros | null;
  durationMs: number | null;
  outcome: AttemptState;
  createdAt: Date;
};
