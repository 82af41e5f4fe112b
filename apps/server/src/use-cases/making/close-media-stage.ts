import { type Asset, type Clip, currentOf, isSettled, type Still } from '../../domain/asset.ts';
import { percentOf, stagePercent } from '../../domain/progress.ts';
import type { Session } from '../../domain/session.ts';
import { MAKING, REVIEWED, type ReviewedKind } from '../../domain/stages.ts';
import type { Transaction } from '../../ports/store.ts';
import { isDuring } from './claim-work.ts';
import { moveSession } from './move-session.ts';
import { report, reportComplete, reportTrouble } from './report.ts';

/** After an image or clip came to rest: says so, and closes the stage when it was the last one. */
export async function settleMedia(tx: Transaction, session: Session, asset: Still | Clip): Promise<void> {
  const { job, many } = REVIEWED[asset.kind];
  const { stage } = MAKING[job];
  const all = currentOf(await tx.assets.ofSession(session.id), asset.kind);
  if (asset.status === 'ready') {
    const done = all.filter(isSettled).length;
    await report(tx, session, {
      stage,
      // Those that are under way count as far as they are; a bar never goes back.
      progress: Math.max(percentOf(done, all.length), stagePercent(stage, session.overall)),
      message: `${capitalised(asset.kind)} ${done} of ${all.length} is ready`,
      metadata: {
        [`current_${asset.kind}`]: done,
        [`total_${many}`]: all.length,
        model: asset.model,
        asset_id: asset.id,
        view: asset.kind === 'image' ? asset.view : null,
      },
    });
  }
  await closeMediaStage(tx, session, asset.kind, all);
}

/**
 * Moves on once every image or clip, `all` the current ones of its kind, came to rest. Some failed ones do not stop the
 * ad; only when none is left has the stage failed.
 */
export async function closeMediaStage(
  tx: Transaction,
  session: Session,
  kind: ReviewedKind,
  all: readonly Asset[],
): Promise<void> {
  const { job, settled, many } = REVIEWED[kind];
  const { stage } = MAKING[job];
  if (!isDuring(job, session) || !all.every(isSettled)) return;
  const ready = all.filter((asset) => asset.status === 'ready').length;
  if (ready === 0) {
    const reason = all.find((asset) => asset.trouble !== null)?.trouble?.message;
    const trouble = { code: `no_${many}`, message: reason ?? `No ${kind} could be made.`, can_retry: true };
    const failed = await moveSession(tx, session, 'fail', { trouble });
    await reportTrouble(tx, failed, { stage, trouble });
    return;
  }
  const trouble =
    ready === all.length
      ? null
      : {
          code: `some_${many}_failed`,
          message: `${ready} of ${all.length} ${many} succeeded. Continue with ${ready}, or try the others again.`,
          can_retry: true,
        };
  const moved = await moveSession(tx, session, settled, { trouble });
  await reportComplete(tx, moved, {
    stage,
    message: trouble?.message ?? `${capitalised(many)} ready for review`,
    assetCount: ready,
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
