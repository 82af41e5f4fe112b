import { channel } from 'node:diagnostics_channel';
import { constants, setPriority } from 'node:os';
import { execa, type Options } from 'execa';
import { limited, type Limits } from './limits.ts';
import { type Watch, watchChild } from './watch-child.ts';

/** Tells whoever measures that a program was started, and when it ends. */
const childProcesses = channel('spotsmith:child-process');

/** All that a child knows of the environment. Keys are none of its business. */
function childEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  // Threads take memory of their own, and the cores also answer people.
  return { PATH, HOME, TMPDIR, VIPS_CONCURRENCY: '2', LC_ALL: 'C.UTF-8' };
}

export interface ChildOptions {
  limits: Limits;
  signal?: AbortSignal | undefined;
  /** It leads a group: what it starts dies with it. */
  isGroup?: boolean | undefined;
  /** Whether it has something to do now; otherwise it may be silent. */
  isBusy?: (() => boolean) | undefined;
}

const NO_WATCH: Watch = { touch: () => {}, stop: () => {}, reason: () => null };

/**
 * Starts a program under limits, below the priority of whoever answers people. It never rejects by itself: read the
 * cause from what it ended with. When the signal aborts it is killed; half-written files are thrown away anyway.
 */
export function startChild<const T extends Options>(
  program: string,
  args: readonly string[],
  options: T,
  { limits, signal, isGroup = false, isBusy = () => true }: ChildOptions,
) {
  signal?.throwIfAborted();
  const [file, allArgs] = limited(program, args, limits, process.env['PATH']);
  const started = execa(file, allArgs, {
    ...options,
    reject: false,
    extendEnv: false,
    env: childEnvironment(),
    detached: isGroup,
  });
  const { pid } = started;
  const kill = () => killTree(pid, isGroup);
  stepBack(pid);
  childProcesses.publish({ pid, program, ended: started });
  const watch = pid === undefined ? NO_WATCH : watchChild(pid, limits, { isBusy, kill });
  signal?.addEventListener('abort', kill, { once: true });
  const forget = () => {
    watch.stop();
    signal?.removeEventListener('abort', kill);
  };
  started.then(forget, forget);
  return { process: started, watch, kill };
}

/** What it starts inherits it. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}

function killTree(pid: number | undefined, isGroup: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(isGroup && process.platform !== 'win32' ? -pid : pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
