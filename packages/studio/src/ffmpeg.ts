import { startChild } from './child-process.ts';

/** Containers an upload may be. Playlists are missing on purpose: they can name and read other local files. */
const SAFE_FORMATS = 'mov,matroska,mp3,wav,ogg,flac,aac,png_pipe,jpeg_pipe';

/** Options that go before every `-i` of a file somebody uploaded: no playlists, no network, bounded memory. */
export const SAFE_INPUT = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', SAFE_FORMATS] as const;

/** An FFmpeg that reads raw frames from its standard input. */
export interface FrameEncoder {
  /** Resolves when the frame is handed over; the buffer may be reused then. */
  write: (frame: Uint8Array) => Promise<void>;
  /** Closes the input and resolves when the file is complete. */
  finish: () => Promise<void>;
}

/** Starts FFmpeg for frames on its standard input. Rejects in `write` or `finish` with FFmpeg's own last words. */
export function startFrameEncoder(ffmpegPath: string, args: readonly string[]): FrameEncoder {
  const child = startChild(ffmpegPath, ['-hide_banner', '-nostdin', '-loglevel', 'error', ...args], {
    stdin: 'pipe',
    stdout: 'ignore',
    reject: false,
  });
  child.stdin.on('error', () => {}); // EPIPE: the reason is in stderr and reported by finish().
  const write = (frame: Uint8Array) =>
    new Promise<void>((resolve) => {
      if (!child.stdin.writable) resolve();
      else child.stdin.write(frame, () => resolve());
    });
  const finish = async () => {
    child.stdin.end();
    const ended = await child;
    if (ended.failed) throw new Error(describe(ffmpegPath, ended));
  };
  return { write, finish };
}

/** Runs FFmpeg or ffprobe to its end and returns what it printed. */
export async function runFfmpeg(
  program: string,
  args: readonly string[],
  { timeoutMs = 120_000 }: { timeoutMs?: number } = {},
): Promise<string> {
  const child = startChild(program, args, { stdin: 'ignore', reject: false, timeout: timeoutMs });
  const ended = await child;
  if (ended.failed) throw new Error(describe(program, ended));
  return `${ended.stdout}`;
}

interface FailedRun {
  code?: string | undefined;
  stderr?: string | undefined;
  shortMessage?: string | undefined;
}

function describe(program: string, ended: FailedRun): string {
  if (ended.code === 'ENOENT')
    return `${program} was not found. Install FFmpeg 5.1 or newer, or set its path.`;
  return `${program} failed: ${(ended.stderr ?? '').trim().slice(-1500) || ended.shortMessage}`;
}
