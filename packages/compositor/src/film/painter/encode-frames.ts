import { writeFile } from 'node:fs/promises';
import { RenderFailed } from '../../errors.ts';
import { type FfmpegTools, runFfmpeg } from '../../encode/run-ffmpeg.ts';
import { handOver, type VideoEncoder } from '../../encode/video-encoder.ts';
import { thumbnailCount, thumbnailFilter, thumbnailOutput } from '../../measure/measure-picture.ts';
import { type Canvas, fps } from '../../timeline.ts';

export interface FramesToEncode {
  canvas: Canvas;
  frames: number;
  encoder: VideoEncoder;
  threads: number;
  /** Where the segment and the thumbnails of its frames go. */
  outPath: string;
  thumbnailsPath: string;
  /** The pixels of a frame of the segment: RGBA, row by row. */
  draw(frame: number): Promise<Uint8Array>;
  onFrame(frame: number): void;
}

/** The command line that encodes raw frames from standard input. Pure. */
function encodeArguments({ canvas, frames, encoder, threads, outPath }: FramesToEncode): string[] {
  const { width, height } = canvas;
  const convert =
    'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+bicubic,format=yuv420p,setsar=1';
  const { statement, pad } = handOver(encoder);
  const graph = `[0:v]${convert},split[picture][seen];[seen]${thumbnailFilter}[small]${statement}`;
  return [
    encoder.device,
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', `${width}x${height}`, '-framerate', String(fps)],
    ['-i', 'pipe:0', '-filter_complex_threads', '1', '-filter_complex', graph],
    ['-map', pad, ...encoder.output, '-threads', String(threads), '-frames:v', String(frames)],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mp4', outPath],
    ['-map', '[small]', ...thumbnailOutput],
  ].flat();
}

/**
 * Draws frames one after the other and streams them to one FFmpeg, which encodes a frame while the next is drawn.
 * @throws RenderFailed when FFmpeg fails or frames are missing.
 */
export async function encodeFrames(wish: FramesToEncode, tools: FfmpegTools): Promise<void> {
  const { frames, thumbnailsPath, draw, onFrame } = wish;
  const { stdout } = await runFfmpeg(tools, {
    args: encodeArguments(wish),
    feed: async (write) => {
      for (let frame = 0; frame < frames; frame += 1) {
        await write(await draw(frame));
        onFrame(frame + 1);
      }
    },
  });
  const made = thumbnailCount(stdout.length);
  if (made !== frames) {
    throw new RenderFailed('ffmpeg_failed', `FFmpeg made ${made} of ${frames} frames of a segment.`);
  }
  await writeFile(thumbnailsPath, stdout);
}
