import { canMove } from '../../domain/session-state.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Puts an ad away and stops its work. It can be restored until the sweep removes it for good. */
export async function deleteSession({ store }: Pick<Ports, 'store'>, ref: SessionRef): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    if (canMove(session, 'cancel')) await advance(tx, session, 'cancel');
    await tx.sessions.update(session.id, { deletedAt: await tx.now() });
  });
}
