import { readFile, writeFile } from 'node:fs/promises';
import { RenderFailed } from '../errors.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from '../encode/run-ffmpeg.ts';

/** Every frame of a file, very small and grey: enough to see black, frozen and telling frames. */
export interface Thumbnails {
  width: number;
  height: number;
  /** One byte a pixel, frame after frame. */
  pixels: Uint8Array;
}

const thumbnailSize = { width: 64, height: 36 } as const;

export function frameCountOf({ width, height, pixels }: Thumbnails): number {
  return Math.floor(pixels.length / (width * height));
}

/**
 * Decodes all of a file and writes its thumbnails to `outPath`.
 * @throws RenderFailed when the decoder has anything to complain about, or frames are missing.
 */
export async function measurePicture(
  file: string,
  outPath: string,
  frameCount: number,
  options: FfmpegTools & { signal?: AbortSignal | undefined },
): Promise<void> {
  const { width, height } = thumbnailSize;
  const args = [
    // Thumbnails need no deblocking, and errors in the stream are found without it.
    safeInput(file, ['-threads', '1', '-skip_loop_filter', 'all']),
    ['-map', '0:v:0', '-vf', `scale=${width}:${height}:flags=area,format=gray`, '-fps_mode', 'passthrough'],
    ['-f', 'rawvideo', 'pipe:1'],
  ].flat();
  const { stdout, stderr } = await runFfmpeg(options, { args, signal: options.signal });
  const frames = stdout.length / (width * height);
  if (frames !== frameCount || stderr.trim() !== '') {
    const what = `${frames} of ${frameCount} frames decode. ${stderr.trim().slice(0, 400)}`;
    throw new RenderFailed('ffmpeg_failed', `A rendered segment is damaged: ${what}`);
  }
  await writeFile(outPath, stdout);
}

/** Puts the thumbnails of consecutive segments one after the other. */
export async function readThumbnails(files: readonly string[]): Promise<Thumbnails> {
  const parts = await Promise.all(files.map((file) => readFile(file)));
  return { ...thumbnailSize, pixels: Buffer.concat(parts) };
}
