import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { Reader, Transaction } from '../../ports/store.ts';

export type SessionRef = {
  userId: string;
  sessionId: string;
  /** The version the caller last saw; leaving it out means "whatever it is now". */
  version?: number | undefined;
};

/**
 * Locks the caller's own session for this transaction. Somebody else's, a deleted one and none at all look the same.
 * Throws NotFound `session_not_found`, Conflict `stale_version` when another tab was first.
 */
export async function lockOwned(tx: Transaction, ref: SessionRef): Promise<Session> {
  const session = assertOwned(await tx.sessions.lock(ref.sessionId), ref.userId);
  if (ref.version !== undefined && ref.version !== session.version) {
    throw new Conflict(
      'stale_version',
      'Another tab changed this ad. Look at it again, then repeat your change.',
    );
  }
  return session;
}

/** The caller's own session, to look at. Throws NotFound `session_not_found`. */
export async function findOwned(read: Reader, ref: SessionRef): Promise<Session> {
  return assertOwned(await read.sessions.find(ref.sessionId), ref.userId);
}

function assertOwned(session: Session | null, userId: string): Session {
  if (session === null || session.userId !== userId || session.deletedAt !== null) {
    throw new NotFound('session_not_found', 'There is no such ad.');
  }
  return session;
}
