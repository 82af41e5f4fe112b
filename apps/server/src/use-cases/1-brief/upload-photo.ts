import { MAX_PHOTOS } from '@spotsmith/contract/limits';
import { type Asset, type AssetOf, currentOf } from '../../domain/asset.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, lockOwned } from '../flow/owned-session.ts';
import { assertRoom, claimRoom } from '../making/assert-room.ts';
import { storeFile } from '../making/store-file.ts';

/**
 * Keeps a product photo or a logo. It is decoded, turned upright and re-encoded before anything is kept; a photo's
 * product is then cut out in the background. Returns the asset's id. Throws InvalidInput with a sentence,
 * Conflict `too_many_photos`, `quota_photos`, `quota_disk_bytes`.
 */
export async function uploadPhoto(
  deps: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir' | 'limits'>,
  input: { userId: string; sessionId: string; path: string; kind: 'photo' | 'logo' },
): Promise<string> {
  const owned = await findOwned(deps.store.read, input);
  // Counted before anything is opened, and again when it is kept.
  assertPlace(await deps.store.read.assets.ofSession(owned.id), input.kind);
  await assertRoom(deps.store.read, deps.limits, input.userId, { photos: 1, disk_bytes: 1 });
  return deps.withTempDir(async (dir) => {
    const photo = await deps.uploads.readPhoto(input.path, dir);
    const file = await storeFile(deps.files, input.sessionId, 'photos', photo.path, photo.mimeType);
    return deps.store.write(async (tx) => {
      const session = await lockOwned(tx, input);
      const position = assertPlace(await tx.assets.ofSession(session.id), input.kind);
      await claimRoom(tx, deps.limits, input.userId, { photos: 1, disk_bytes: file.bytes });
      await tx.files.insert(file);
      const id = crypto.randomUUID();
      await tx.assets.insert<AssetOf<'photo' | 'logo'>>([
        {
          id,
          sessionId: session.id,
          kind: input.kind,
          origin: 'uploaded',
          status: input.kind === 'logo' ? 'ready' : 'queued',
          position,
          seed: session.seed,
          fileId: file.id,
          width: photo.width,
          height: photo.height,
          warnings: photo.warnings,
          stageRun: session.stageRun,
        },
      ]);
      if (input.kind === 'photo') {
        await tx.jobs.send('prepare-photo', { sessionId: session.id, assetId: id });
      }
      await tx.sessions.update(session.id, {});
      return id;
    });
  });
}

/** The place of one more. Throws Conflict `too_many_photos`. */
function assertPlace(assets: readonly Asset[], kind: 'photo' | 'logo'): number {
  const { length } = currentOf(assets, kind);
  if (length < MAX_PHOTOS) return length;
  throw new Conflict('too_many_photos', `An ad takes ${MAX_PHOTOS} ${kind}s. Remove one first.`);
}
