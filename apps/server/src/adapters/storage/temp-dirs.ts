import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes short-lived directories below `root`, named after this process. What a killed process left behind is removed
 * first; directories of other live processes are let be.
 */
export async function openTempDirs(
  root: string,
): Promise<<Result>(work: (dir: string) => Promise<Result>) => Promise<Result>> {
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    const pid = Number.parseInt(name, 10);
    if (pid === process.pid || !isAlive(pid)) await rm(join(root, name), { recursive: true, force: true });
  }
  return async (work) => {
    const dir = await mkdtemp(join(root, `${process.pid}-`));
    try {
      return await work(dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
