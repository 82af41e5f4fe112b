import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { diskFault } from '#src/domain/disk-fault.ts';
import { Unavailable } from '#src/domain/faults.ts';

/** Who has the embedded database open. `url` and `token` are there once its server takes requests. */
const Holder = z.object({ pid: z.int(), url: z.string().optional(), token: z.string().optional() });
export type Holder = z.infer<typeof Holder>;

/** How a process that was refused can talk to the one that was not. */
export type Announcement = { url: string; token: string };

export type DirectoryLock = {
  /** Tells other processes on this machine, and only this user's, where to reach the holder. */
  announce(announcement: Announcement): void;
  release(): void;
};

// An unreachable handle is collected, and with it goes the lock.
const held = new Map<string, DatabaseSync>();

/**
 * Locks the directory of an embedded database for this process; PGlite itself would let two processes write to it.
 * The lock is SQLite's exclusive file lock on `{directory}.lock`: the kernel keeps it while the process is stopped
 * and frees it the moment the process dies, however it dies.
 * Throws Unavailable `database_in_use`, naming the holder, `lock_damaged`, `data_dir_not_writable` or `storage_full`.
 */
export function lockDirectory(directory: string): DirectoryLock {
  if (held.has(directory)) throw inUse(directory);
  const file = `${directory}.lock`;
  assertUsable(file);
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    throw isSqlite(SQLITE_BUSY, cause) ? inUse(directory) : noLock(file, cause);
  }
  const holding = lock;
  held.set(directory, holding);
  writeHolder(directory, { pid: process.pid });
  return {
    announce: (announcement) => writeHolder(directory, { pid: process.pid, ...announcement }),
    release() {
      rmSync(holderFile(directory), { force: true });
      held.delete(directory);
      holding.close();
    },
  };
}

/** The running process that holds the directory, or null. Reads a side file only and takes no lock. */
export function readHolder(directory: string): Holder | null {
  try {
    const holder = Holder.parse(JSON.parse(readFileSync(holderFile(directory), 'utf8')));
    return isRunning(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that no reader ever sees half of it. */
function writeHolder(directory: string, holder: Holder): void {
  const draft = `${holderFile(directory)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, holderFile(directory));
}

function holderFile(directory: string): string {
  return `${directory}.holder.json`;
}

function inUse(directory: string): Unavailable {
  const holder = readHolder(directory);
  const who = holder ? `process ${holder.pid}` : 'another process';
  const where = holder?.url ? ` (${holder.url})` : '';
  return new Unavailable(
    'database_in_use',
    `The database in ${directory} is in use by ${who}${where}. Stop that process first, or set DATA_DIR to another directory.`,
  );
}

/** SQLite would only say that it cannot open the file; the system says why. */
function assertUsable(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw diskFault(error, file) ?? error;
  }
}

function noLock(file: string, cause: unknown): Unavailable {
  const why = isSqlite(SQLITE_NOTADB, cause)
    ? 'is not a lock that Spotsmith wrote. Remove it: nothing is kept in it.'
    : 'cannot be locked. Set DATA_DIR to a directory with a short path, on a disk of this machine.';
  return new Unavailable('lock_damaged', `${file} ${why}`, { cause });
}

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

function isSqlite(code: number, error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === code;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
