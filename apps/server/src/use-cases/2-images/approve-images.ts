import type { Ports } from '../../ports/ports.ts';
import { approve } from '../flow/approve.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Says which images go on. Throws NotFound `asset_not_found`, Conflict `not_ready`. */
export async function approveImages(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { imageIds: string[] },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    await approve(tx, session, 'image', input.imageIds);
    await tx.sessions.update(session.id, {});
  });
}
