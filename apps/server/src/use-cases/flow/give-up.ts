import type { Asset } from '../../domain/asset.ts';
import { Aborted, BudgetExceeded, OutcomeUnknown } from '../../domain/faults.ts';
import { retryDelayAfter } from '../../domain/retry-policy.ts';
import type { Session } from '../../domain/session.ts';
import { belongsInLog, isForeseen, troubleOf } from '../../domain/trouble.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Transaction } from '../../ports/store.ts';
import { advance } from './advance.ts';
import type { AssetPayload, AssetWork, MakeDeps, Taken } from './asset-work.ts';
import { reportTrouble } from './report.ts';
import { isDraining } from './run-attempt.ts';

type Failure = {
  taken: Taken;
  payload: AssetPayload;
  run: JobRun;
  work: AssetWork;
  signal: AbortSignal;
  error: unknown;
};

/**
 * What happens to an asset when making it did not work out: put back, tried again later, paused for money, or failed
 * with a reason while the rest of the stage goes on. Rethrows only when this process is stopping, so that the queue
 * delivers the job again.
 */
export async function giveUp(deps: MakeDeps, failure: Failure): Promise<void> {
  const { taken, run, signal, error } = failure;
  if (isDraining(signal)) throw error;
  if (error instanceof Aborted && error.code === 'taken_over') return;
  if (belongsInLog(error)) {
    deps.log.error({ sessionId: taken.session.id, assetId: taken.asset.id, err: error }, 'making failed');
  }
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(taken.session.id);
    if (session === null) return;
    if (error instanceof Aborted || signal.aborted) return putBack(tx, session, failure);
    if (error instanceof BudgetExceeded) return pause(tx, session, failure);
    const delayMs = retryDelayAfter(error, run.triedTimes, Math.random());
    return delayMs === null ? fail(tx, session, failure) : tryLater(tx, session, failure, delayMs);
  });
}

async function release(tx: Transaction, { taken }: Failure): Promise<Asset | null> {
  return tx.assets.updateFenced(taken.asset.id, taken.fence, { status: 'queued' });
}

/** Cancelled. When the user wanted it again in the meantime, its job is sent again. */
async function putBack(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  const asset = await release(tx, failure);
  if (asset === null || session.status !== failure.work.during || asset.isSuperseded) return;
  await tx.jobs.send(failure.work.job, failure.payload);
}

async function pause(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  await release(tx, failure);
  if (session.status !== failure.work.during) return;
  const trouble = troubleOf(failure.error);
  const paused = await advance(tx, session, 'run_out_of_budget', { trouble });
  await reportTrouble(tx, paused, { stage: failure.work.progressStage, trouble });
}

async function tryLater(tx: Transaction, session: Session, failure: Failure, delayMs: number): Promise<void> {
  const trouble = troubleOf(failure.error);
  const asset = await tx.assets.updateFenced(failure.taken.asset.id, failure.taken.fence, {
    status: 'queued',
    // The next try is told why, e.g. to soften a refused prompt.
    trouble,
  });
  if (asset === null) return;
  await tx.jobs.send(failure.work.job, failure.payload, {
    startAfterMs: delayMs,
    triedTimes: failure.run.triedTimes + 1,
  });
  const seconds = Math.max(1, Math.round(delayMs / 1000));
  const message =
    trouble.code === 'rate_limited'
      ? `Busy, retrying in ${seconds} s`
      : `Retrying in ${seconds} s: ${trouble.message}`;
  await reportTrouble(tx, session, {
    stage: failure.work.progressStage,
    trouble: { ...trouble, message },
    metadata: { asset_id: asset.id, retry_in_seconds: seconds },
  });
}

async function fail(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  const { error, work, taken } = failure;
  const trouble = troubleOf(error);
  const asset = await tx.assets.updateFenced(taken.asset.id, taken.fence, { status: 'failed', trouble });
  if (asset === null) return;
  await closeAttempt(tx, failure);
  await reportTrouble(tx, session, {
    stage: work.progressStage,
    trouble,
    metadata: { asset_id: asset.id },
  });
  await work.afterwards(tx, session, asset);
}

/**
 * Ends an attempt that is open still: a free one has failed; a paid one stays held as unknown when nobody can tell what
 * became of it, and else is left as it is, for the next try to take up.
 */
async function closeAttempt(tx: Transaction, { taken, work, error }: Failure): Promise<void> {
  const attempt = await tx.spending.latest(taken.session.id, work.costStage, taken.asset.id);
  if (attempt?.state !== 'open') return;
  const isPaid = attempt.estimateMicros > 0;
  if (isPaid && isForeseen(error) && !(error instanceof OutcomeUnknown)) return;
  await tx.spending.close(attempt.id, {
    state: isPaid ? 'unknown' : 'failed',
    actualMicros: 0,
    durationMs: 0,
  });
}
