import type { Asset } from '../../domain/asset.ts';
import { Aborted, BudgetExceeded, CrashesWorker, Permanent, Transient } from '../../domain/faults.ts';
import { retryDelayMs } from '../../domain/retry-policy.ts';
import type { Session } from '../../domain/session.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Transaction } from '../../ports/store.ts';
import { advance } from './advance.ts';
import type { AssetPayload, AssetWork, MakeDeps, Taken } from './asset-work.ts';
import { messageOf } from './message-of.ts';
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
  const { taken, signal, error } = failure;
  if (isDraining(signal)) throw error;
  if (error instanceof Aborted && error.code === 'taken_over') return;
  const { code, isSurprise } = nameOf(error);
  if (isSurprise) {
    deps.log.error({ sessionId: taken.session.id, assetId: taken.asset.id, err: error }, 'making failed');
  }
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(taken.session.id);
    if (session === null) return;
    if (error instanceof Aborted || signal.aborted) return putBack(tx, session, failure);
    if (error instanceof BudgetExceeded) return pause(tx, session, failure, error);
    const delayMs = error instanceof Permanent ? null : delayOf(code, failure);
    if (delayMs === null) return fail(tx, session, failure, code, isSurprise);
    return tryLater(tx, session, failure, code, delayMs);
  });
}

function nameOf(error: unknown): { code: string; isSurprise: boolean } {
  if (error instanceof Permanent || error instanceof Transient)
    return { code: error.code, isSurprise: false };
  if (error instanceof Aborted || error instanceof BudgetExceeded)
    return { code: error.code, isSurprise: false };
  return { code: 'unexpected', isSurprise: true };
}

function delayOf(code: string, { run, error }: Failure): number | null {
  const retryAfterMs = error instanceof Transient ? error.retryAfterMs : null;
  return retryDelayMs(code, run.triedTimes, retryAfterMs, Math.random());
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

async function pause(
  tx: Transaction,
  session: Session,
  failure: Failure,
  error: BudgetExceeded,
): Promise<void> {
  await release(tx, failure);
  if (session.status !== failure.work.during) return;
  const trouble = { code: error.code, message: error.message, can_retry: true };
  const paused = await advance(tx, session, 'run_out_of_budget', { trouble });
  await reportTrouble(tx, paused, {
    stage: failure.work.progressStage,
    message: error.message,
    error: error.code,
    retryAvailable: true,
  });
}

async function tryLater(
  tx: Transaction,
  session: Session,
  failure: Failure,
  code: string,
  delayMs: number,
): Promise<void> {
  const asset = await tx.assets.updateFenced(failure.taken.asset.id, failure.taken.fence, {
    status: 'queued',
    // The next try is told why, e.g. to soften a refused prompt.
    trouble: { code, message: messageOf(failure.error), can_retry: true },
  });
  if (asset === null) return;
  await tx.jobs.send(failure.work.job, failure.payload, {
    startAfterMs: delayMs,
    triedTimes: failure.run.triedTimes + 1,
  });
  const seconds = Math.max(1, Math.round(delayMs / 1000));
  await reportTrouble(tx, session, {
    stage: failure.work.progressStage,
    message:
      code === 'rate_limited'
        ? `Busy, retrying in ${seconds} s`
        : `Retrying in ${seconds} s: ${messageOf(failure.error)}`,
    metadata: { asset_id: asset.id, retry_in_seconds: seconds },
    error: code,
    retryAvailable: true,
  });
}

async function fail(
  tx: Transaction,
  session: Session,
  failure: Failure,
  code: string,
  isSurprise: boolean,
): Promise<void> {
  const { error, work, taken } = failure;
  const canRetry = !(error instanceof Permanent) || error.canRetry;
  const message = isSurprise
    ? 'Something unexpected went wrong here; the log says what. Try again.'
    : messageOf(error);
  const asset = await tx.assets.updateFenced(taken.asset.id, taken.fence, {
    status: 'failed',
    trouble: { code, message, can_retry: canRetry },
  });
  if (asset === null) return;
  if (isSurprise || error instanceof CrashesWorker) await closeAttempt(tx, failure);
  await reportTrouble(tx, session, {
    stage: work.progressStage,
    message,
    metadata: { asset_id: asset.id },
    error: code,
    retryAvailable: canRetry,
  });
  await work.afterwards(tx, session, asset);
}

/** After a surprise or a crash the attempt is still open: a paid one stays held as unknown, a free one has failed. */
async function closeAttempt(tx: Transaction, { taken, work }: Failure): Promise<void> {
  const attempt = await tx.spending.latest(taken.session.id, work.costStage, taken.asset.id);
  if (attempt?.state !== 'open') return;
  await tx.spending.close(attempt.id, {
    state: attempt.estimateMicros > 0 ? 'unknown' : 'failed',
    actualMicros: 0,
    durationMs: 0,
  });
}
