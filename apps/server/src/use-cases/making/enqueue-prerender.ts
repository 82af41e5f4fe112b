import { type Clip, currentOf, isSettled } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/**
 * Asks for the ad to be encoded ahead once a clip is ready. The local studio needs every core until its last clip is
 * done; while a hosted model works or a person looks, the cores are free.
 */
export async function enqueuePrerender(tx: Transaction, { id }: Session, clip: Clip): Promise<void> {
  const session = await tx.sessions.lock(id);
  const clips = currentOf(await tx.assets.ofSession(id), 'clip');
  const hasFreeCores = clip.provider !== 'studio' || clips.every(isSettled);
  if (session === null || clip.status !== 'ready' || !hasFreeCores) return;
  await tx.jobs.send('prerender', { sessionId: id, stageRun: session.stageRun });
}
