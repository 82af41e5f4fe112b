import { type Asset, type Film, isSettled } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { isDuring } from '../making/claim-work.ts';
import { moveSession } from '../making/move-session.ts';
import { reportComplete, reportTrouble } from '../making/report.ts';

/** The files that were asked for together with this one, itself among them. */
export function roundOf(assets: readonly Asset[], { versionNumber }: Film): Film[] {
  return assets
    .filter((asset) => asset.kind === 'final')
    .filter((film) => film.versionNumber === versionNumber);
}

/** After a film came to rest: the ad is finished with the last one, unless none could be made. */
export async function settleComposition(tx: Transaction, session: Session, film: Film): Promise<void> {
  const round = roundOf(await tx.assets.ofSession(session.id), film);
  if (!isDuring('compose-ad', session) || !round.every(isSettled)) return;
  const ready = round.filter(({ status }) => status === 'ready').length;
  if (ready > 0) {
    const moved = await moveSession(tx, session, 'composed');
    await reportComplete(tx, moved, {
      stage: 'composition',
      message: ready === 1 ? 'Your ad is ready' : `Your ${ready} ads are ready`,
      assetCount: ready,
    });
    return;
  }
  const message = film.trouble?.message ?? 'The ad could not be composed.';
  // For want of memory there is something else to offer than another try.
  const code = film.trouble?.code === 'out_of_memory' ? 'out_of_memory' : 'composing_failed';
  const trouble = { code, message, can_retry: true };
  const failed = await moveSession(tx, session, 'fail', { trouble });
  await reportTrouble(tx, failed, { stage: 'composition', trouble });
}
