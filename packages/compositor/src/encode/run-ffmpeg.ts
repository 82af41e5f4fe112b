import type { Readable, Writable } from 'node:stream';
import { causeOf, type Ended, textOf } from '@spotsmith/child/ending';
import { GENEROUS, type Limits } from '@spotsmith/child/limits';
import { startChild } from '@spotsmith/child/start-child';
import { MediaRefused, RenderFailed } from '../errors.ts';

/** Where the programs are; names are looked up on PATH. */
export interface FfmpegTools {
  ffmpegPath?: string | undefined;
  ffprobePath?: string | undefined;
}

/** For files nobody has looked at yet. An hour of film decodes within the time. */
export const hostileLimits: Limits = {
  memoryBytes: 2 * 2 ** 30,
  cpuSeconds: 600,
  outputBytes: 64 * 2 ** 20,
  silentMs: 60_000,
};

export interface FfmpegRun {
  args: readonly string[];
  signal?: AbortSignal | undefined;
  limits?: Limits | undefined;
  /** The directory that relative names in a join list start from. */
  cwd?: string | undefined;
  /** Called with how many bytes came on standard output so far. */
  onBytes?: ((bytes: number) => void) | undefined;
  /** Writes to standard input, which ends when it is done; one piece after the other. */
  feed?: ((write: (bytes: Uint8Array) => Promise<void>) => Promise<void>) | undefined;
}

export interface FfmpegOutput {
  stdout: Uint8Array;
  stderr: string;
}

const maxStdoutBytes = 512 * 2 ** 20;

/** Containers we decode, by FFmpeg's demuxer names. No playlists: those would read other files. */
const allowedFormats = 'mov,matroska,webm,avi,mpegts,mp3,wav,flac,ogg,aac,png_pipe,jpeg_pipe,webp_pipe,gif';

/**
 * Arguments that open one file and nothing else: the protocol and format allow lists keep a playlist disguised as a
 * video from reading other files, and the caps stop decompression bombs before they are decoded.
 */
export function safeInput(path: string, options: readonly string[] = []): string[] {
  return [
    '-protocol_whitelist',
    'file',
    '-format_whitelist',
    allowedFormats,
    '-max_pixels',
    '40000000',
    ...options,
    '-i',
    `file:${path}`,
  ];
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join('\n').slice(-1200);
}

/** The filter or decoder that this build of FFmpeg lacks, as a failure. */
function withoutPart(program: string, stderr: string): RenderFailed | null {
  const decoder = /Unknown decoder '([\w-]+)'/.exec(stderr)?.[1];
  if (decoder) {
    const message = `${program} was built without ${decoder}, which clear clips need. Install a full build of FFmpeg.`;
    return new RenderFailed('ffmpeg_missing', message);
  }
  const filter = /No such filter: '(\w+)'/.exec(stderr)?.[1];
  if (!filter) return null;
  const who =
    filter === 'zscale' ? ', which HDR clips need (libzimg). Use clips in standard range, or' : '. You may';
  const message = `${program} was built without the filter ${filter}${who} install a full build of FFmpeg.`;
  return new RenderFailed('ffmpeg_missing', message);
}

/** Why a child ended, as a failure. */
export function failureOf(program: string, ended: Ended, watched: 'silent' | 'costly' | null): RenderFailed {
  const stderr = textOf(ended.stderr);
  const detail = lastLines(stderr);
  const cause = causeOf(ended, watched);
  switch (cause) {
    case 'missing':
      return new RenderFailed('ffmpeg_missing', `${program} was not found. Install FFmpeg 5.1 or newer.`);
    case 'disk-full':
      return new RenderFailed('disk_full', 'The disk is full. Free some space and try again.');
    case 'silent':
      return new RenderFailed('ffmpeg_timeout', `${program} did nothing for long and was stopped. ${detail}`);
    case 'killed':
    case 'memory': {
      const how = cause === 'memory' ? 'out of memory' : (ended.signal ?? 'by a signal');
      return new RenderFailed('ffmpeg_killed', `${program} was ended by the system (${how}). ${detail}`);
    }
    case 'costly':
      return new RenderFailed('ffmpeg_costly', `${program} needed too much time or room. ${detail}`);
    case 'crashed':
      return new RenderFailed('ffmpeg_failed', `${program} fell over (${ended.signal ?? ''}). ${detail}`);
    case 'failed':
      return (
        withoutPart(program, stderr) ??
        new RenderFailed('ffmpeg_failed', `${program} failed (${ended.exitCode}). ${detail}`)
      );
  }
}

/** What every child has in common. */
const QUIETLY = {
  encoding: 'buffer',
  // The last pixel may have the value of a newline.
  stripFinalNewline: false,
} as const;

