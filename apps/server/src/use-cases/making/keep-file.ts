import type { Asset, PatchOf } from '../../domain/asset.ts';
import type { NewStoredFile } from '../../domain/stored-file.ts';
import { MAKING } from '../../domain/stages.ts';
import type { Transaction } from '../../ports/store.ts';
import type { AssetTask, MakingDeps } from './job-work.ts';
import { storeFile } from './store-file.ts';
import type { VerifiedFile } from './verify-media.ts';

type MadeAsset = Asset & { origin: 'made' };
type StoredMedia = { file: NewStoredFile; thumbnail: NewStoredFile | null };

/** Puts what was made, and its thumbnail, into the file store. */
export async function storeMedia<A extends MadeAsset>(
  { files, failpoint }: Pick<MakingDeps, 'files' | 'failpoint'>,
  { job, session }: AssetTask<A>,
  made: VerifiedFile,
): Promise<StoredMedia> {
  const { folder } = MAKING[job];
  const file = await storeFile(files, session.id, folder, made.path, made.mimeType);
  const thumbnail =
    made.thumbnailPath === null
      ? null
      : await storeFile(files, session.id, folder, made.thumbnailPath, 'image/webp');
  failpoint('after-store-file');
  return { file, thumbnail };
}

/** Fills an asset's slot with what was stored for it. Null when another worker took over. */
export async function keepMedia<A extends MadeAsset>(
  tx: Transaction,
  { asset, fence }: AssetTask<A>,
  { file, thumbnail }: StoredMedia,
  patch: PatchOf<A>,
): Promise<A | null> {
  await tx.files.insert(file);
  if (thumbnail !== null) await tx.files.insert(thumbnail);
  return tx.assets.updateFenced(asset, fence, patch);
}

/** What is written of everything that was made, whatever its kind. */
export function madePatch({ file }: StoredMedia, made: VerifiedFile) {
  return {
    status: 'ready',
    trouble: null,
    fileId: file.id,
    provider: made.provider,
    model: made.model,
    priceMicros: made.actualMicros,
    warnings: made.warnings,
  } as const;
}
