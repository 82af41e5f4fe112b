/** Why a child did not do its work. */
export type Cause =
  /** The program is not there. */
  | 'missing'
  | 'disk-full'
  /** Somebody ended it: the system for want of memory, an operator. */
  | 'killed'
  /** It neither worked nor spoke for long. */
  | 'silent'
  /** Its memory did not suffice: what it was given is too large, or the machine too small. */
  | 'memory'
  /** It used up its processor time, or wrote too much. */
  | 'costly'
  /** It fell over what it was given. */
  | 'crashed'
  /** It said no. */
  | 'failed';

/** Causes that say nothing about the file that the child was given: it can be looked at again. */
const MACHINE: readonly Cause[] = ['missing', 'disk-full', 'killed', 'silent'];

export function isMachine(cause: Cause): boolean {
  return MACHINE.includes(cause);
}

/** As execa tells it. */
export interface Ended {
  code?: string | undefined;
  exitCode?: number | undefined;
  signal?: string | undefined;
  stderr?: unknown;
}

/** FFmpeg's code for "a signal ended me". */
const FFMPEG_SIGNALLED = 255;
/** A shell's code for SIGKILL. */
const SHELL_KILLED = 137;
/** The system's own words; the program's language does not change them, because it is told none. */
const NO_MEMORY =
  /Cannot allocate memory|out of memory|heap limit|Allocation failed|unable to allocate|failed to allocate|bad_alloc/i;
const FALLS = ['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS'];

/** Reads from how a child ended why it did. `watched` is what its watch says. */
export function causeOf(ended: Ended, watched: 'silent' | 'costly' | null): Cause {
  const stderr = textOf(ended.stderr);
  if (watched !== null) return watched;
  if (ended.code === 'ENOENT' || ended.code === 'EACCES' || /^prlimit: failed to execute/m.test(stderr))
    return 'missing';
  // There was no room for one more process.
  if (ended.code === 'EAGAIN' || ended.code === 'ENOMEM') return 'killed';
  if (/No space left on device|ENOSPC|Disk quota exceeded/.test(stderr)) return 'disk-full';
  if (ended.signal === 'SIGXCPU' || ended.signal === 'SIGXFSZ' || /File too large|EFBIG/.test(stderr))
    return 'costly';
  if (NO_MEMORY.test(stderr)) return 'memory';
  if (ended.signal !== undefined) return FALLS.includes(ended.signal) ? 'crashed' : 'killed';
  if (ended.exitCode === SHELL_KILLED || ended.exitCode === FFMPEG_SIGNALLED) return 'killed';
  return 'failed';
}

/** What a child said, whether it was read as bytes or as text. */
export function textOf(output: unknown): string {
  if (typeof output === 'string') return output;
  return output instanceof Uint8Array ? Buffer.from(output).toString() : '';
}
