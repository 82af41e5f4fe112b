import { runWorker } from './run-worker.ts';

export interface SmallPictureOptions {
  /** A JPEG or a PNG, of whoever. */
  picture: Uint8Array;
  /** The longer side of what comes out; smaller pictures keep their size. */
  sidePx: number;
  /** Larger ones are not decoded. */
  maxInputPixels: number;
  /** The most that the answer may weigh. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/**
 * A stranger's picture drawn anew as a small WebP, in a limited child process (half a second). Null for what is no picture,
 * has too many pixels or cannot be made light enough. Rejects when the child was stopped or took too much.
 */
export async function smallPicture({ signal, ...job }: SmallPictureOptions): Promise<Uint8Array | null> {
  return runWorker('small-picture', job, { signal });
}
