import { type Asset, currentOf, usesCutout } from '../../domain/asset.ts';
import type { LocalAsset } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';

type LayOutDeps = Pick<Ports, 'store' | 'files'>;

/** Puts an asset's files where makers can read them. Throws when it has no file. */
export async function layOut({ store, files }: LayOutDeps, asset: Asset, dir: string): Promise<LocalAsset> {
  const ids = [asset.fileId, ...Object.values(asset.extraFileIds)].filter((id) => id !== null);
  const rows = await store.read.files.findMany(ids);
  const placed = await Promise.all(
    rows.map(async (row) => ({ row, path: await files.materialise(row.key, dir) })),
  );
  const main = placed.find(({ row }) => row.id === asset.fileId);
  if (main === undefined) throw new Error(`Asset ${asset.id} has no stored file.`);
  const extraPaths: Record<string, string> = {};
  for (const [role, id] of Object.entries(asset.extraFileIds)) {
    const extra = placed.find(({ row }) => row.id === id);
    if (extra !== undefined) extraPaths[role] = extra.path;
  }
  return {
    id: asset.id,
    path: main.path,
    mimeType: main.row.mimeType,
    recipe: asset.recipe,
    extraPaths,
    usesCutout: usesCutout(asset),
  };
}

/** The product photos of an ad, ready for makers. */
export async function layOutPhotos(
  deps: LayOutDeps,
  assets: readonly Asset[],
  dir: string,
): Promise<LocalAsset[]> {
  const photos = currentOf(assets, 'photo').filter((photo) => photo.fileId !== null);
  return Promise.all(photos.map((photo) => layOut(deps, photo, dir)));
}
