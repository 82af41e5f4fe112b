import { type Photo, currentOf } from '../../domain/asset.ts';
import type { Ports } from '../../ports/ports.ts';
import { NO_BRAND, startFromBrand } from '../1-brief/start-from-brand.ts';
import { findOwned } from '../flow/owned-session.ts';
import { storeFile } from '../making/store-file.ts';

/** Starts a new ad from this one: its prompt, options and photos, but nothing that was made. Returns the new id. */
export async function duplicateSession(
  deps: Pick<Ports, 'store' | 'files' | 'withTempDir'>,
  ref: { userId: string; sessionId: string },
): Promise<string> {
  const { store, files, withTempDir } = deps;
  const original = await findOwned(store.read, ref);
  const photos = currentOf(await store.read.assets.ofSession(original.id), 'photo');
  const rows = await store.read.files.findMany(
    photos.map((photo) => photo.fileId).filter((id) => id !== null),
  );
  const id = crypto.randomUUID();
  const brand = original.options.use_brand_kit
    ? await startFromBrand(deps, { userId: ref.userId, sessionId: id, seed: original.seed })
    : NO_BRAND;
  await store.write(async (tx) => {
    await tx.sessions.insert({
      id,
      userId: ref.userId,
      title: `${original.title} (copy)`.slice(0, 80),
      prompt: original.prompt,
      options: original.options,
      review: original.review,
      seed: original.seed,
      capMicros: original.capMicros,
      finish: brand.finish,
    });
    await brand.keepLogo(tx);
  });
  // Each ad owns its files, so that removing one never takes a picture from another.
  await withTempDir(async (dir) => {
    for (const photo of photos) {
      const row = rows.find((candidate) => candidate.id === photo.fileId);
      if (row === undefined) continue;
      const copy = await storeFile(files, id, 'photos', await files.materialise(row.key, dir), row.mimeType);
      await store.write(async (tx) => {
        await tx.files.insert(copy);
        const [asset] = await tx.assets.insert<Photo>([
          {
            id: crypto.randomUUID(),
            sessionId: id,
            kind: 'photo',
            origin: 'uploaded',
            cutoutApproval: photo.cutoutApproval,
            position: photo.position,
            seed: original.seed,
            fileId: copy.id,
            width: photo.width,
            height: photo.height,
          },
        ]);
        if (asset !== undefined) await tx.jobs.send('prepare-photo', { sessionId: id, assetId: asset.id });
      });
    }
  });
  return id;
}
