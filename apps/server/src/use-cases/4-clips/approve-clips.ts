import type { Ports } from '../../ports/ports.ts';
import { approve } from '../flow/approve.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Says which clips make the ad, in playing order. Throws NotFound `asset_not_found`, Conflict `not_ready`. */
export async function approveClips(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { clipIds: string[] },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    await approve(tx, session, 'clip', input.clipIds);
    await tx.sessions.update(session.id, {});
  });
}
