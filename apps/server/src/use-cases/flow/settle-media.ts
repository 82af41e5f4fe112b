import { type Asset, currentOf, isSettled } from '../../domain/asset.ts';
import { percentOf } from '../../domain/progress.ts';
import type { SessionEvent } from '../../domain/session-state.ts';
import type { Session } from '../../domain/session.ts';
import type { SessionStatus } from '@spotsmith/contract/words';
import type { Transaction } from '../../ports/store.ts';
import { advance } from './advance.ts';
import { type WorkStage, report, reportComplete, reportTrouble } from './report.ts';

type MediaStage = {
  during: SessionStatus;
  stage: WorkStage;
  settled: SessionEvent;
  one: string;
  many: string;
};

const STAGES: Record<'image' | 'clip', MediaStage> = {
  image: {
    during: 'generating_images',
    stage: 'image_generation',
    settled: 'images_settled',
    one: 'image',
    many: 'images',
  },
  clip: {
    during: 'generating_videos',
    stage: 'clip_generation',
    settled: 'clips_settled',
    one: 'clip',
    many: 'clips',
  },
};

/** After an image or clip came to rest: says so, and closes the stage when it was the last one. */
export async function afterMedia(
  tx: Transaction,
  session: Session,
  asset: Asset,
  kind: 'image' | 'clip',
): Promise<void> {
  const { stage, one, many } = STAGES[kind];
  const all = currentOf(await tx.assets.ofSession(session.id), kind);
  if (asset.status === 'ready') {
    const done = all.filter(isSettled).length;
    await report(tx, session, {
      stage,
      progress: percentOf(done, all.length),
      message: `${capitalised(one)} ${done} of ${all.length} is ready`,
      metadata: {
        [`current_${one}`]: done,
        [`total_${many}`]: all.length,
        model: asset.model,
        asset_id: asset.id,
        view: asset.view,
      },
    });
  }
  await closeMediaStage(tx, session, kind, all);
}

/**
 * Moves on once every image or clip, all the current ones of its kind, came to rest. Some failed ones do not stop the ad; only when none is left has the
 * stage failed.
 */
export async function closeMediaStage(
  tx: Transaction,
  session: Session,
  kind: 'image' | 'clip',
  all: readonly Asset[],
): Promise<void> {
  const { during, stage, settled, one, many } = STAGES[kind];
  if (session.status !== during || !all.every(isSettled)) return;
  const ready = all.filter((asset) => asset.status === 'ready').length;
  if (ready === 0) {
    const reason = all.find((asset) => asset.trouble !== null)?.trouble?.message;
    const trouble = { code: `no_${many}`, message: reason ?? `No ${one} could be made.`, can_retry: true };
    const failed = await advance(tx, session, 'fail', { trouble });
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
  const moved = await advance(tx, session, settled, { trouble });
  await reportComplete(tx, moved, {
    stage,
    message: trouble?.message ?? `${capitalised(many)} ready for review`,
    assetCount: ready,
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
