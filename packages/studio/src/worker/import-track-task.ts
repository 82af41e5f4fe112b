import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { FfmpegFailed, runFfmpeg, SAFE_TRACK, TRACK_LIMITS } from '../ffmpeg.ts';
import { MusicRefused } from '../music-refused.ts';

const MAX_BYTES = 20_000_000;
const MAX_SECONDS = 900;
/** No ad is longer; what is cut off would only fill the disk, a thousand times the size of a silent FLAC. */
const KEPT_SECONDS = 180;
const CODECS = new Set(['mp3', 'aac', 'alac', 'vorbis', 'opus', 'flac']);

export interface ImportTrackJob {
  path: string;
  outPath: string;
  ffmpegPath: string;
  ffprobePath: string;
}

export interface ImportedTrack {
  path: string;
  /** Length of what is kept of the track. */
  seconds: number;
}

const probeSchema = z.object({
  streams: z.array(z.object({ codec_type: z.string(), codec_name: z.string().optional() })),
  format: z.object({ duration: z.coerce.number().optional() }),
});

const NOT_AUDIO = 'This file is not music that can be read. Upload an MP3, WAV, M4A, OGG or FLAC.';

/** See `importMusic`. */
export async function importTrackTask({
  path,
  outPath,
  ffmpegPath,
  ffprobePath,
}: ImportTrackJob): Promise<ImportedTrack> {
  const { size } = await stat(path).catch(() => {
    throw new MusicRefused('music_missing', 'The track is no longer there. Upload it again.');
  });
  if (size > MAX_BYTES) {
    throw new MusicRefused(
      'music_too_many_bytes',
      `This track has ${Math.round(size / 1e6)} MB; the limit is 20 MB. Upload an MP3.`,
    );
  }
  const seconds = await probe(path, ffprobePath);
  const limits = ['-t', `${KEPT_SECONDS}`, '-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1'];
  const output = ['-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', '-f', 'wav', '-y', outPath];
  const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error'];
  const args = [...quiet, ...SAFE_TRACK, '-i', path, ...limits, ...output];
  await runFfmpeg(ffmpegPath, args, TRACK_LIMITS).catch((error: unknown) =>
    refuse(error, 'This track is damaged. Export it again and upload the new file.'),
  );
  return { path: outPath, seconds: Math.min(seconds, KEPT_SECONDS) };
}

/** The track's fault becomes a sentence; the machine's stays what it is. */
function refuse(error: unknown, sentence: string): never {
  if (!(error instanceof FfmpegFailed)) throw error;
  if (error.cause === 'failed' || error.cause === 'crashed') {
    throw new MusicRefused('music_not_audio', sentence);
  }
  throw new MusicRefused(
    'music_too_costly',
    'This track takes too much to open. Export it again as a plain MP3.',
  );
}

async function probe(path: string, ffprobePath: string): Promise<number> {
  const quiet = ['-hide_banner', '-loglevel', 'error'];
  const args = [...quiet, ...SAFE_TRACK, '-show_streams', '-show_format', '-of', 'json', path];
  const text = await runFfmpeg(ffprobePath, args, TRACK_LIMITS).catch((error: unknown) =>
    refuse(error, NOT_AUDIO),
  );
  const { streams, format } = probeSchema.parse(JSON.parse(text));
  const audio = streams.find((stream) => stream.codec_type === 'audio')?.codec_name ?? '';
  if (!CODECS.has(audio) && !audio.startsWith('pcm_')) throw new MusicRefused('music_not_audio', NOT_AUDIO);
  const seconds = format.duration ?? 0;
  if (seconds < 1)
    throw new MusicRefused('music_too_short', 'This track is shorter than a second. Upload a longer one.');
  if (seconds > MAX_SECONDS)
    throw new MusicRefused('music_too_long', 'This track is longer than 15 minutes. Upload a shorter one.');
  return seconds;
}
