import type { SceneEdit } from '@spotsmith/contract/scene';
import { currentOf } from '../../domain/asset.ts';
import { InvalidInput } from '../../domain/faults.ts';
import type { Scene } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Puts the edited scenes, in playing order, in place of the planned ones. After the clips are made this goes back to
 * the scenes; making clips again then only makes those whose scene changed.
 * Throws InvalidInput `image_not_ready`, Conflict `not_now`, `stale_version`.
 */
export async function editScenes(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { scenes: SceneEdit[] },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const images = currentOf(await tx.assets.ofSession(session.id), 'image');
    const known = await tx.scenes.ofSession(session.id);
    const scenes = input.scenes.map(({ id, image_id: imageId, ...direction }, position): Scene => {
      if (!images.some((image) => image.id === imageId && image.status === 'ready')) {
        throw new InvalidInput('image_not_ready', `Scene ${position + 1} needs a finished image of this ad.`);
      }
      const isKnown = known.some((scene) => scene.id === id);
      return {
        ...direction,
        id: id !== undefined && isKnown ? id : crypto.randomUUID(),
        sessionId: session.id,
        imageId,
        position,
      };
    });
    await tx.scenes.replaceAll(session.id, scenes);
    if (session.status === 'reviewing_scenes') await tx.sessions.update(session.id, {});
    else await advance(tx, session, 'revise_scenes');
  });
}
