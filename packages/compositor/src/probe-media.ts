import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { MediaRefused, RenderFailed } from './errors.ts';
import { isOnItsSide } from './exif-orientation.ts';
import { readPacketTimes, type StreamTimes } from './packet-times.ts';
import {
  asRefusal,
  type FfmpegTools,
  hostileLimits,
  runFfmpeg,
  runFfprobe,
  safeInput,
} from './encode/run-ffmpeg.ts';

export type MediaKind = 'video' | 'audio' | 'image';

export interface PictureFacts {
  codec: string;
  /** Size as a player shows it: rotated, with square pixels. */
  width: number;
  height: number;
  fps: number;
  isHdr: boolean;
  isFullRange: boolean;
  isInterlaced: boolean;
  /** Whether any of it can be seen through. */
  hasAlpha: boolean;
  /** FFmpeg's names; `unknown` when the file does not say. */
  transfer: string;
  primaries: string;
  matrix: string;
  pixelFormat: string;
}

export interface SoundFacts {
  /** Which of the file's sound tracks: the first that can be decoded. */
  track: number;
  codec: string;
  sampleRate: number;
  channels: number;
}

export interface MediaProbe {
  path: string;
  /** SHA-256 of the bytes, hexadecimal: what a cached segment depends on. */
  sha256: string;
  bytes: number;
  kind: MediaKind;
  /** FFmpeg options that open it: a still picture's format must be named, or FFmpeg reads its name as a pattern. */
  inputOptions: string[];
  /** Measured on the packets, whatever the header promises; 0 for a still picture. */
  seconds: number;
  picture: PictureFacts | null;
  sound: SoundFacts | null;
  /** It has sound that nobody here can decode, and no other. */
  isSoundUnreadable?: true;
}

export interface ProbeOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
}

/** What is more than this is refused before anything is decoded. */
const mediaCaps = {
  bytes: 4 * 2 ** 30,
  sidePixels: 8192,
  pixels: 40_000_000,
  fps: 240,
  seconds: 3600,
  streams: 16,
  channels: 16,
} as const;

const Ratio = z
  .string()
  .transform((text) => {
    const [over = 0, under = 1] = text.split(/[/:]/).map(Number);
    return under > 0 && Number.isFinite(over / under) ? over / under : 0;
  })
  .catch(0);
const NumberText = z.coerce.number().catch(0);

const Stream = z.object({
  codec_type: z.string().catch(''),
  codec_name: z.string().catch('unknown'),
  width: z.number().catch(0),
  height: z.number().catch(0),
  sample_aspect_ratio: Ratio,
  avg_frame_rate: Ratio,
  r_frame_rate: Ratio,
  pix_fmt: z.string().catch('unknown'),
  color_range: z.string().catch('unknown'),
  color_space: z.string().catch('unknown'),
  color_transfer: z.string().catch('unknown'),
  color_primaries: z.string().catch('unknown'),
  field_order: z.string().catch('unknown'),
  duration: NumberText,
  sample_rate: NumberText,
  channels: NumberText,
  tags: z.object({ alpha_mode: z.string().catch('') }).catch({ alpha_mode: '' }),
  disposition: z.object({ attached_pic: z.number().catch(0) }).catch({ attached_pic: 0 }),
  side_data_list: z.array(z.object({ rotation: z.number().catch(0) })).catch([]),
});
type Stream = z.infer<typeof Stream>;

const Probed = z.object({
  streams: z.array(Stream).catch([]),
  format: z.object({
    format_name: z.string().catch(''),
    duration: NumberText,
    nb_streams: z.number().catch(0),
  }),
});
type Probed = z.infer<typeof Probed>;

const stillFormats = /(^|,)(png_pipe|jpeg_pipe|webp_pipe)(,|$)/;

/** Pixels that may be seen through, if any of them is. */
const mayHaveAlpha = ({ pix_fmt, tags }: Stream) =>
  tags.alpha_mode === '1' || /^(yuva|rgba|argb|bgra|abgr|gbrap|ya|pal8)/.test(pix_fmt);

