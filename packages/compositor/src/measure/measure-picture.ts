import { readFile } from 'node:fs/promises';
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
const thumbnailBytes = thumbnailSize.width * thumbnailSize.height;

/** Filters that make a thumbnail of a frame, and the output arguments that write them to standard output. */
export const thumbnailFilter = `scale=${thumbnailSize.width}:${thumbnailSize.height}:flags=area,format=gray`;
export const thumbnailOutput = [
  ...['-fps_mode', 'passthrough', '-flush_packets', '1', '-f', 'rawvideo', 'pipe:1'],
];

export function thumbnailsOf(pixels: Uint8Array): Thumbnails {
  return { ...thumbnailSize, pixels };
}

/** How many thumbnails so many bytes hold. */
export function thumbnailCount(bytes: number): number {
  return Math.floor(bytes / thumbnailBytes);
}

export function frameCountOf({ width, height, pixels }: Thumbnails): number {
  return Math.floor(pixels.length / (width * height));
}

/**
 * Decodes all of a file into thumbnails.
 * @throws RenderFailed when the decoder has anything to complain about, or frames are missing.
 */
export async function measurePicture(
  file: string,
  frameCount: number,
  options: FfmpegTools & { signal?: AbortSignal | undefined },
): Promise<Thumbnails> {
  const args = [
    // Thumbnails need no deblocking, and errors in the stream are found without it.
    safeInput(file, ['-skip_loop_filter', 'all']),
    ['-map', '0:v:0', '-vf', thumbnailFilter, ...thumbnailOutput],
  ].flat();
  const { stdout, stderr } = await runFfmpeg(options, { args, signal: options.signal });
  const frames = thumbnailCount(stdout.length);
  if (frames !== frameCount || stderr.trim() !== '') {
    const what = `${frames} of ${frameCount} frames decode. ${stderr.trim().slice(0, 400)}`;
    throw new RenderFailed('ffmpeg_failed', `The picture is damaged: ${what}`);
  }
  return thumbnailsOf(stdout);
}

/** Puts the thumbnails of consecutive segments one after the other. */
export async function readThumbnails(files: readonly string[]): Promise<Thumbnails> {
  return thumbnailsOf(Buffer.concat(await Promise.all(files.map((file) => readFile(file)))));
}
