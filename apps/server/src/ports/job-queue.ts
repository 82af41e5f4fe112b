import type { JobName, JobPayload } from '../domain/jobs.ts';

/** What a running job knows about itself. */
export type JobRun = {
  id: string;
  /** 0 the first time; counts deliberate retries and deliveries after a crash. */
  triedTimes: number;
  /** How long it lay in the queue after it might have begun, by the database's clock. */
  waitedMs: number;
  /** Whether this delivery is one of too many: the work has taken its worker down again and again. Give it up. */
  isHopeless: boolean;
  /** Aborts when the process drains. */
  signal: AbortSignal;
};

export type JobHandlers = {
  [Name in JobName]: (payload: JobPayload<Name>, run: JobRun) => Promise<void>;
};

/**
 * The worker's side of the queue. A job whose worker dies is delivered again after its heartbeat is missed, so every
 * handler may run twice. A handler that returns is done; one that throws is delivered again a few times at most
 * (that is only a safety net: the worker room decides about retries itself).
 */
export type JobQueue = {
  /** Makes the queues and schedules; must be done before anything is sent. */
  start(): Promise<void>;
  /** Takes up work. `concurrency` is how many of each kind run at once in this process. */
  work(handlers: JobHandlers, concurrency: Record<JobName, number>): Promise<void>;
  /** Takes no new work, gives the running jobs `graceMs` to end, then aborts them. */
  drain(graceMs: number): Promise<void>;
  /** Whether the queue answers, for readiness. */
  isHealthy(): Promise<boolean>;
  /** How many jobs are in which state. */
  depths(): Promise<QueueDepth[]>;
  /** Jobs that need somebody: given up, tried again and again, or at work for very long. The oldest first. */
  troubled(limit: number): Promise<TroubledJob[]>;
  /** Delivers a job once more that was given up. False when there is none, or it is not given up. */
  retry(id: string): Promise<boolean>;
  /** Forgets a job that was given up or waits; its ad stays as it is, to be retried or cancelled. False when there is none. */
  discard(id: string): Promise<boolean>;
};

export type QueueDepth = { name: string; state: string; count: number };

export type TroubledJob = {
  id: string;
  name: JobName;
  /** `failed`: given up. `retry`: waits for its next try. `active`: at work. */
  state: 'failed' | 'retry' | 'active';
  sessionId: string | null;
  assetId: string | null;
  triedTimes: number;
  createdAt: Date;
  /** What the last try said; null when it said nothing. */
  error: string | null;
};
