import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { fromDrizzle, fromPglite, PgBoss, type JobWithMetadata, type QueueOptions } from 'pg-boss';
import { Unavailable } from '#src/domain/faults.ts';
import { takeTurn } from './take-turn.ts';
import { troubledJobs } from './troubled-jobs.ts';
import { JOB_NAMES, JOBS, type JobName, type JobPayload } from '#src/domain/jobs.ts';
import type { JobHandlers, JobQueue } from '#src/ports/job-queue.ts';
import type { Log } from '#src/ports/ports.ts';
import type { JobSender } from '#src/ports/store.ts';

// In its CommonJS build: ../postgres/drizzle.ts tells why.
const { sql } = createRequire(import.meta.url)('drizzle-orm') as typeof import('drizzle-orm');

/** A Drizzle transaction, as far as pg-boss looks at it. */
type OpenTransaction = Parameters<typeof fromDrizzle>[0];

/** What lies in a job's row: the payload, and how often the work was tried by earlier jobs. */
type Envelope = { payload: unknown; triedTimes: number };

/** A job that took its worker down so often is given up: it would do so for ever. */
const HOPELESS_AFTER = 12;
const HEARTBEAT_SECONDS = 10;
/** How often a worker looks for work that nobody announced: retries, and what was sent for later. */
const LOOK_EVERY_SECONDS = 2;
/** How often the missed heartbeats are looked for. The embedded database has no other process that could die. */
const SUPERVISE_EVERY_SECONDS = { embedded: 30, postgresql: 2 };

const QUEUE: QueueOptions & { notify: boolean } = {
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  // Jobs may take half an hour. This ends those that hang while their worker lives.
  expireInSeconds: 40 * 60,
  // A net for crashes and for errors that escape the worker room, which decides about retries itself. Above
  // HOPELESS_AFTER, so that the last deliveries can still say that they give up.
  retryLimit: 15,
  retryDelay: 1,
  deleteAfterSeconds: 24 * 60 * 60,
};

const SWEEP_EVERY_TEN_MINUTES = '*/10 * * * *';
/** How long aborted handlers get to put their things away. */
const ABORT_GRACE_MS = 5_000;

/**
 * The job queue on pg-boss, in the schema `pgboss` of the given database. Jobs are sent by `senderIn` only, inside a
 * transaction of ours: a job exists if and only if the change it belongs to does.
 */
export function openQueue(
  engine: { kind: 'embedded'; pglite: PGlite } | { kind: 'postgresql'; url: string },
  log: Log,
): { queue: JobQueue; senderIn: (tx: OpenTransaction) => JobSender } {
  const boss = new PgBoss({
    schema: 'pgboss',
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_EVERY_SECONDS[engine.kind],
    monitorIntervalSeconds: SUPERVISE_EVERY_SECONDS[engine.kind],
    ...(engine.kind === 'embedded'
      ? { db: fromPglite(engine.pglite), backend: 'pglite' as const, monitorVacuum: false, reindex: false }
      : { connectionString: engine.url, max: 4, connectionTimeoutMillis: 5_000 }),
  });
  logTroubles(boss, log);
  const running = new Set<Promise<void>>();

  return {
    senderIn: (tx) => sender(boss, tx),
    queue: {
      async start() {
        await boss.start({ attempts: 3 });
        for (const name of JOB_NAMES) await declareQueue(boss, name);
        await boss.schedule('sweep', SWEEP_EVERY_TEN_MINUTES, envelope({}, 0));
        if (engine.kind === 'embedded') await takeOverFromDeadProcess(boss);
      },

      async work(handlers, concurrency) {
        for (const name of JOB_NAMES) {
          for (let worker = 0; worker < concurrency[name]; worker++) {
            await addWorker(boss, name, (job) => {
              const run = runJob(name, job, handlers, log).finally(() => running.delete(run));
              running.add(run);
              return run;
            });
          }
        }
      },

      async drain(graceMs) {
        await boss.stop({ timeout: graceMs });
        await Promise.race([Promise.allSettled(running), sleep(ABORT_GRACE_MS, undefined, { ref: false })]);
      },

      async isHealthy() {
        try {
          await boss.getDb().executeSql('select 1 from pgboss.version');
          return true;
        } catch {
          return false;
        }
      },

      ...troubledJobs(boss),
    },
  };
}

