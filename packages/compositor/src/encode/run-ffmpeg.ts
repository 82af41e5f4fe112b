import { constants, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { execa } from 'execa';
import { MediaRefused, RenderFailed } from '../errors.ts';

/** Where the programs are; names are looked up on PATH. */
export interface FfmpegTools {
  ffmpegPath?: string | undefined;
  ffprobePath?: string | undefined;
}

export interface Limits {
  timeoutMs: number;
  memoryBytes: number;
  outputBytes: number;
}

const renderLimits: Limits = {
  timeoutMs: 15 * 60_000,
  memoryBytes: 6 * 2 ** 30,
  outputBytes: 4 * 2 ** 30,
};
/** For files nobody has looked at yet. */
export const hostileLimits: Limits = {
  timeoutMs: 60_000,
  memoryBytes: 3 * 2 ** 30,
  outputBytes: 64 * 2 ** 20,
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

let prlimit: Promise<boolean> | undefined;

async function hasPrlimit(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  prlimit ??= execa('prlimit', ['--version'], { reject: false, stdin: 'ignore' }).then(
    (it) => it.exitCode === 0,
  );
  return prlimit;
}

async function withLimits(
  program: string,
  args: readonly string[],
  limits: Limits,
): Promise<[string, string[]]> {
  if (!(await hasPrlimit())) return [program, [...args]];
  const cpuSeconds = Math.ceil(limits.timeoutMs / 250);
  return [
    'prlimit',
    [
      `--as=${limits.memoryBytes}`,
      `--cpu=${cpuSeconds}`,
      `--fsize=${limits.outputBytes}`,
      '--',
      program,
      ...args,
    ],
  ];
}

/** All that a child knows of the environment. */
export function childEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join('\n').slice(-1200);
}

interface Outcome {
  exitCode?: number | undefined;
  signal?: string | undefined;
  timedOut: boolean;
  isMissing: boolean;
  stderr: string;
}

function failure(program: string, outcome: Outcome): RenderFailed {
  const detail = lastLines(outcome.stderr);
  if (outcome.isMissing) {
    return new RenderFailed('ffmpeg_missing', `${program} was not found. Install FFmpeg 5.1 or newer.`);
  }
  const filter = /No such filter: '(\w+)'/.exec(outcome.stderr)?.[1];
  if (filter) {
    const who =
      filter === 'zscale' ? ', which HDR clips need (libzimg). Use clips in standard range, or' : '. You may';
    const message = `${program} was built without the filter ${filter}${who} install a full build of FFmpeg.`;
    return new RenderFailed('ffmpeg_missing', message);
  }
  if (outcome.timedOut) {
    return new RenderFailed('ffmpeg_timeout', `${program} took too long and was stopped. ${detail}`);
  }
  if (/No space left on device/.test(outcome.stderr)) {
    return new RenderFailed('disk_full', 'The disk is full. Free some space and try again.');
  }
  const wasKilled = outcome.signal !== undefined || outcome.exitCode === 137;
  if (wasKilled || /Cannot allocate memory/.test(outcome.stderr)) {
    const how = outcome.signal ?? 'out of memory';
    return new RenderFailed('ffmpeg_killed', `${program} was ended by the system (${how}). ${detail}`);
  }
  return new RenderFailed('ffmpeg_failed', `${program} failed (${outcome.exitCode}). ${detail}`);
}

/** Lets whoever answers people on this machine go first. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}

/** How every child runs. */
function quietly({
  signal,
  cwd,
  limits,
}: Required<Pick<FfmpegRun, 'limits'>> & Pick<FfmpegRun, 'signal' | 'cwd'>) {
  return {
    encoding: 'buffer',
    // The last pixel may have the value of a newline.
    stripFinalNewline: false,
    reject: false,
    timeout: (limits ?? renderLimits).timeoutMs,
    // Half-written files are thrown away, so there is nothing to say goodbye to.
    killSignal: 'SIGKILL',
    // What else the environment holds, such as keys, is none of their business.
    extendEnv: false,
    env: childEnvironment(),
    ...(signal ? { cancelSignal: signal } : {}),
    ...(cwd ? { cwd } : {}),
  } as const;
}

interface Ended {
  failed: boolean;
  stderr?: unknown;
  code?: string | undefined;
  exitCode?: number | undefined;
  signal?: string | undefined;
  timedOut: boolean;
}

/** What a child that did its work wrote to standard error. @throws RenderFailed when it did not. */
function checked(program: string, result: Ended): string {
  const stderr = result.stderr instanceof Uint8Array ? Buffer.from(result.stderr).toString() : '';
  if (!result.failed) return stderr;
  const isMissing = result.code === 'ENOENT' || /^prlimit: failed to execute/m.test(stderr);
  const { exitCode, signal: endedBy, timedOut } = result;
  throw failure(program, { exitCode, signal: endedBy, timedOut, isMissing, stderr });
}

/**
 * Feeds a child's standard input to its end. Answers the error of what was to be fed, and nothing when the child went
 * away first: then its own end tells why.
 */
async function feeding(
  stdin: Writable,
  feed: NonNullable<FfmpegRun['feed']>,
  kill: () => void,
): Promise<Error | undefined> {
  let isGone = false;
  stdin.on('error', () => {
    isGone = true;
  });
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
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

async function run(program: string, given: readonly string[], options: FfmpegRun): Promise<FfmpegOutput> {
  const { signal, onBytes, cwd, feed, limits = renderLimits } = options;
  signal?.throwIfAborted();
  const [file, args] = await withLimits(program, given, limits);
  const child = execa(file, args, {
    ...quietly({ signal, cwd, limits }),
    stdin: feed ? 'pipe' : 'ignore',
    maxBuffer: maxStdoutBytes,
  });
  stepBack(child.pid);
  if (onBytes) {
    let bytes = 0;
    child.stdout.on('data', (chunk: Uint8Array) => onBytes((bytes += chunk.length)));
  }
  const fed = feed && child.stdin ? feeding(child.stdin, feed, () => child.kill('SIGKILL')) : undefined;
  const result = await child;
  const feedError = await fed;
  signal?.throwIfAborted();
  if (feedError) throw feedError;
  const stderr = checked(program, result);
  return { stdout: result.stdout ?? new Uint8Array(), stderr };
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

/** Turns a failed run over a file from outside into a refusal of that file. */
export function asRefusal(error: unknown, sentence: string): unknown {
  if (!(error instanceof RenderFailed) || error.code === 'ffmpeg_missing') return error;
  return new MediaRefused('media_damaged', sentence, { cause: error });
}

/** A running FFmpeg whose output is read as it comes. */
export interface FfmpegStream {
  stdout: Readable;
  /** Rejects with RenderFailed when it fails. */
  ended: Promise<void>;
  stop(): void;
}

/** Runs FFmpeg for its output, which waits in the pipe until it is read: memory holds no more than a few pieces. */
export async function streamFfmpeg(
  tools: FfmpegTools,
  { args: given, signal, limits = renderLimits }: FfmpegRun,
): Promise<FfmpegStream> {
  const program = tools.ffmpegPath ?? 'ffmpeg';
  const quiet = ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', ...given];
  const [file, args] = await withLimits(program, quiet, limits);
  const child = execa(file, args, {
    ...quietly({ signal, cwd: undefined, limits }),
    stdin: 'ignore',
    buffer: { stdout: false },
  });
  stepBack(child.pid);
  const ended = child.then((result) => void checked(program, result));
  ended.catch(() => undefined);
  const stop = () => {
    // A process counts as ended once its output is read; what nobody wants any more is thrown away.
    child.stdout.destroy();
    child.kill('SIGKILL');
  };
  return { stdout: child.stdout, ended, stop };
}
