import { type Asset, isSettled, type NewAssetOf, type Clip, type Still } from '../../domain/asset.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/** Where an image or a clip may be put back: while a person looks at them. */
const WHILE = { image: 'reviewing_images', clip: 'reviewing_videos' } as const;

/**
 * Puts an earlier version of an image or clip in the place of the newest one, as a version of its own with the same
 * files: nothing is made or paid, and nothing is lost. Throws NotFound `asset_not_found`, Conflict `not_earlier`,
 * `not_ready` or `not_now`.
 */
export async function restoreVersion(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { assetId: string },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const assets = await tx.assets.ofSession(session.id);
    const version = assets.find(({ id }) => id === input.assetId);
    if (version === undefined || (version.kind !== 'image' && version.kind !== 'clip')) {
      throw new NotFound('asset_not_found', 'This ad has no such picture or clip.');
    }
    const newest = newestAfter(assets, version);
    if (newest === version) throw new Conflict('not_earlier', 'This version is the one in use.');
    if (version.status !== 'ready') throw new Conflict('not_ready', 'This version was never finished.');
    if (session.status !== WHILE[version.kind] || !isSettled(newest)) {
      throw new Conflict('not_now', 'An earlier version can be used while its kind is reviewed.');
    }
    await tx.assets.update(newest, { isSuperseded: true });
    const restored: NewAssetOf<Still | Clip> = {
      ...version,
      id: crypto.randomUUID(),
      position: newest.position,
      // What was said of the place still holds, but for a no to the picture that goes.
      approval: newest.approval === 'rejected' ? 'pending' : newest.approval,
      isSuperseded: false,
      versionNumber: newest.versionNumber + 1,
      replacesId: newest.id,
    };
    await tx.assets.insert<Still | Clip>([restored]);
    await tx.sessions.update(session.id, {});
  });
}

/** The last of the versions that took an asset's place one after the other. */
function newestAfter(assets: readonly Asset[], version: Still | Clip): Still | Clip {
  const next = assets
    .filter((asset) => asset.kind === 'image' || asset.kind === 'clip')
    .find(({ replacesId }) => replacesId === version.id);
  return next === undefined ? version : newestAfter(assets, next);
}
