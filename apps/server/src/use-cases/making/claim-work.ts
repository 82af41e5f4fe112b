import type { JobPayload } from '../../domain/jobs.ts';
import type { Asset } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import { MAKING, type AssetJob, type MakingJob, type SessionJob } from '../../domain/stages.ts';
import type { Reader, Store, Transaction } from '../../ports/store.ts';
import type { AssetClaim, AssetWork, Claimed, SessionClaim, SessionWork } from './job-work.ts';
import type { StopReason } from './watch-for-cancel.ts';

/** Takes a job's asset, or its turn in the session, for this worker. Null when there is nothing to do (any more). */
export async function claimWork(
  store: Store,
  work: AssetWork<Asset> | SessionWork,
  payload: JobPayload<MakingJob>,
): Promise<Claimed | null> {
  if ('afterwards' in work && 'assetId' in payload) {
    const claim = await claimAsset(store, work.job, payload);
    return claim && { claim, work, isAsset: true };
  }
  if ('afterwards' in work || 'assetId' in payload) throw new Error('A job of the wrong kind.');
  const claim = await claimTurn(store.read, work.job, payload);
  return claim && { claim, work, isAsset: false };
}

async function claimAsset(
  store: Store,
  job: AssetJob,
  payload: JobPayload<AssetJob>,
): Promise<AssetClaim | null> {
  return store.write(async (tx) => {
    const session = await tx.sessions.lock(payload.sessionId);
    const asset = await tx.assets.find(payload.assetId);
    if (session === null || asset === null) return null;
    const isPaused = session.status === 'paused_for_budget';
    // Work that was under way when the ad was paused goes on after a crash: its money is reserved already.
    if (!isDuring(job, session) && !(isPaused && asset.status === 'running')) {
      if (asset.status === 'running') await tx.assets.update(asset, { status: 'queued' });
      return null;
    }
    if (await wasReplacedBeforeItBegan(tx, job, session, asset)) return null;
    const stageRun = 'stageRun' in payload ? payload.stageRun : asset.stageRun;
    const fence = await tx.assets.claim(asset.id, stageRun);
    return fence === null ? null : { job, session, asset, fence };
  });
}

/** A slot that was replaced has nothing to be made; where its work had begun, the watch ends it and settles its money. */
async function wasReplacedBeforeItBegan(
  tx: Transaction,
  job: AssetJob,
  session: Session,
  { id, isSuperseded, status }: Asset,
): Promise<boolean> {
  const { cost } = MAKING[job];
  if (!isSuperseded || status !== 'queued') return false;
  const attempt = cost === null ? null : await tx.spending.latest(session.id, cost, id);
  return attempt?.state !== 'open';
}

async function claimTurn(
  read: Reader,
  job: SessionJob,
  { sessionId, stageRun }: JobPayload<SessionJob>,
): Promise<SessionClaim | null> {
  const session = await read.sessions.find(sessionId);
  if (session === null || !isItsTurn(session, { job, stageRun })) return null;
  return { job, session, stageRun, asset: null };
}

/** Why what is claimed is not worth working on any more, or null. */
export async function reasonToStop(
  read: Reader,
  claim: AssetClaim | SessionClaim,
): Promise<StopReason | null> {
  const session = await read.sessions.find(claim.session.id);
  if (claim.asset === null) return session !== null && isItsTurn(session, claim) ? null : 'cancelled';
  const asset = await read.assets.find(claim.asset.id);
  if (session === null || asset === null || asset.isSuperseded) return 'cancelled';
  const isBoundToStage = MAKING[claim.job].during !== null;
  if (isBoundToStage && (session.deletedAt !== null || session.status === 'cancelled')) return 'cancelled';
  return asset.fence === claim.fence ? null : 'taken_over';
}

/** Whether the session is where the work on it belongs, in the run that it was sent in. */
export function isItsTurn(session: Session, claim: Pick<SessionClaim, 'job' | 'stageRun'>): boolean {
  return session.stageRun === claim.stageRun && isDuring(claim.job, session);
}

/** Whether the session is in a state in which this work is done. */
export function isDuring(job: MakingJob, { status, deletedAt }: Session): boolean {
  const during: readonly Session['status'][] | null = MAKING[job].during;
  return during === null || (deletedAt === null && during.includes(status));
}
