import { type Cause, causeOf, type Ended, isMachine, textOf } from '@spotsmith/child/ending';
import { GENEROUS, type Limits } from '@spotsmith/child/limits';
import { startChild } from '@spotsmith/child/start-child';
import { StudioStopped } from './studio-stopped.ts';

/** Containers an upload may be. Playlists are missing on purpose: they can name and read other local files. */
const SAFE_FORMATS = 'mov,matroska,mp3,wav,ogg,flac,aac';

/**
 * Options that go before every `-i` of a track somebody uploaded: no playlists, no network, and no picture of more than
 * a pixel, so that covers are not decoded while its streams are looked at.
 */
export const SAFE_TRACK = [
  ...['-protocol_whitelist', 'file,pipe'],
  ...['-format_whitelist', SAFE_FORMATS],
  ...['-max_pixels', '1'],
] as const;

/** For a track that somebody uploaded. */
export const TRACK_LIMITS: Limits = {
  memoryBytes: 400 * 2 ** 20,
  cpuSeconds: 60,
  outputBytes: 256 * 2 ** 20,
  silentMs: 60_000,
};

/** FFmpeg did not do its work, for a reason that is not the machine's. */
export class FfmpegFailed extends Error {
  override readonly name = 'FfmpegFailed';
  override readonly cause: Cause;

  constructor(cause: Cause, message: string) {
    super(message);
    this.cause = cause;
  }
}

/** An FFmpeg that reads raw frames from its standard input. */
export interface FrameEncoder {
  /** Resolves when the frame is handed over; the buffer may be reused then. */
  write: (frame: Uint8Array) => Promise<void>;
  /** Closes the input and resolves when the file is complete. */
  finish: () => Promise<void>;
}

/** Starts FFmpeg for frames on its standard input. Rejects in `write` or `finish` with FFmpeg's own last words. */
export function startFrameEncoder(ffmpegPath: string, args: readonly string[]): FrameEncoder {
  const { process, watch } = startChild(
    ffmpegPath,
    ['-hide_banner', '-nostdin', '-loglevel', 'error', ...args],
    { stdin: 'pipe', stdout: 'ignore' },
    { limits: GENEROUS },
  );
  process.stdin.on('error', () => {}); // EPIPE: the reason is in stderr and reported by finish().
  const write = (frame: Uint8Array) =>
    new Promise<void>((resolve) => {
      watch.touch();
      if (!process.stdin.writable) resolve();
      else process.stdin.write(frame, () => resolve());
    });
  const finish = async () => {
    process.stdin.end();
    const ended = await process;
    if (ended.failed) throw failureOf(ffmpegPath, ended, watch.reason());
  };
  return { write, finish };
}

/** Runs FFmpeg or ffprobe to its end and returns what it printed. @throws StudioStopped, FfmpegFailed. */
export async function runFfmpeg(
  program: string,
  args: readonly string[],
  limits: Limits = GENEROUS,
): Promise<string> {
  const { process, watch } = startChild(program, args, { stdin: 'ignore' }, { limits });
  const ended = await process;
  if (ended.failed) throw failureOf(program, ended, watch.reason());
  return `${ended.stdout}`;
}

function failureOf(program: string, ended: Ended, watched: 'silent' | 'costly' | null): Error {
  const cause = causeOf(ended, watched);
  if (cause === 'missing') {
    return new StudioStopped(
      cause,
      `${program} was not found. Install FFmpeg 5.1 or newer, or set its path.`,
    );
  }
  const message = `${program} failed (${cause}): ${textOf(ended.stderr).trim().slice(-1500)}`;
  return isMachine(cause) ? new StudioStopped(cause, message) : new FfmpegFailed(cause, message);
}
