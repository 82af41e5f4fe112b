import { open, stat } from 'node:fs/promises';
import { z } from 'zod';
import { FfmpegFailed, runFfmpeg, SAFE_TRACK, TRACK_LIMITS } from '../ffmpeg.ts';
import { MusicRefused } from '../music-refused.ts';

const MAX_BYTES = 20_000_000;
const MAX_SECONDS = 900;
/** No ad is longer; what is cut off would only fill the disk, a thousand times the size of a silent FLAC. */
const KEPT_SECONDS = 180;
/** Quieter than this nobody hears it. */
const SILENT_DB = -70;
/** Left above the loudest sample, for what lies between samples. */
const HEADROOM_DB = 0.5;
const WAV_HEADER_BYTES = 44;
/** 48 kHz, stereo, 16 bit. */
const WAV_BYTES_A_SECOND = 48_000 * 4;
/** FFmpeg guesses the length of these from their first packets, unless a header tells it. */
const GUESSED = /(^|,)(mp3|aac)(,|$)/;
const LENGTH_HEADER_BYTES = 2 * 2 ** 20;
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
  format: z.object({ format_name: z.string().catch(''), duration: z.coerce.number().optional() }),
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
  const { promisedSeconds, track } = await probe(path, ffprobePath);
  const peakDb = await peakOf(path, track, ffmpegPath);
  if (peakDb < SILENT_DB)
    throw new MusicRefused('music_silent', 'This track is silent. Upload one that can be heard.');
  const limits = [
    '-t',
    `${KEPT_SECONDS}`,
    '-map',
    `0:a:${track}`,
    '-vn',
    '-sn',
    '-dn',
    '-map_metadata',
    '-1',
  ];
  // Float tracks may go beyond full scale, where 16 bits would flatten them.
  const level = peakDb > 0 ? ['-af', `volume=${(-peakDb - HEADROOM_DB).toFixed(2)}dB:precision=float`] : [];
  const output = [...level, '-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', '-f', 'wav', '-y', outPath];
  const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error'];
  const args = [...quiet, ...SAFE_TRACK, '-i', path, ...limits, ...output];
  await runFfmpeg(ffmpegPath, args, TRACK_LIMITS).catch((error: unknown) =>
    refuse(error, 'This track is damaged. Export it again and upload the new file.'),
  );
  const { size: writtenBytes } = await stat(outPath);
  const seconds = (writtenBytes - WAV_HEADER_BYTES) / WAV_BYTES_A_SECOND;
  if (seconds < Math.min(promisedSeconds, KEPT_SECONDS) * 0.9 - 0.5)
    throw new MusicRefused(
      'music_cut_off',
      `This track is cut off after ${Math.round(seconds)} s. Export it again and upload the new file.`,
    );
  return { path: outPath, seconds };
}

/** Loudest sample of what is kept, in dB of full scale, by FFmpeg's statistics. */
async function peakOf(path: string, track: number, ffmpegPath: string): Promise<number> {
  const look =
    'aformat=sample_fmts=fltp,astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level,ametadata=mode=print:key=lavfi.astats.Overall.Peak_level:file=-';
  const args = [
    '-hide_banner',
    '-nostdin',
    '-loglevel',
    'error',
    ...SAFE_TRACK,
    '-i',
    path,
    '-t',
    `${KEPT_SECONDS}`,
  ];
  const sound = ['-map', `0:a:${track}`, '-vn', '-sn', '-dn', '-af', look, '-f', 'null', '-'];
  const said = await runFfmpeg(ffmpegPath, [...args, ...sound], TRACK_LIMITS).catch((error: unknown) =>
    refuse(error, 'This track is damaged. Export it again and upload the new file.'),
  );
  const peaks = [...said.matchAll(/Peak_level=(-?[\d.]+)/g)].map(([, peak]) => Number(peak));
  return peaks.at(-1) ?? -Infinity;
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

/** Whether an encoder wrote a header that tells an MP3's length. */
async function hasLengthHeader(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LENGTH_HEADER_BYTES), 0, LENGTH_HEADER_BYTES);
  return ['Xing', 'Info', 'VBRI'].some((name) => buffer.subarray(0, bytesRead).includes(name, 0, 'latin1'));
}

interface Track {
  /** Which of the file's sound tracks: the first that can be decoded. */
  track: number;
  /** By the header; 0 where it tells none. */
  promisedSeconds: number;
}

async function probe(path: string, ffprobePath: string): Promise<Track> {
  const quiet = ['-hide_banner', '-loglevel', 'error'];
  const args = [...quiet, ...SAFE_TRACK, '-show_streams', '-show_format', '-of', 'json', path];
  const text = await runFfmpeg(ffprobePath, args, TRACK_LIMITS).catch((error: unknown) =>
    refuse(error, NOT_AUDIO),
  );
  const { streams, format } = probeSchema.parse(JSON.parse(text));
  const tracks = streams.filter((stream) => stream.codec_type === 'audio');
  const track = tracks.findIndex(
    ({ codec_name: codec = '' }) => CODECS.has(codec) || codec.startsWith('pcm_'),
  );
  if (track < 0) throw new MusicRefused('music_not_audio', NOT_AUDIO);
  const seconds = format.duration;
  if (seconds !== undefined && seconds < 1)
    throw new MusicRefused('music_too_short', 'This track is shorter than a second. Upload a longer one.');
  if (seconds !== undefined && seconds > MAX_SECONDS)
    throw new MusicRefused('music_too_long', 'This track is longer than 15 minutes. Upload a shorter one.');
  const isGuess = GUESSED.test(format.format_name) && !(await hasLengthHeader(path));
  return { track, promisedSeconds: isGuess ? 0 : (seconds ?? 0) };
}
