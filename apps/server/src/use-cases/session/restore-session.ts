import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';

/** Takes a deleted ad back. Throws NotFound `session_not_found` once it is removed for good. */
export async function restoreSession(
  { store }: Pick<Ports, 'store'>,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<string> {
  return store.write(async (tx) => {
    const session = await tx.sessions.lock(sessionId);
    if (session === null || session.userId !== userId) {
      throw new NotFound('session_not_found', 'This ad is gone for good.');
    }
    await tx.sessions.update(session.id, { deletedAt: null });
    return session.id;
  });
}
