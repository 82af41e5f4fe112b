import { MIN_APPROVED_IMAGES } from '@spotsmith/contract/limits';
import { currentOf } from '../../domain/asset.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * From approved images: plans the scenes, then makes a clip for each. From reviewed scenes: makes the clips.
 * Later on it adds what is missing; a new scene prompt or clip length plans everything anew.
 * Throws Conflict `too_few_images`, `not_now`.
 */
export async function startClips(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef & { scenePrompt?: string | undefined; clipSeconds?: number | undefined },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    if (session.status === 'planning_scenes' || session.status === 'generating_videos') return;
    const images = currentOf(await tx.assets.ofSession(session.id), 'image');
    const approved = images.filter((image) => image.approval === 'approved').length;
    if (approved < MIN_APPROVED_IMAGES) {
      throw new Conflict(
        'too_few_images',
        `Approve at least ${MIN_APPROVED_IMAGES} images first; ${approved} of ${images.length} are approved.`,
      );
    }
    const scenePrompt = input.scenePrompt ?? session.scenePrompt;
    const clipSeconds = input.clipSeconds ?? session.clipSeconds;
    const isNewPlan = scenePrompt !== session.scenePrompt || clipSeconds !== session.clipSeconds;
    if (session.status === 'reviewing_scenes' && !isNewPlan) {
      await startWork(tx, limits, session, 'make_clips');
    } else {
      if (isNewPlan) await tx.scenes.replaceAll(session.id, []);
      await startWork(tx, limits, session, 'plan_scenes', { scenePrompt, clipSeconds });
    }
  });
}
