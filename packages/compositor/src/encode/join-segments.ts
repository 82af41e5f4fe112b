import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RenderFailed } from '../errors.ts';
import { type FfmpegTools, runFfmpeg } from './run-ffmpeg.ts';
import { fps } from '../timeline.ts';

export interface JoinedSegment {
  /** File name inside the cache directory. */
  name: string;
  frameCount: number;
}

/** The list that FFmpeg's concat demuxer reads. Names are hashes of ours, so nothing in it needs quoting. */
function joinList(segments: readonly JoinedSegment[]): string {
  const lines = segments.map(
    ({ name, frameCount }) => `file ${name}\nduration ${(frameCount / fps).toFixed(6)}`,
  );
  return `ffconcat version 1.0\n${lines.join('\n')}\n`;
}

/**
 * Joins segments and sound into one MP4 without re-encoding either; the file appears whole or not at all. FFmpeg decodes
 * the first frames of every segment when it opens it: a complaint of its decoder is an error here.
 * @throws RenderFailed also when a segment is damaged.
 */
export async function joinSegments(
  segments: readonly JoinedSegment[],
  audioPath: string,
  cacheDir: string,
  metadata: Readonly<Record<string, string>>,
  outPath: string,
  options: FfmpegTools & { signal?: AbortSignal | undefined },
): Promise<void> {
  const partPath = `${outPath}.part`;
  // The list must lie beside the segments: its names are relative, as the demuxer's safe mode wants them.
  const listPath = `${cacheDir}/part-${basename(outPath).replace(/[^\w.-]/g, '_')}-${crypto.randomUUID()}.txt`;
  const args = [
    ['-protocol_whitelist', 'file', '-f', 'concat', '-safe', '1', '-i', `file:${listPath}`],
    ['-protocol_whitelist', 'file', '-format_whitelist', 'mov', '-i', `file:${audioPath}`],
    ['-map', '0:v', '-map', '1:a', '-c', 'copy', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...Object.entries(metadata).flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
    ['-movflags', '+faststart', '-video_track_timescale', '30000', '-f', 'mp4', partPath],
  ].flat();
  try {
    await writeFile(listPath, joinList(segments));
    const { stderr } = await runFfmpeg(options, { args, signal: options.signal });
    if (stderr.trim() !== '') {
      throw new RenderFailed('ffmpeg_failed', `A segment is damaged. ${stderr.trim().slice(0, 400)}`);
    }
    await rename(partPath, outPath);
  } finally {
    await Promise.all([rm(listPath, { force: true }), rm(partPath, { force: true })]);
  }
}
