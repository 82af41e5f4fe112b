import type { Asset } from '../../domain/asset.ts';
import { Aborted, CrashesWorker } from '../../domain/faults.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import { isFailed } from '../../domain/spending.ts';
import type { Session } from '../../domain/session.ts';
import type { MakingJob } from '../../domain/stages.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Transaction } from '../../ports/store.ts';
import { claimWork, isItsTurn, reasonToStop } from './claim-work.ts';
import { closeMade } from './close-attempt.ts';
import { handleFailure } from './handle-failure.ts';
import type { AssetWork, Claimed, FailedWork, MakingDeps, SessionWork, Work } from './job-work.ts';
import { watchForCancel } from './watch-for-cancel.ts';

/**
 * The engine: claims the work, watches whether it is still wanted, has it done, and settles money, result and stage in
 * one transaction; or handles the failure. May run any number of times for the same job, and be killed between any two
 * lines: what is made is made, and paid, once.
 */
export async function runJob(
  deps: MakingDeps,
  work: AssetWork<Asset> | SessionWork,
  payload: JobPayload<MakingJob>,
  run: JobRun,
): Promise<void> {
  const claimed = await claimWork(deps.store, work, payload);
  if (claimed === null) return;
  await watchForCancel(
    deps.store.read,
    run.signal,
    (read) => reasonToStop(read, claimed.claim),
    async (signal) => {
      const failed = run.isHopeless ? hopeless() : await workAndSettle(deps, claimed, signal);
      if (failed !== null) await handleFailure(deps, { ...claimed, failed, payload, run, signal });
    },
  );
}

function hopeless(): FailedWork {
  return { fault: new CrashesWorker(), spent: 'held', call: null };
}

async function workAndSettle(
  deps: MakingDeps,
  claimed: Claimed,
  signal: AbortSignal,
): Promise<FailedWork | null> {
  try {
    return await deps.withTempDir(async (dir) => {
      const bench = { dir, signal };
      if (claimed.isAsset) {
        const done = await claimed.work.make(deps, { ...claimed.claim, ...bench });
        if (isFailed(done)) return done;
        await settle(deps, claimed, done, (tx, session) => keepAsset(tx, session, claimed, done));
      } else {
        const done = await claimed.work.make(deps, { ...claimed.claim, ...bench });
        if (isFailed(done)) return done;
        await settle(deps, claimed, done, async (tx, session) => {
          // What comes too late for its turn is paid for and not kept.
          if (isItsTurn(session, claimed.claim)) await done.keep(tx, session);
        });
      }
      return null;
    });
  } catch (fault) {
    // Outside of a call, or of a kind that nobody foresaw: an open call stays open, and the next try takes it up.
    return { fault, spent: 'running', call: null };
  }
}

async function settle(
  deps: MakingDeps,
  { claim }: Claimed,
  { call }: Pick<Work<unknown>, 'call'>,
  keep: (tx: Transaction, session: Session) => Promise<void>,
): Promise<void> {
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(claim.session.id);
    if (session === null) throw new Aborted('taken_over', 'The ad is gone.');
    if (call !== null) await closeMade(tx, call);
    deps.failpoint('before-settle');
    await keep(tx, session);
    deps.failpoint('before-commit-state');
  });
  deps.failpoint('after-settle');
}

async function keepAsset(
  tx: Transaction,
  session: Session,
  { work }: Claimed & { isAsset: true },
  done: Work<Asset | null>,
): Promise<void> {
  const asset = await done.keep(tx, session);
  // Rolls everything back: the worker that took over keeps, and pays for, its own.
  if (asset === null) throw new Aborted('taken_over', 'Another worker took over.');
  await work.afterwards(tx, session, asset);
}
