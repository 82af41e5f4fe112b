import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { Asset } from '../../domain/asset.ts';
import { Conflict, InvalidInput } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { lockOwned, type SessionRef } from '../flow/owned-session.ts';
import { canBeDesigned } from './storyboard-of.ts';

/**
 * Puts a storyboard in place of the ad's. Finished films stay; the next one shows it.
 * Throws Conflict `stale_version`, `not_now` while the ad is composed, `no_product`; InvalidInput `no_such_picture`.
 */
export async function editStoryboard(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { storyboard: Storyboard },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    if (session.status === 'composing') {
      throw new Conflict(
        'not_now',
        'This ad is being composed; change it when it is finished, or stop it first.',
      );
    }
    const assets = await tx.assets.ofSession(session.id);
    if (!canBeDesigned(assets)) {
      throw new Conflict('no_product', 'A storyboard needs a photo of the product. Upload one first.');
    }
    assertPictures(assets, input.storyboard);
    await tx.sessions.update(session.id, { storyboard: input.storyboard });
  });
}

const KIND_OF_PICTURE = { photo: 'photo', still: 'image', clip: 'clip' } as const;

function assertPictures(assets: readonly Asset[], { shots }: Storyboard): void {
  for (const { picture } of shots) {
    if (picture.kind === 'product') continue;
    const asset = assets.find(({ id }) => id === picture.assetId);
    if (asset?.kind === KIND_OF_PICTURE[picture.kind] && asset.fileId !== null) continue;
    throw new InvalidInput('no_such_picture', `A shot shows a ${picture.kind} that this ad does not have.`);
  }
}