/** Decoders that see the second picture in which VP8 and VP9 keep their alpha; FFmpeg's own ones drop it. */
const alphaDecoders: Record<string, string> = { vp8: 'libvpx', vp9: 'libvpx-vp9' };

/** Named by FFmpeg, decoded by no build of it. */
const withoutDecoder: ReadonlySet<string> = new Set(['unknown', 'none', 'ac4', 'mpegh_3d_audio', 'apac']);

interface Measured {
  fps: number;
  hasAlpha: boolean;
  isOnItsSide: boolean;
}

function readPicture(stream: Stream, { fps, hasAlpha, isOnItsSide }: Measured): PictureFacts {
  const aspect = stream.sample_aspect_ratio || 1;
  const isTurned = Math.abs(Math.round((stream.side_data_list[0]?.rotation ?? 0) / 90)) % 2 === 1;
  const turns = isTurned !== isOnItsSide;
  const wide = Math.max(1, Math.round(stream.width * aspect));
  return {
    codec: stream.codec_name,
    width: turns ? stream.height : wide,
    height: turns ? wide : stream.height,
    fps,
    isHdr: ['smpte2084', 'arib-std-b67'].includes(stream.color_transfer),
    isFullRange: stream.color_range === 'pc' || stream.pix_fmt.startsWith('yuvj'),
    isInterlaced: ['tt', 'bb', 'tb', 'bt'].includes(stream.field_order),
    hasAlpha,
    transfer: stream.color_transfer,
    primaries: stream.color_primaries,
    matrix: stream.color_space,
    pixelFormat: stream.pix_fmt,
  };
}

function refuseExcess(probed: Probed): void {
  const { streams, format } = probed;
  const say = (what: string) => new MediaRefused('media_too_large', `This file ${what}.`);
  if (Math.max(format.nb_streams, streams.length) > mediaCaps.streams) {
    throw say(`has more than ${mediaCaps.streams} streams`);
  }
  for (const stream of streams) {
    if (Math.max(stream.width, stream.height) > mediaCaps.sidePixels) {
      throw say(`is larger than ${mediaCaps.sidePixels} pixels on a side; scale it down`);
    }
    if (stream.width * stream.height > mediaCaps.pixels) {
      throw say(`has more than ${mediaCaps.pixels / 1e6} million pixels; scale it down`);
    }
    if (stream.channels > mediaCaps.channels) throw say(`has more than ${mediaCaps.channels} sound channels`);
  }
}

function refuseLength(picture: StreamTimes | null, seconds: number): void {
  const say = (what: string) => new MediaRefused('media_too_large', `This file ${what}.`);
  if (picture && picture.rate > mediaCaps.fps) throw say(`has more than ${mediaCaps.fps} frames per second`);
  if (seconds > mediaCaps.seconds) throw say(`is longer than ${mediaCaps.seconds / 60} minutes`);
}

async function fingerprint(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, signal ? { signal } : {})) hash.update(chunk);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new MediaRefused('media_missing', `There is no file at ${path}.`, { cause: error });
  });
  if (!facts.isFile()) throw new MediaRefused('media_missing', `${path} is not a file.`);
  if (facts.size === 0) throw new MediaRefused('media_empty', 'This file is empty.');
  if (facts.size > mediaCaps.bytes)
    throw new MediaRefused('media_too_large', 'This file is larger than 4 GiB.');
  return facts.size;
}

/** Still pictures by their first bytes. */
const stillSignatures: readonly [string, RegExp][] = [
  ['png_pipe', /^\x89PNG\r\n\x1a\n/],
  ['jpeg_pipe', /^\xff\xd8\xff/],
  ['webp_pipe', /^RIFF[^]{4}WEBP/],
];

async function inputOptionsFor(path: string): Promise<string[]> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16);
  const start = buffer.toString('latin1');
  const format = stillSignatures.find(([, signature]) => signature.test(start))?.[0];
  return format ? ['-f', format] : [];
}

