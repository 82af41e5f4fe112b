import { type SessionEvent, WORKING_STATUSES, nextState } from '../../domain/session-state.ts';
import type { Session, SessionPatch } from '../../domain/session.ts';
import type { Limits } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { claimRoom } from '../making/assert-room.ts';
import { advance } from './advance.ts';

/**
 * `advance` as a person asks for it: what sets an ad to work that waited must have room in its maker's quotas.
 * Throws Conflict `not_now`, `quota_running`, `quota_disk_bytes`.
 */
export async function startWork(
  tx: Transaction,
  limits: Limits,
  session: Session,
  event: SessionEvent,
  patch: SessionPatch = {},
): Promise<Session> {
  const starts = isWorkedOn(nextState(session, event)) && !isWorkedOn(session);
  if (starts) await claimRoom(tx, limits, session.userId, { running: 1, disk_bytes: 1 });
  return advance(tx, session, event, patch);
}

function isWorkedOn({ status }: Pick<Session, 'status'>): boolean {
  return WORKING_STATUSES.some((working) => working === status);
}
