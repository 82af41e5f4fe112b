import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { diskFault } from '#src/domain/disk-fault.ts';

/** Longer than any job may take. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
const OWNER_ONLY = 0o700;

/**
 * Makes short-lived directories below `root`, named after this machine and process. What a killed process left behind
 * is removed first. Machines may share `root`: a process id says nothing of another machine's processes, so their
 * directories are let be until nobody can be at work in them any more.
 * Throws Unavailable `data_dir_not_writable` or `storage_full`.
 */
export async function openTempDirs(
  root: string,
): Promise<<Result>(work: (dir: string) => Promise<Result>) => Promise<Result>> {
  try {
    await mkdir(root, { recursive: true, mode: OWNER_ONLY });
    // A file system without permissions has none to set.
    await chmod(root, OWNER_ONLY).catch(() => undefined);
  } catch (error) {
    throw diskFault(error, root) ?? error;
  }
  for (const name of await readdir(root)) {
    if (await isAbandoned(root, name)) await rm(join(root, name), { recursive: true, force: true });
  }
  return async (work) => {
    const dir = await mkdtemp(join(root, `${hostname()}_${process.pid}_`));
    try {
      return await work(dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
}

async function isAbandoned(root: string, name: string): Promise<boolean> {
  const [, host, pid] = /^(.+)_(\d+)_[^_]+$/.exec(name) ?? [];
  if (host === hostname()) return Number(pid) === process.pid || !isAlive(Number(pid));
  const found = await stat(join(root, name)).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
