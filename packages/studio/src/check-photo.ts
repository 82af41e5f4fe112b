import { runWorker } from './run-worker.ts';
import type { CheckedPhoto } from './worker/check-photo-task.ts';

export interface CheckPhotoOptions {
  photoPath: string;
  /** An existing directory for the normalised photo. */
  outDir: string;
  signal?: AbortSignal;
}

/**
 * Decodes an uploaded picture completely and writes a clean copy, in a child process (well under a second). The quick
 * first look at a photo, before `preparePhoto` cuts the product out. Throws `PhotoRefused` with a sentence.
 */
export async function checkPhoto({ photoPath, outDir, signal }: CheckPhotoOptions): Promise<CheckedPhoto> {
  return runWorker('check-photo', { photoPath, outDir }, { signal });
}
