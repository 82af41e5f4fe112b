import type { Trouble } from '@spotsmith/contract/problem';
import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { claimRoom } from '../making/assert-room.ts';

/** Why the work on a deleted ad stopped. */
export const DELETED: Trouble = {
  code: 'deleted',
  message: 'You deleted this ad while it was being worked on.',
  can_retry: true,
};

/**
 * Takes a deleted ad back as it was; work that its deletion stopped goes on. Throws NotFound `session_not_found` once it
 * is removed for good, Conflict `quota_ads`.
 */
export async function restoreSession(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await tx.sessions.lock(sessionId);
    if (session === null || session.userId !== userId) {
      throw new NotFound('session_not_found', 'This ad is gone for good.');
    }
    if (session.deletedAt !== null) await claimRoom(tx, limits, userId, { ads: 1 });
    const restored = await tx.sessions.update(session.id, { deletedAt: null });
    const isStopped = restored.status === 'cancelled' && restored.trouble?.code === DELETED.code;
    if (isStopped) await startWork(tx, limits, restored, 'retry');
  });
}