function kindOf(probed: Probed, picture: Stream | undefined, sound: Stream | undefined): MediaKind {
  if (picture && stillFormats.test(probed.format.format_name)) return 'image';
  if (picture) return 'video';
  if (sound) return 'audio';
  throw new MediaRefused('media_unreadable', 'This file holds neither pictures nor sound that we can read.');
}

/** What ffprobe did not open: for the file's sake, or for the machine's, when it says nothing about the file. */
function refusedByProbe(error: unknown): unknown {
  if (!(error instanceof RenderFailed) || error.code !== 'ffmpeg_failed') {
    return asRefusal(error, 'This file cannot be read.');
  }
  return /whitelist/.test(error.message)
    ? new MediaRefused('media_not_allowed', 'Files of this type are not accepted.', { cause: error })
    : new MediaRefused('media_unreadable', 'This is not a picture, video or sound that we can read.', {
        cause: error,
      });
}

/** Formats without a header: FFmpeg guesses their length from the first packets' rate. */
const estimated = /(^|,)(mp3|aac)(,|$)/;
/** How far into a track encoders write the header that tells an MP3's length, past covers of the usual size. */
const lengthHeaderBytes = 2 * 2 ** 20;

async function hasLengthHeader(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(lengthHeaderBytes), 0, lengthHeaderBytes);
  const start = buffer.subarray(0, bytesRead);
  return ['Xing', 'Info', 'VBRI'].some((name) => start.includes(name, 0, 'latin1'));
}

type OpenedFile = Pick<MediaProbe, 'path' | 'inputOptions'>;

async function timesFor(
  { path, inputOptions }: OpenedFile,
  stream: string,
  options: ProbeOptions,
): Promise<StreamTimes | null> {
  return readPacketTimes(path, stream, inputOptions, options).catch((error: unknown) => {
    throw refusedByProbe(error);
  });
}

/** The measured rate; where the header tells it as well, its exact fraction. */
function rateOf({ avg_frame_rate: told, r_frame_rate: base }: Stream, times: StreamTimes | null): number {
  const measured = times?.rate ?? 0;
  return told > 0 && Math.abs(measured / told - 1) < 0.02 ? told : measured || told || base;
}

/** Pixels as clear as this (of 255) are seen through. */
const clearAt = 240;

/** Whether a picture that has alpha uses it, by two small looks a second in its first minute. */
async function isSeenThrough({ path, inputOptions }: OpenedFile, options: ProbeOptions): Promise<boolean> {
  const look = 'fps=2:round=up,format=yuva444p,alphaextract,scale=96:96:flags=area,format=gray';
  const args = [
    safeInput(path, inputOptions),
    ['-map', '0:v:0', '-t', '60', '-vf', look, '-f', 'rawvideo', 'pipe:1'],
  ].flat();
  const run = { args, signal: options.signal, limits: hostileLimits };
  const { stdout } = await runFfmpeg(options, run).catch((error: unknown) => {
    throw asRefusal(error, 'This picture is damaged or cut off. Export it again.');
  });
  return stdout.some((alpha) => alpha < clearAt);
}

/** What the decoded end of a file is held against. */
interface Ends {
  /** By its header; 0 where that is an estimate. */
  promisedSeconds: number;
  /** Of the measured stream, in its own time. */
  reachedSeconds: number;
}

/**
 * Reads what a file is without trusting it: container allow list, caps on size, rate, length and streams.
 * @throws MediaRefused with a sentence when the file must not be decoded.
 */
export async function probeMedia(path: string, options: ProbeOptions = {}): Promise<MediaProbe> {
  return (await probeFile(path, options)).probe;
}

