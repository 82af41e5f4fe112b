import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Leaves failed, cancelled or paused work and goes back to where the user last had a say. */
export async function stepBack({ store }: Pick<Ports, 'store'>, ref: SessionRef): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    await advance(tx, session, 'step_back');
  });
}
