import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from './drizzle.ts';
import type { JobSender, Reader, Store, Transaction } from '#src/ports/store.ts';
import { accountReader, accountWriter } from './account-store.ts';
import { assetReader, assetWriter } from './asset-store.ts';
import { auditReader, auditWriter } from './audit-store.ts';
import { brandKitReader, brandKitWriter } from './brand-kit-store.ts';
import { isWorthRepeating, toFault } from './database-faults.ts';
import type { Handle } from './handle.ts';
import { idempotencyWriter } from './idempotency-store.ts';
import { jobRunReader, jobRunWriter } from './job-run-store.ts';
import type { Database } from './open-database.ts';
import { progressReader, progressWriter } from './progress-store.ts';
import { requestCountWriter } from './request-count-store.ts';
import { sceneReader, sceneWriter } from './scene-store.ts';
import { sessionReader, sessionWriter } from './session-store.ts';
import { shareReader, shareWriter } from './share-store.ts';
import { spendingReader, spendingWriter } from './spending-store.ts';
import { fileReader, fileWriter } from './stored-file-store.ts';
import { sessions } from './tables/sessions.ts';
import { usageReader } from './usage-store.ts';
import { workflowReader, workflowWriter } from './workflow-store.ts';

const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 10;

/**
 * The database behind the `Store` port. `jobsOf` binds the queue's sender to a transaction.
 * A transaction that meets a deadlock is run again, so the work given to `write` may run more than once.
 */
export function openStore(
  database: Pick<Database, 'drizzle' | 'atBegin'>,
  jobsOf: (tx: Handle) => JobSender,
): Store {
  const { drizzle, atBegin } = database;
  const openTransaction = new AsyncLocalStorage<{ isOpen: boolean }>();

  function refuseInsideWrite(what: string): void {
    if (openTransaction.getStore()?.isOpen) {
      throw new Error(`${what} inside \`store.write\`: use the transaction that write hands out instead.`);
    }
  }

  async function tryOnce<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return drizzle.transaction(
      async (tx) => {
        const state = { isOpen: true };
        if (atBegin !== null) await tx.execute(atBegin);
        try {
          return await openTransaction.run(state, () => work(transaction(tx, jobsOf(tx))));
        } finally {
          state.isOpen = false;
        }
      },
      { isolationLevel: 'read committed' },
    );
  }

  return {
    read: reader(drizzle, () => refuseInsideWrite('`store.read` was used')),

    async write(work) {
      refuseInsideWrite('`store.write` was called');
      for (let tries = 1; ; tries++) {
        try {
          return await tryOnce(work);
        } catch (error) {
          if (tries === MAX_TRIES || !isWorthRepeating(error)) throw toFault(error);
          await sleep(FIRST_PAUSE_MS * 2 ** tries * Math.random());
        }
      }
    },
  };
}

function reader(db: Handle, before: () => void): Reader {
  return {
    sessions: guarded(sessionReader(db), before),
    assets: guarded(assetReader(db), before),
    scenes: guarded(sceneReader(db), before),
    files: guarded(fileReader(db), before),
    spending: guarded(spendingReader(db), before),
    progress: guarded(progressReader(db), before),
    accounts: guarded(accountReader(db), before),
    brandKits: guarded(brandKitReader(db), before),
    shares: guarded(shareReader(db), before),
    jobRuns: guarded(jobRunReader(db), before),
    workflows: guarded(workflowReader(db), before),
    usage: guarded(usageReader(db), before),
    audit: guarded(auditReader(db), before),
  };
}

type Method = (...args: never[]) => Promise<unknown>;

/** The same methods, each with a check before it and with the database's errors turned into faults. */
function guarded<Noun extends Record<string, Method>>(noun: Noun, before: () => void): Noun {
  const methods = Object.entries(noun).map(([name, method]) => [
    name,
    async (...args: never[]) => {
      before();
      try {
        return await method(...args);
      } catch (error) {
        throw toFault(error);
      }
    },
  ]);
  return Object.fromEntries(methods) as Noun;
}

function transaction(tx: Handle, jobs: JobSender): Transaction {
  return {
    sessions: sessionWriter(tx),
    assets: assetWriter(tx),
    scenes: sceneWriter(tx),
    files: fileWriter(tx),
    spending: spendingWriter(tx),
    progress: progressWriter(tx),
    accounts: accountWriter(tx),
    brandKits: brandKitWriter(tx),
    shares: shareWriter(tx),
    jobRuns: jobRunWriter(tx),
    workflows: workflowWriter(tx),
    usage: usageReader(tx),
    audit: auditWriter(tx),
    idempotency: idempotencyWriter(tx),
    requestCounts: requestCountWriter(tx),
    jobs,
    async now() {
      const [row] = await tx
        .select({ now: sql`clock_timestamp()`.mapWith(sessions.createdAt) })
        .from(sql`(values (1)) as one`);
      if (!row) throw new Error('The database did not tell the time.');
      return row.now;
    },
  };
}
