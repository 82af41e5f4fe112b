import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { conformFilter } from '../filters/conform-filter.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from '../encode/run-ffmpeg.ts';
import type { SegmentCache } from '../encode/segment-cache.ts';
import type { Backdrop } from './sprite-spec.ts';
import type { BackdropFrames } from '../text/choose-legibility.ts';
import { parseColor } from '../text/contrast.ts';
import { type Canvas } from '../timeline.ts';

/** Large enough to tell the sky from the shoe, small enough to cost only the decoding. */
const longSide = 240;
const everyFrames = 6;

function smallCanvas(canvas: Canvas): Canvas {
  const scale = longSide / Math.max(canvas.width, canvas.height);
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(canvas.width), height: even(canvas.height) };
}

/**
 * Every sixth frame behind a text, at 240 pixels. Depends on the clip alone, so it is cached and an edit of the text
 * costs nothing here.
 */
export async function sampleBackdrop(
  backdrop: Backdrop,
  canvas: Canvas,
  cache: SegmentCache,
  options: FfmpegTools & { signal?: AbortSignal | undefined },
): Promise<BackdropFrames> {
  if (backdrop.kind === 'card') {
    const { r, g, b } = parseColor(backdrop.color);
    return { width: 1, height: 1, frames: [Uint8Array.of(r, g, b)] };
  }
  const { path, sha256, inputOptions, picture, fit, fromFrame, frames } = backdrop;
  const size = smallCanvas(canvas);
  const graph = conformFilter('0:v', 'out', { picture, canvas: size, fit, fromFrame, frames, everyFrames });
  const name = createHash('sha256').update(`${sha256} ${graph}`).digest('hex').slice(0, 32);
  await cache.make([`${name}.rgb`], async (partPath) => {
    const args = [
      // A neighbour stands in for a frame that no other refers to: half the decoding, and nobody sees it.
      safeInput(path, ['-threads', '1', '-skip_loop_filter', 'all', '-skip_frame', 'noref', ...inputOptions]),
      ['-filter_complex', graph, '-map', '[out]', '-fps_mode', 'passthrough'],
      ['-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    ].flat();
    const { stdout } = await runFfmpeg(options, { args, signal: options.signal });
    await writeFile(partPath, stdout);
  });
  const bytes = await readFile(cache.path(`${name}.rgb`));
  const frameBytes = size.width * size.height * 3;
  const count = Math.floor(bytes.length / frameBytes);
  return {
    ...size,
    frames: Array.from({ length: count }, (_, index) =>
      bytes.subarray(index * frameBytes, (index + 1) * frameBytes),
    ),
  };
}
