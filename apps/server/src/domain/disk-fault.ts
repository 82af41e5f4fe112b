import { Unavailable } from './faults.ts';

/** Longer paths are told by their beginning. */
const MOST_LETTERS = 120;

/**
 * Why a place in the data directory cannot be used, as Unavailable with a sentence; null for errors that are none of the
 * disk's. `path` is the file or directory that was wanted. Codes are Node's.
 */
export function diskFault(error: unknown, path: string): Unavailable | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = SENTENCES[code];
  if (sentence === undefined) return null;
  const name = path.length > MOST_LETTERS ? `${path.slice(0, MOST_LETTERS)}…` : path;
  const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'storage_full' : 'data_dir_not_writable';
  return new Unavailable(kind, `${name} ${sentence}`, { cause: error });
}

const LOCKED = 'cannot be written to. Make it writable for this user, or set DATA_DIR to another directory.';
const IN_THE_WAY =
  'cannot be made: a file is where a directory has to be. Move it away, or set DATA_DIR to another directory.';
const FULL = 'is on a disk that is full. Free some space, then start again.';

const SENTENCES: Record<string, string> = {
  EACCES: LOCKED,
  EPERM: LOCKED,
  EROFS: LOCKED,
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EISDIR: 'is a directory where a file has to be. Move it away, or set DATA_DIR to another directory.',
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENAMETOOLONG: 'is a longer path than this system allows. Set DATA_DIR to a shorter one.',
  EIO: 'is on a disk that gives read or write errors. Look after the disk, or restore a backup into another DATA_DIR.',
};