async function probeFile(path: string, options: ProbeOptions): Promise<{ probe: MediaProbe; ends: Ends }> {
  const { signal } = options;
  const absolute = resolve(path);
  const bytes = await sizeOf(absolute);
  const inputOptions = await inputOptionsFor(absolute);
  const args = ['-show_format', '-show_streams', ...safeInput(absolute, inputOptions)];
  const answer = await runFfprobe(options, { args, signal, limits: hostileLimits }).catch(
    (error: unknown) => {
      throw refusedByProbe(error);
    },
  );
  const probed = Probed.parse(answer);
  refuseExcess(probed);
  const picture = probed.streams.find((it) => it.codec_type === 'video' && !it.disposition.attached_pic);
  const tracks = probed.streams.filter((it) => it.codec_type === 'audio');
  const track = tracks.findIndex((it) => it.sample_rate > 0 && !withoutDecoder.has(it.codec_name));
  const sound = tracks[track];
  const kind = kindOf(probed, picture, sound);
  if (picture && Math.min(picture.width, picture.height) < 1) {
    throw new MediaRefused('media_unreadable', 'This file does not say how large its picture is.');
  }
  const decoder = picture?.tags.alpha_mode === '1' ? alphaDecoders[picture.codec_name] : undefined;
  const openOptions = [...inputOptions, ...(decoder === undefined ? [] : ['-c:v', decoder])];
  const file = { path: absolute, inputOptions: openOptions };
  const times =
    kind === 'image'
      ? null
      : await timesFor({ path: absolute, inputOptions }, picture ? 'v:0' : `a:${track}`, options);
  const seconds = times ? times.endSeconds - times.startSeconds : 0;
  refuseLength(picture ? times : null, seconds);
  const probe: MediaProbe = {
    ...file,
    sha256: await fingerprint(absolute, signal),
    bytes,
    kind,
    seconds,
    picture: picture
      ? readPicture(picture, {
          fps: rateOf(picture, times),
          hasAlpha: mayHaveAlpha(picture) && (await isSeenThrough(file, options)),
          isOnItsSide: kind === 'image' && (await isOnItsSide(absolute)),
        })
      : null,
    sound: sound
      ? { track, codec: sound.codec_name, sampleRate: sound.sample_rate, channels: sound.channels }
      : null,
    ...(tracks.length > 0 && !sound ? { isSoundUnreadable: true as const } : {}),
  };
  const isEstimate = estimated.test(probed.format.format_name) && !(await hasLengthHeader(absolute));
  return {
    probe,
    ends: {
      promisedSeconds: isEstimate ? 0 : probed.format.duration,
      reachedSeconds: times?.endSeconds ?? 0,
    },
  };
}

/**
 * Probes a file and decodes all of it, under limits: for uploads and for what a provider answers.
 * @throws MediaRefused when it is not of this kind, or not whole.
 */
export async function checkMedia(
  path: string,
  kind: MediaKind,
  options: ProbeOptions = {},
): Promise<MediaProbe> {
  const { probe, ends } = await probeFile(path, options);
  if (probe.kind !== kind && !(kind === 'audio' && probe.sound)) {
    throw new MediaRefused('media_wrong_kind', `This file is ${probe.kind}, not ${kind}.`);
  }
  const args = [
    '-xerror',
    safeInput(probe.path, probe.inputOptions),
    ['-map', kind === 'audio' ? `0:a:${probe.sound?.track ?? 0}` : '0:v:0'],
    ...(kind === 'video' && probe.sound ? ['-map', `0:a:${probe.sound.track}`] : []),
    ['-progress', 'pipe:1', '-f', 'null', '-'],
  ].flat();
  const sentence = `This ${kind} is damaged or cut off. Export it again.`;
  const { stdout } = await runFfmpeg(options, { args, signal: options.signal, limits: hostileLimits }).catch(
    (error: unknown) => {
      throw asRefusal(error, sentence);
    },
  );
  const decodedUs = [
    ...Buffer.from(stdout)
      .toString()
      .matchAll(/out_time_us=(\d+)/g),
  ].at(-1)?.[1];
  const decodedSeconds = Number(decodedUs ?? 0) / 1e6;
  const isShort = (seconds: number) => seconds < ends.promisedSeconds * 0.9 - 0.2;
  const isUndecoded = decodedSeconds < probe.seconds * 0.9 - 0.2;
  if (kind !== 'image' && (isUndecoded || (isShort(decodedSeconds) && isShort(ends.reachedSeconds)))) {
    throw new MediaRefused('media_damaged', sentence);
  }
  return probe;
}
