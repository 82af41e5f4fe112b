import { type Asset, currentOf, type Photo, type Still, usesCutout } from '../../domain/asset.ts';
import type { LocalFile, LocalPhoto, LocalStill } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';

type MaterialiseDeps = Pick<Ports, 'store' | 'files'>;

/** Puts a stored file where makers can read it; null when there is no such file. */
export async function materialiseFile(
  { store, files }: MaterialiseDeps,
  fileId: string | null | undefined,
  dir: string,
): Promise<{ path: string; mimeType: string } | null> {
  const file = fileId == null ? null : await store.read.files.find(fileId);
  return file && { path: await files.materialise(file.key, dir, file.sha256), mimeType: file.mimeType };
}

/** The same for an asset's own file. Throws when it has none. */
export async function materialiseAsset(
  deps: MaterialiseDeps,
  { id, fileId }: Asset,
  dir: string,
): Promise<LocalFile> {
  const file = await materialiseFile(deps, fileId, dir);
  if (file === null) throw new Error(`Asset ${id} has no stored file.`);
  return { id, ...file };
}

export async function materialiseStill(
  deps: MaterialiseDeps,
  still: Still,
  dir: string,
): Promise<LocalStill> {
  return { ...(await materialiseAsset(deps, still, dir)), recipe: still.recipe };
}

/** The product photos of an ad with the files of their cut. */
export async function materialisePhotos(
  deps: MaterialiseDeps,
  assets: readonly Asset[],
  dir: string,
): Promise<LocalPhoto[]> {
  const photos = currentOf(assets, 'photo').filter(({ fileId }) => fileId !== null);
  return Promise.all(photos.map((photo) => materialisePhoto(deps, photo, dir)));
}

async function materialisePhoto(deps: MaterialiseDeps, photo: Photo, dir: string): Promise<LocalPhoto> {
  const preparedPaths: Record<string, string> = {};
  for (const [role, fileId] of Object.entries(photo.preparedFileIds)) {
    const file = await materialiseFile(deps, fileId, dir);
    if (file !== null) preparedPaths[role] = file.path;
  }
  return {
    ...(await materialiseAsset(deps, photo, dir)),
    preparation: photo.preparation,
    preparedPaths,
    usesCutout: usesCutout(photo),
  };
}
