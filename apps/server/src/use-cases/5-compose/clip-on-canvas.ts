import type { AspectRatio } from '@spotsmith/contract/words';
import type { Clip } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import { clipRequestOf } from '../4-clips/clip-request-of.ts';
import { materialiseAsset, materialiseFile } from '../making/materialise-asset.ts';
import { storeFile } from '../making/store-file.ts';

export type CanvasDeps = Pick<Ports, 'store' | 'files' | 'limits' | 'makers' | 'withTempDir'>;

/** Where to put files, when to stop, and who wants to hear how much of a clip is filmed, 0–1. */
type Work = { dir: string; signal: AbortSignal; onProgress?: (fraction: number) => void };

/**
 * Where a clip lies for a canvas of this shape, on the local disk. The local studio composes its stills anew for each
 * shape: that costs nothing, is done once, and is kept with the clip. Other clips are made once and reframed.
 */
export async function clipOnCanvas(
  deps: CanvasDeps,
  session: Session,
  clip: Clip,
  aspectRatio: AspectRatio,
  { dir, signal, onProgress = () => undefined }: Work,
): Promise<string> {
  const role = `on ${aspectRatio}`;
  const isMadeForIt = aspectRatio === clip.aspectRatio;
  const kept = await materialiseFile(deps, clip.reframedFileIds[role], dir);
  if (kept !== null && !isMadeForIt) return kept.path;
  const { path } = await materialiseAsset(deps, clip, dir);
  if (isMadeForIt || clip.provider !== 'studio') return path;
  const request = await clipRequestOf(deps, session, clip, aspectRatio, dir);
  if (request.image.recipe === null) return path; // Another's picture, moved by the studio: it has no layers.
  const file = await deps.withTempDir(async (outDir) => {
    const made = await deps.makers.studio.clip.film(request, { outDir, signal, onProgress });
    return storeFile(deps.files, session.id, 'videos', made.path, made.mimeType);
  });
  await deps.store.write(async (tx) => {
    await tx.sessions.lock(session.id); // Other formats may add theirs at the same moment.
    const current = await tx.assets.find(clip.id);
    if (current?.kind !== 'clip') return;
    await tx.files.insert(file);
    await tx.assets.update(current, { reframedFileIds: { ...current.reframedFileIds, [role]: file.id } });
  });
  return deps.files.materialise(file.key, dir, file.sha256);
}
