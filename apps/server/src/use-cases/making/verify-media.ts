import { Aborted, Permanent, Transient } from '../../domain/faults.ts';
import { type Failed, isFailed } from '../../domain/spending.ts';
import type { MadeFile } from '../../ports/makers.ts';
import type { AssetTask, MakingDeps } from './job-work.ts';

/** `thumbnailPath` is a small WebP for the asset's card; null when it has none. */
export type VerifiedFile = MadeFile & { thumbnailPath: string | null };

/**
 * Decodes what a maker made before it is kept, and makes the picture for its card. A file that is broken was paid for
 * all the same; when only we were not able to look, the call stays open, and the next try fetches the file again.
 */
export async function verifyMedia(
  { composer }: Pick<MakingDeps, 'composer'>,
  { dir, signal }: Pick<AssetTask, 'dir' | 'signal'>,
  kind: 'image' | 'clip' | 'music',
  made: MadeFile | Failed,
): Promise<VerifiedFile | Failed> {
  if (isFailed(made)) return made;
  try {
    const measures = await composer.check(made.path, kind, signal);
    const thumbnailPath = kind === 'music' ? null : await composer.thumbnail(made.path, kind, dir, signal);
    return { ...made, ...measures, thumbnailPath };
  } catch (fault) {
    if (fault instanceof Transient) return { fault, spent: 'running' };
    if (fault instanceof Permanent || fault instanceof Aborted) return { fault, spent: made.actualMicros };
    throw fault;
  }
}
