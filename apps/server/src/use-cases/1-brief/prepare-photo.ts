import type { Photo } from '../../domain/asset.ts';
import type { AssetTask, AssetWork, MakingDeps, Work } from '../making/job-work.ts';
import { materialiseAsset } from '../making/materialise-asset.ts';
import { storeFile } from '../making/store-file.ts';

/** Cuts the product out of an uploaded photo and keeps the cut-out, the mask and how sure it is. Free, and in no ledger. */
export const preparePhoto: AssetWork<Photo> = {
  job: 'prepare-photo',
  make: cutOut,
  async afterwards(tx, session) {
    await tx.sessions.update(session.id, {});
  },
};

async function cutOut(
  deps: MakingDeps,
  { session, asset: photo, fence, dir, signal }: AssetTask<Photo>,
): Promise<Work<Photo | null>> {
  const { path } = await materialiseAsset(deps, photo, dir);
  const cut = await deps.uploads.cutOut(path, dir, signal);
  const stored = await Promise.all(
    Object.entries(cut.files).map(async ([role, localPath]) => ({
      role,
      file: await storeFile(deps.files, session.id, 'photos', localPath, 'image/png'),
    })),
  );
  return {
    call: null,
    async keep(tx) {
      for (const { file } of stored) await tx.files.insert(file);
      return tx.assets.updateFenced(photo, fence, {
        status: 'ready',
        trouble: null,
        preparation: cut.recipe,
        preparedFileIds: Object.fromEntries(stored.map(({ role, file: { id } }) => [role, id])),
        warnings: [...photo.warnings, ...cut.warnings],
      });
    },
  };
}
