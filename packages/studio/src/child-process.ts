import { constants, setPriority } from 'node:os';
import { execa, type Options } from 'execa';

/**
 * Starts a program: the only place in this package that spawns. When `signal` aborts, a detached child dies
 * with its whole process group, so that no FFmpeg outlives the worker that started it.
 */
export function startChild<const T extends Options>(
  program: string,
  args: readonly string[],
  options: T,
  signal?: AbortSignal,
) {
  signal?.throwIfAborted();
  const child = execa(program, args, options);
  stepBack(child.pid);
  const kill = () => killTree(child.pid, options.detached === true);
  signal?.addEventListener('abort', kill, { once: true });
  const forget = () => signal?.removeEventListener('abort', kill);
  child.then(forget, forget);
  return child;
}

/** Lets whoever answers people on this machine go first. Grandchildren inherit it. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}

function killTree(pid: number | undefined, isGroupLeader: boolean): void {
  if (pid === undefined) return;
  const target = isGroupLeader && process.platform !== 'win32' ? -pid : pid;
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: it had ended by itself.
  }
}
