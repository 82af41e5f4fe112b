import type { Asset, Photo } from '../../domain/asset.ts';
import { Aborted, BudgetExceeded } from '../../domain/faults.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import { retryDelayAfter } from '../../domain/retry-policy.ts';
import type { Session } from '../../domain/session.ts';
import { MAKING, type MakingJob } from '../../domain/stages.ts';
import { belongsInLog, troubleOf } from '../../domain/trouble.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Transaction } from '../../ports/store.ts';
import { isDuring, isItsTurn } from './claim-work.ts';
import { closeFailed } from './close-attempt.ts';
import type { AssetClaim, Claimed, FailedWork, MakingDeps } from './job-work.ts';
import { moveSession } from './move-session.ts';
import { reportTrouble } from './report.ts';
import { isDraining } from './watch-for-cancel.ts';

type Failure = Claimed & {
  failed: FailedWork;
  payload: JobPayload<MakingJob>;
  run: JobRun;
  signal: AbortSignal;
};

/**
 * What happens when work did not work out: put back, tried again later, paused for money, or failed with a reason while
 * the rest of the stage goes on. Throws only when this process is stopping, so that the queue delivers the job again.
 */
export async function handleFailure(deps: MakingDeps, failure: Failure): Promise<void> {
  const { claim, failed, run, signal } = failure;
  const { fault } = failed;
  if (isDraining(signal)) throw fault;
  if (fault instanceof Aborted && fault.code === 'taken_over') return;
  const { id: sessionId } = claim.session;
  if (MAKING[claim.job].isOptional) {
    if (!signal.aborted) deps.log.warn({ sessionId, job: claim.job, err: fault }, 'work was left out');
    return;
  }
  if (belongsInLog(fault)) {
    deps.log.error({ sessionId, job: claim.job, assetId: claim.asset?.id, err: fault }, 'making failed');
  }
  const isStopped = fault instanceof Aborted || signal.aborted;
  const delayMs = isStopped ? null : retryDelayAfter(fault, run.triedTimes, Math.random());
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(sessionId);
    if (session === null) return;
    await closeFailed(tx, claim, failed, { isLast: !isStopped && delayMs === null });
    if (isStopped) await putBack(tx, session, failure);
    else if (delayMs !== null) await tryLater(tx, session, failure, delayMs);
    else if (fault instanceof BudgetExceeded) await pause(tx, session, failure);
    else await fail(tx, session, failure);
  });
}

async function release(tx: Transaction, { asset, fence }: AssetClaim): Promise<Asset | null> {
  return tx.assets.updateFenced(asset, fence, { status: 'queued' });
}

/** Cancelled. When the user wanted it again in the meantime, its job is sent again. */
async function putBack(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  if (!failure.isAsset) return;
  const asset = await release(tx, failure.claim);
  if (asset === null || !isDuring(failure.claim.job, session) || asset.isSuperseded) return;
  await tx.jobs.send<MakingJob>(failure.claim.job, failure.payload);
}

async function tryLater(tx: Transaction, session: Session, failure: Failure, delayMs: number): Promise<void> {
  const { claim, failed, payload, run } = failure;
  const { stage } = MAKING[claim.job];
  const trouble = troubleOf(failed.fault);
  const again = { startAfterMs: delayMs, triedTimes: run.triedTimes + 1 };
  if (!failure.isAsset) {
    if (isItsTurn(session, failure.claim)) await tx.jobs.send<MakingJob>(claim.job, payload, again);
    return;
  }
  // The next try is told why, e.g. to soften a refused prompt.
  const { asset, fence } = failure.claim;
  if ((await tx.assets.updateFenced(asset, fence, { status: 'queued', trouble })) === null) return;
  await tx.jobs.send<MakingJob>(claim.job, payload, again);
  if (stage === null) return;
  const seconds = Math.max(1, Math.round(delayMs / 1000));
  const message =
    trouble.code === 'rate_limited'
      ? `Busy, retrying in ${seconds} s`
      : `Retrying in ${seconds} s: ${trouble.message}`;
  await reportTrouble(tx, session, {
    stage,
    trouble: { ...trouble, message },
    metadata: { asset_id: asset.id, retry_in_seconds: seconds },
  });
}

async function pause(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  if (failure.isAsset) await release(tx, failure.claim);
  await stopSession(tx, session, failure, 'run_out_of_budget');
}

async function fail(tx: Transaction, session: Session, failure: Failure): Promise<void> {
  if (!failure.isAsset) return stopSession(tx, session, failure, 'fail');
  const { claim, work, failed } = failure;
  const { stage } = MAKING[claim.job];
  const trouble = troubleOf(failed.fault);
  const asset =
    claim.asset.kind === 'photo'
      ? await keepWhole(tx, claim.asset, claim.fence, trouble.message)
      : await tx.assets.updateFenced(claim.asset, claim.fence, { status: 'failed', trouble });
  if (asset === null) return;
  if (stage !== null) await reportTrouble(tx, session, { stage, trouble, metadata: { asset_id: asset.id } });
  await work.afterwards(tx, session, asset);
}

/** A photo that cannot be cut out is still a good photo: the studio lays it on a card. */
async function keepWhole(
  tx: Transaction,
  photo: Photo,
  fence: number,
  reason: string,
): Promise<Photo | null> {
  const warnings = [...photo.warnings, `The product could not be cut out: ${reason}`];
  return tx.assets.updateFenced(photo, fence, { status: 'ready', trouble: null, warnings });
}

/** The session itself stops, in the state that the event leads to. */
async function stopSession(
  tx: Transaction,
  session: Session,
  { claim, failed }: Failure,
  event: 'fail' | 'run_out_of_budget',
): Promise<void> {
  const { stage } = MAKING[claim.job];
  if (stage === null || !(claim.asset === null ? isItsTurn(session, claim) : isDuring(claim.job, session)))
    return;
  const trouble = troubleOf(failed.fault);
  const stopped = await moveSession(tx, session, event, { trouble });
  await reportTrouble(tx, stopped, { stage, trouble });
}
