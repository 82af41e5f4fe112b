import type { Ports } from '../../ports/ports.ts';
import type { Progress } from '../../ports/progress.ts';
import { findOwned } from '../flow/owned-session.ts';

/** The messages of one's own ad after `after`, oldest first. Throws NotFound `session_not_found`. */
export async function readProgress(
  { store }: Pick<Ports, 'store'>,
  input: { userId: string; sessionId: string; after: number; limit: number },
): Promise<Progress[]> {
  await findOwned(store.read, input);
  return store.read.progress.after(input.sessionId, input.after, input.limit);
}