/**
 * Feeds a child's standard input to its end. Answers the error of what was to be fed, and nothing when the child went
 * away first: then its own end tells why.
 */
async function feeding(
  stdin: Writable,
  feed: NonNullable<FfmpegRun['feed']>,
  kill: () => void,
  touch: () => void,
): Promise<Error | undefined> {
  let isGone = false;
  stdin.on('error', () => {
    isGone = true;
  });
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      touch();
      stdin.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  try {
    await feed(write);
    stdin.end();
    return undefined;
  } catch (error) {
    kill();
    return isGone ? undefined : (error as Error);
  }
}

async function run(program: string, args: readonly string[], options: FfmpegRun): Promise<FfmpegOutput> {
  const { signal, onBytes, cwd, feed, limits = GENEROUS } = options;
  const { process, watch, kill } = startChild(
    program,
    args,
    { ...QUIETLY, ...(cwd ? { cwd } : {}), stdin: feed ? 'pipe' : 'ignore', maxBuffer: maxStdoutBytes },
    { limits, signal },
  );
  let bytes = 0;
  process.stdout.on('data', (chunk: Uint8Array) => {
    watch.touch();
    onBytes?.((bytes += chunk.length));
  });
  const fed = feed && process.stdin ? feeding(process.stdin, feed, kill, watch.touch) : undefined;
  const result = await process;
  const feedError = await fed;
  signal?.throwIfAborted();
  if (feedError) throw feedError;
  if (result.failed) throw failureOf(program, result, watch.reason());
  return { stdout: result.stdout ?? new Uint8Array(), stderr: textOf(result.stderr) };
}

/** Runs FFmpeg quietly, never reading standard input, under resource limits. The child dies with the signal. */
export async function runFfmpeg(tools: FfmpegTools, options: FfmpegRun): Promise<FfmpegOutput> {
  const args = ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-y', ...options.args];
  return run(tools.ffmpegPath ?? 'ffmpeg', args, options);
}

/** Runs FFprobe and parses its JSON. */
export async function runFfprobe(tools: FfmpegTools, options: FfmpegRun): Promise<unknown> {
  const args = ['-hide_banner', '-v', 'error', '-of', 'json', ...options.args];
  const { stdout } = await run(tools.ffprobePath ?? 'ffprobe', args, options);
  return JSON.parse(Buffer.from(stdout).toString());
}

const versions = new Map<string, Promise<string>>();

/** FFmpeg's own version line: part of every cache key, because another build draws other pixels. */
export async function ffmpegVersion(tools: FfmpegTools): Promise<string> {
  const program = tools.ffmpegPath ?? 'ffmpeg';
  const known = versions.get(program);
  if (known) return known;
  const asked = run(program, ['-version'], { args: [] }).then(({ stdout }) => {
    return Buffer.from(stdout).toString().split('\n')[0] ?? '';
  });
  versions.set(program, asked);
  asked.catch(() => versions.delete(program));
  return asked;
}

/**
 * Turns a failed run over a file from outside into a refusal of that file, when the file is to blame. What the machine
 * did stays what it is: the file can be looked at again.
 */
export function asRefusal(error: unknown, sentence: string): unknown {
  if (!(error instanceof RenderFailed)) return error;
  if (error.code === 'ffmpeg_failed') return new MediaRefused('media_damaged', sentence, { cause: error });
  if (error.code !== 'ffmpeg_costly') return error;
  return new MediaRefused('media_too_large', 'This file takes too much to decode. Export a smaller one.', {
    cause: error,
  });
}

/** A running FFmpeg whose output is read as it comes. */
export interface FfmpegStream {
  stdout: Readable;
  /** Rejects with RenderFailed when it fails. */
  ended: Promise<void>;
  stop(): void;
}

/**
 * Runs FFmpeg for its output, which waits in the pipe until it is read: memory holds no more than a few pieces. Whoever
 * reads watches: a child that waits for its reader is no silent one.
 */
export function streamFfmpeg(
  tools: FfmpegTools,
  { args: given, signal, limits = GENEROUS }: FfmpegRun,
): FfmpegStream {
  const program = tools.ffmpegPath ?? 'ffmpeg';
  const args = ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', ...given];
  const { process, kill } = startChild(
    program,
    args,
    { ...QUIETLY, stdin: 'ignore', buffer: { stdout: false } },
    { limits, signal, isBusy: () => false },
  );
  const ended = process.then((result) => {
    if (result.failed) throw failureOf(program, result, null);
  });
  ended.catch(() => undefined);
  const stop = () => {
    // A process counts as ended once its output is read; what nobody wants any more is thrown away.
    process.stdout.destroy();
    kill();
  };
  return { stdout: process.stdout, ended, stop };
}