/** A worker takes one job at a time. After a job it looks for the next one at once, and else every few seconds. */
async function addWorker(
  boss: PgBoss,
  name: JobName,
  run: (job: JobWithMetadata<Envelope>) => Promise<void>,
): Promise<void> {
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: LOOK_EVERY_SECONDS,
    notifyPollingIntervalSeconds: LOOK_EVERY_SECONDS,
  } as const;
  const id = boss.work<Envelope, void, typeof options>(name, options, async ([job]) => {
    try {
      if (job) await run(job);
    } finally {
      boss.notifyWorker(await id);
    }
  });
  await id;
}

function envelope(payload: object, triedTimes: number): Envelope {
  return { payload, triedTimes };
}

function sender(boss: PgBoss, tx: OpenTransaction): JobSender {
  return {
    async send(name, payload, { startAfterMs = 0, triedTimes = 0 } = {}) {
      const db = fromDrizzle(tx, sql);
      const parsed = JOBS[name].parse(payload);
      await boss.send(name, envelope(parsed, triedTimes), {
        db,
        ...('sessionId' in parsed && (await takeTurn(db, name, parsed.sessionId))),
        // Seconds from now by the database's clock.
        ...(startAfterMs > 0 && { startAfter: startAfterMs / 1000 }),
      });
    },
  };
}

/** One sweep at a time is enough, waiting or running; of the others any number. */
async function declareQueue(boss: PgBoss, name: JobName): Promise<void> {
  await boss.createQueue(name, { ...QUEUE, policy: name === 'sweep' ? 'exclusive' : 'standard' });
  await boss.updateQueue(name, QUEUE);
}

/** Only one process can have the embedded database, so a job that is active at its start has lost its worker. */
async function takeOverFromDeadProcess(boss: PgBoss): Promise<void> {
  await boss
    .getDb()
    .executeSql(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`);
}

async function runJob<Name extends JobName>(
  name: Name,
  job: JobWithMetadata<Envelope>,
  handlers: JobHandlers,
  log: Log,
): Promise<void> {
  const payload = JOBS[name].safeParse(job.data.payload);
  if (!payload.success) {
    log.error(
      { job: name, jobId: job.id, issues: payload.error.issues },
      'job dropped: its payload is not valid',
    );
    return;
  }
  const triedTimes = job.data.triedTimes + job.retryCount;
  const isHopeless = job.retryCount >= HOPELESS_AFTER;
  const waitedMs = Math.max(0, (job.startedOn ?? job.createdOn).getTime() - readySince(job).getTime());
  const run = { id: job.id, triedTimes, waitedMs, isHopeless, signal: job.signal };
  for (let waits = 0; ; waits++) {
    try {
      // TypeScript does not see that the schema and the handler of one name belong together.
      return await handlers[name](payload.data as JobPayload<Name>, run);
    } catch (error) {
      // A delivery is counted; what the installation lacks for a while is no fault of the job.
      const isWaiting = error instanceof Unavailable && !job.signal.aborted;
      const next = isWaiting ? 'waits' : 'is delivered again';
      log.error({ job: name, jobId: job.id, triedTimes, err: error }, `job failed and ${next}`);
      if (!isWaiting) throw error;
      await sleep(Math.min(FIRST_WAIT_MS * 2 ** waits, LONGEST_WAIT_MS), undefined, { signal: job.signal });
    }
  }
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

function readySince({ createdOn, startAfter }: JobWithMetadata<Envelope>): Date {
  return startAfter > createdOn ? startAfter : createdOn;
}

const SAME_AGAIN_AFTER_MS = 10_000;

/** While the database is away every poll of every worker fails alike: say it once in a while. */
function logTroubles(boss: PgBoss, log: Log): void {
  const lastSaidAt = new Map<string, number>();
  boss.on('error', (error) => {
    const kind = 'code' in error ? String(error.code) : error.name;
    if (Date.now() - (lastSaidAt.get(kind) ?? 0) < SAME_AGAIN_AFTER_MS) return;
    lastSaidAt.set(kind, Date.now());
    log.error({ err: error }, 'the job queue has trouble with the database');
  });
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
}
