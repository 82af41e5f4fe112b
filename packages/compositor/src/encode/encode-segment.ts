import { RenderFailed } from '../errors.ts';
import { thumbnailCount, thumbnailFilter, thumbnailOutput } from '../measure/measure-picture.ts';
import type { Recipe } from '../segment-recipe.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from './run-ffmpeg.ts';
import { handOver, type VideoEncoder } from './video-encoder.ts';

export interface EncodeOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
  onFrame?: ((frame: number) => void) | undefined;
  /** Threads of the encoder; no part of a segment's name, as they change no more than a few bits. */
  threads: number;
  /** For the second try after the system ended the first. */
  isFrugal?: boolean;
}

/** The command line that encodes one segment and writes its thumbnails to standard output. Pure. `spritePath` tells where a drawn sprite lies. */
function encodeArguments(
  recipe: Recipe,
  frameCount: number,
  encoder: VideoEncoder,
  spritePath: (hash: string) => string,
  outPath: string,
  { threads, isFrugal }: EncodeOptions,
): string[] {
  const inputs = recipe.inputs.flatMap((input) =>
    input.kind === 'media'
      ? safeInput(input.path, ['-threads', '1', ...input.options])
      : safeInput(spritePath(input.hash), ['-f', 'png_pipe', '-framerate', '30']),
  );
  const { statement, pad } = handOver(encoder);
  const graph = `${recipe.graph};[out]split[picture][seen];[seen]${thumbnailFilter}[small]${statement}`;
  return [
    encoder.device,
    ...inputs,
    ['-filter_complex_threads', '1', '-filter_complex', graph, '-map', pad, ...encoder.output],
    ['-threads', String(isFrugal ? 1 : threads)],
    ...(isFrugal ? [encoder.frugal] : []),
    ['-frames:v', String(frameCount), '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mp4', outPath],
    ['-map', '[small]', ...thumbnailOutput],
  ].flat();
}

/**
 * Encodes one segment into `outPath` and answers its thumbnails, taken from the frames on their way to the encoder.
 * @throws RenderFailed when FFmpeg fails or frames are missing.
 */
export async function encodeSegment(
  recipe: Recipe,
  frameCount: number,
  encoder: VideoEncoder,
  spritePath: (hash: string) => string,
  outPath: string,
  options: EncodeOptions,
): Promise<Uint8Array> {
  const { signal, onFrame } = options;
  const args = encodeArguments(recipe, frameCount, encoder, spritePath, outPath, options);
  const onBytes = (bytes: number) => onFrame?.(thumbnailCount(bytes));
  const { stdout } = await runFfmpeg(options, { args, signal, onBytes });
  const frames = thumbnailCount(stdout.length);
  if (frames !== frameCount) {
    throw new RenderFailed('ffmpeg_failed', `FFmpeg made ${frames} of ${frameCount} frames of a segment.`);
  }
  return stdout;
}
