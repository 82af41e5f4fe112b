import { runWorker } from './run-worker.ts';
import type { PreparedPhoto } from './prepared-photo.ts';

export interface PreparePhotoOptions {
  /** A JPEG, PNG, WebP, AVIF, HEIC, TIFF or GIF of at most 25 MB and 40 megapixels. */
  photoPath: string;
  /** An existing directory for the normalised photo, the mask and the cut-out. */
  outDir: string;
  signal?: AbortSignal;
}

/**
 * Reads a photo and cuts the product out, in a child process (about 5 s and 1.2 GB with the neural cut-out).
 * Throws `PhotoRefused` when the file cannot be used; a photo that is only hard to cut out is never refused,
 * it comes back with `isConfident: false` and the reasons in `warnings`.
 */
export async function preparePhoto({
  photoPath,
  outDir,
  signal,
}: PreparePhotoOptions): Promise<PreparedPhoto> {
  return runWorker('photo', { photoPath, outDir }, { signal });
}
