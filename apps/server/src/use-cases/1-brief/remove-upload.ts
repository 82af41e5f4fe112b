import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Takes a photo, logo or uploaded music out of the ad. What was made with it stays, and so does the file until the
 * ad is removed: versions made from it may still be shown. Throws NotFound `upload_not_found`.
 */
export async function removeUpload(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { assetId: string },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const asset = await tx.assets.find(input.assetId);
    if (asset?.sessionId !== session.id || asset.origin !== 'uploaded') {
      throw new NotFound('upload_not_found', 'There is no such upload in this ad.');
    }
    await tx.assets.update(asset, { isSuperseded: true });
    await tx.sessions.update(session.id, {});
  });
}
