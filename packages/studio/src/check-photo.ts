import { runWorker } from './run-worker.ts';

export interface CheckPhotoOptions {
  photoPath: string;
  /** An existing directory for the normalised photo. */
  outDir: string;
  signal?: AbortSignal;
}

export interface CheckedPhoto {
  /** The whole photo: upright, sRGB, 8 bit, at most 2400 px; PNG when it has clear parts, else JPEG. */
  path: string;
  mimeType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  /** Sentences for the user. */
  warnings: string[];
}

/**
 * Decodes an uploaded picture completely and writes a clean copy, in a child process (well under a second). The quick
 * first look at a photo, before `preparePhoto` cuts the product out. Throws `PhotoRefused` with a sentence.
 */
export async function checkPhoto({ photoPath, outDir, signal }: CheckPhotoOptions): Promise<CheckedPhoto> {
  return runWorker('check-photo', { photoPath, outDir }, { signal });
}
