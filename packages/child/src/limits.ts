import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** What a child may use. */
export interface Limits {
  /** Memory of its own, for each process of it. */
  memoryBytes: number;
  /** Processor time of it and its children together. It says nothing about how busy the machine is. */
  cpuSeconds: number;
  /** The longest file that it may write. */
  outputBytes: number;
  /** For so long it may neither work nor speak. */
  silentMs: number;
}

/** A child that does what we ask, on what we made. */
export const GENEROUS: Limits = {
  memoryBytes: 6 * 2 ** 30,
  cpuSeconds: 3600,
  outputBytes: 4 * 2 ** 30,
  silentMs: 120_000,
};

let prlimit: string | null | undefined;

/** Where util-linux's prlimit is; null where there is none, as on macOS. */
function findPrlimit(path: string): string | null {
  if (process.platform !== 'linux') return null;
  for (const dir of path.split(':')) {
    try {
      accessSync(join(dir, 'prlimit'), constants.X_OK);
      return join(dir, 'prlimit');
    } catch {
      // The next one.
    }
  }
  return null;
}

/** The command that runs a program under limits. The watch counts processor time; the system's own limit stands behind it. */
export function limited(
  program: string,
  args: readonly string[],
  { memoryBytes, cpuSeconds, outputBytes }: Limits,
  path = '/usr/bin:/bin',
): [string, string[]] {
  prlimit ??= findPrlimit(path);
  if (prlimit === null) return [program, [...args]];
  const own = [
    `--data=${memoryBytes}`,
    `--cpu=${Math.ceil(cpuSeconds * 1.5) + 10}`,
    `--fsize=${outputBytes}`,
    '--core=0',
  ];
  return [prlimit, [...own, '--', program, ...args]];
}
