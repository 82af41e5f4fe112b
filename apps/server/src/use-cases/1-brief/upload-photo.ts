import { MAX_PHOTOS } from '@spotsmith/contract/limits';
import { type AssetOf, currentOf } from '../../domain/asset.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, lockOwned } from '../flow/owned-session.ts';
import { storeFile } from '../making/store-file.ts';

/**
 * Keeps a product photo or a logo. It is decoded, turned upright and re-encoded before anything is kept; a photo's
 * product is then cut out in the background. Returns the asset's id. Throws InvalidInput with a sentence,
 * Conflict `too_many_photos`.
 */
export async function uploadPhoto(
  deps: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir'>,
  input: { userId: string; sessionId: string; path: string; kind: 'photo' | 'logo' },
): Promise<string> {
  await findOwned(deps.store.read, input);
  return deps.withTempDir(async (dir) => {
    const photo = await deps.uploads.readPhoto(input.path, dir, AbortSignal.timeout(60_000));
    const file = await storeFile(deps.files, input.sessionId, 'photos', photo.path, photo.mimeType);
    return deps.store.write(async (tx) => {
      const session = await lockOwned(tx, input);
      const existing = currentOf(await tx.assets.ofSession(session.id), input.kind);
      if (existing.length >= MAX_PHOTOS) {
        throw new Conflict('too_many_photos', `An ad takes ${MAX_PHOTOS} ${input.kind}s. Remove one first.`);
      }
      await tx.files.insert(file);
      const id = crypto.randomUUID();
      await tx.assets.insert<AssetOf<'photo' | 'logo'>>([
        {
          id,
          sessionId: session.id,
          kind: input.kind,
          origin: 'uploaded',
          status: input.kind === 'logo' ? 'ready' : 'queued',
          position: existing.length,
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
