import { WORKING_STATUSES } from '../../domain/session-state.ts';
import { DELETED } from './restore-session.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { noteAudit } from '../making/note-audit.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Puts an ad away and stops its work. It can be restored, as it was, until the sweep removes it for good: what waits
 * for a person stays as it is, what is being worked on is cancelled for this reason.
 */
export async function deleteSession({ store }: Pick<Ports, 'store'>, ref: SessionRef): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    const isWorkedOn = WORKING_STATUSES.some((status) => status === session.status);
    if (isWorkedOn) await advance(tx, session, 'cancel', { trouble: DELETED });
    await noteAudit(tx, ref.userId, 'ad_deleted', session.title);
    await tx.sessions.update(session.id, { deletedAt: await tx.now() });
  });
}
