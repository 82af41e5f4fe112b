import { type SessionEvent, nextState } from '../../domain/session-state.ts';
import type { Session, SessionPatch } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/**
 * Moves a locked session by one event, into a state that waits for a person. Where work begins, `advance` starts it.
 * Throws Conflict `not_now` when the event is not legal.
 */
export async function moveSession(
  tx: Transaction,
  session: Session,
  event: SessionEvent,
  patch: SessionPatch = {},
): Promise<Session> {
  const { status, resumeStatus } = nextState(session, event);
  return tx.sessions.update(session.id, { trouble: null, ...patch, status, resumeStatus });
}
