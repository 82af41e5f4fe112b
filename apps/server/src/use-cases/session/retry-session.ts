import type { AssetKind, SessionStatus } from '@spotsmith/contract/words';
import { Conflict } from '../../domain/faults.ts';
import { currentOf } from '../../domain/asset.ts';
import type { SessionEvent } from '../../domain/session-state.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Where something may have failed while the rest went on, and how to go back to work on it. */
const PARTLY_FAILED: Partial<Record<SessionStatus, { kind: AssetKind; event: SessionEvent }>> = {
  reviewing_images: { kind: 'image', event: 'redraw_image' },
  reviewing_videos: { kind: 'clip', event: 'remake_clip' },
};

/**
 * Tries again what failed, or goes on after a cancel. Whatever is ready is kept; nothing is paid for twice.
 * Throws Conflict `nothing_to_retry`, `not_now`.
 */
export async function retrySession(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  ref: SessionRef,
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    const partly = PARTLY_FAILED[session.status];
    const assets = await tx.assets.ofSession(session.id);
    const failed = assets.filter((asset) => asset.status === 'failed' && !asset.isSuperseded);
    if (partly !== undefined && !currentOf(failed, partly.kind).length) {
      throw new Conflict('nothing_to_retry', 'Nothing failed here.');
    }
    for (const asset of failed) await tx.assets.update(asset, { status: 'queued', trouble: null });
    await startWork(tx, limits, session, partly?.event ?? 'retry');
  });
}
