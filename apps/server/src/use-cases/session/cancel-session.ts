import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Stops all work on the ad within two seconds. What is made stays; `retrySession` goes on from here. */
export async function cancelSession({ store }: Pick<Ports, 'store'>, ref: SessionRef): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    if (session.status !== 'cancelled') {
      await advance(tx, session, 'cancel', {
        trouble: {
          code: 'cancelled',
          message: 'You cancelled this ad. Go on whenever you like.',
          can_retry: true,
        },
      });
    }
  });
}
