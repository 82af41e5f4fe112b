import type { JobName, JobPayload } from '../domain/jobs.ts';

/** What a running job knows about itself. */
export type JobRun = {
  id: string;
  /** 0 the first time; counts deliberate retries and deliveries after a crash. */
  triedTimes: number;
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
};
