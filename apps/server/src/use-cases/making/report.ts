import type { Trouble } from '@spotsmith/contract/problem';
import type { Json } from '../../domain/asset.ts';
import { clampPercent, overallPercent, stagePercent } from '../../domain/progress.ts';
import type { Session } from '../../domain/session.ts';
import type { WorkStage } from '../../domain/stages.ts';
import type { Transaction } from '../../ports/store.ts';

export type Report = {
  stage: WorkStage;
  /** 0–100 within the stage. */
  progress: number;
  message: string;
  metadata?: { [key: string]: Json };
};

/** Tells everybody who watches how far a stage has come. */
export async function report(tx: Transaction, session: Session, { stage, ...rest }: Report): Promise<void> {
  const progress = clampPercent(rest.progress);
  await tx.progress.append(session.id, {
    stage,
    progress,
    overall: overallPercent(stage, progress),
    message: rest.message,
    metadata: { ...stateOf(session), ...rest.metadata },
  });
}

/** Tells that something went wrong, and whether trying again can help. The rest of the stage goes on where it was. */
export async function reportTrouble(
  tx: Transaction,
  session: Session,
  { stage, trouble, metadata }: Pick<Report, 'stage' | 'metadata'> & { trouble: Trouble },
): Promise<void> {
  await tx.progress.append(session.id, {
    stage,
    progress: stagePercent(stage, session.overall),
    overall: session.overall,
    message: trouble.message,
    metadata: { ...stateOf(session), ...metadata },
    error: trouble.code,
    retryAvailable: trouble.can_retry,
  });
}

/** Closes images, clips or the ad. `overall` is then 50, 90 or 100. */
export async function reportComplete(
  tx: Transaction,
  session: Session,
  { stage, message, assetCount }: { stage: WorkStage; message: string; assetCount: number },
): Promise<void> {
  await tx.progress.append(session.id, {
    stage: 'complete',
    progress: 100,
    overall: overallPercent(stage, 100),
    message,
    metadata: { ...stateOf(session), completed_stage: stage },
    assetCount,
  });
}

/** Lets a page that listens know when to look at the session again. */
function stateOf(session: Session): { [key: string]: Json } {
  return { status: session.status, version: session.version };
}
