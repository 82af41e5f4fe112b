import type { SessionEdit } from '@spotsmith/contract/sessions';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Renames or pins an ad, or changes its prompt before it was read. Throws Conflict `not_now`, `stale_version`. */
export async function editSession(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { edit: Omit<SessionEdit, 'version'> },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const {
      title = session.title,
      prompt = session.prompt,
      is_pinned: isPinned = session.isPinned,
    } = input.edit;
    if (prompt !== session.prompt && session.status !== 'created') {
      throw new Conflict(
        'not_now',
        'The prompt was read already. Edit the brief instead, or duplicate the ad.',
      );
    }
    await tx.sessions.update(session.id, { title, prompt, isPinned });
  });
}
