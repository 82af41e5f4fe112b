import type { Asset, PatchOf } from '../../domain/asset.ts';
import { Aborted, Permanent, Transient } from '../../domain/faults.ts';
import { type Failed, isFailed } from '../../domain/spending.ts';
import { MAKING } from '../../domain/stages.ts';
import type { NewStoredFile } from '../../domain/stored-file.ts';
import type { MadeFile } from '../../ports/makers.ts';
import type { Transaction } from '../../ports/store.ts';
import type { AssetTask, MakingDeps, SessionTask } from './job-work.ts';
import { storeFile } from './store-file.ts';

/** `thumbnailPath` is a small WebP for the asset's card; null when it has none. */
export type VerifiedFile = MadeFile & { thumbnailPath: string | null };

/**
 * Decodes what a maker made before it is kept, and makes the picture for its card. When only we were not able to look,
 * the call stays open, and the next try fetches the file again. So does the first one that finds it broken: it may have
 * been cut off on its way. A file that is broken at the provider was paid for all the same.
 */
export async function verifyMedia(
  { composer, log }: Pick<MakingDeps, 'composer' | 'log'>,
  { dir, signal, asset }: Pick<AssetTask | SessionTask, 'dir' | 'signal' | 'asset'>,
  kind: 'image' | 'clip' | 'music',
  made: MadeFile | Failed,
): Promise<VerifiedFile | Failed> {
  if (isFailed(made)) return made;
  try {
    const measures = await composer.check(made.path, kind, signal);
    const thumbnailPath = kind === 'music' ? null : await composer.thumbnail(made, kind, dir, signal);
    return { ...made, ...measures, thumbnailPath };
  } catch (fault) {
    log.warn({ assetId: asset?.id, model: made.model, err: fault }, 'a finished file was not kept');
    if (fault instanceof Transient) return { fault, spent: 'running' };
    if (fault instanceof Permanent && made.actualMicros > 0 && asset?.trouble?.code !== CAME_BROKEN) {
      const message = 'The finished file came broken and is fetched again.';
      return { fault: new Transient(CAME_BROKEN, message, { cause: fault }), spent: 'running' };
    }
    if (fault instanceof Permanent || fault instanceof Aborted) return { fault, spent: made.actualMicros };
    throw fault;
  }
}

const CAME_BROKEN = 'came_broken';

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
