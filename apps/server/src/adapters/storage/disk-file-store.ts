import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Conflict, NotFound, Unavailable } from '#src/domain/faults.ts';
import type { FileStore } from '#src/ports/file-store.ts';
import { assertWhole } from './assert-whole.ts';
import type { MediaLinks } from './media-links.ts';
import { assertStorageKey } from './storage-key.ts';

/** Below the root, on the same file system, so that a finished file can be renamed into its place. */
const DRAFTS = '.drafts';

/** Files in a directory. The key is the path below it. */
export async function createDiskFileStore(options: { root: string; links: MediaLinks }): Promise<FileStore> {
  const { root, links } = options;
  const drafts = join(root, DRAFTS);
  await orUnavailable(() => mkdir(drafts, { recursive: true }));

  return {
    async put(key, localPath) {
      const path = pathOf(root, key);
      const draft = join(drafts, randomUUID());
      return orUnavailable(async () => {
        try {
          const written = await copyAndSync(localPath, draft);
          await refuseOther(path, key, written.sha256);
          await mkdir(dirname(path), { recursive: true });
          await rename(draft, path);
          await syncDirectories(dirname(path), root);
          return written;
        } finally {
          await rm(draft, { force: true });
        }
      });
    },

    async open(key, range) {
      const handle = await orNotFound(key, () => openForReading(pathOf(root, key)));
      return handle.createReadStream(range);
    },

    async size(key) {
      try {
        const found = await stat(pathOf(root, key));
        return found.isFile() ? found.size : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw asUnavailable(error);
      }
    },

    async materialise(key, _dir, sha256) {
      const path = pathOf(root, key);
      await orNotFound(key, async () => (await openForReading(path)).close());
      await assertWhole(path, key, sha256);
      return path;
    },

    async remove(keys) {
      await orUnavailable(() => Promise.all(keys.map((key) => rm(pathOf(root, key), { force: true }))));
    },

    async *list(prefix) {
      const directory = join(root, ...prefix.split('/').slice(0, -1));
      for (const path of await filesBelow(directory)) {
        const key = path.slice(root.length + 1).replaceAll(sep, '/');
        if (!key.startsWith(prefix) || key.startsWith(`${DRAFTS}/`)) continue;
        const writtenAt = await modifiedAt(path);
        if (writtenAt) yield { key, writtenAt };
      }
    },

    async removeHalfWritten(olderThan) {
      let removed = 0;
      for (const path of await filesBelow(drafts)) {
        const writtenAt = await modifiedAt(path);
        if (!writtenAt || writtenAt >= olderThan) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },

    signUrl: ({ id }, { expiresInSeconds, disposition, filename }) =>
      links.sign(id, { expiresInSeconds, disposition, filename }),

    directUrl: () => Promise.resolve(null),

    async bytesLeft() {
      const { bavail, bsize } = await orUnavailable(() => statfs(root));
      return bavail * bsize;
    },
  };
}

function pathOf(root: string, key: string): string {
  assertStorageKey(key);
  return join(root, ...key.split('/'));
}

async function copyAndSync(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(from) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await using target = await open(to, 'wx', 0o600);
  await target.writeFile(measured());
  await target.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** An object never changes: writing the same bytes again is a repeated job, other bytes are a mistake. */
async function refuseOther(path: string, key: string, sha256: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await openForReading(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const hash = createHash('sha256');
  for await (const chunk of handle.createReadStream()) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== sha256) {
    throw new Conflict('file_exists', `There is another file at ${key} already.`);
  }
}

/** A rename survives a power cut only when the directory was synced too, and each new one above it. */
async function syncDirectories(from: string, root: string): Promise<void> {
  for (let directory = from; directory.startsWith(root); directory = dirname(directory)) {
    await using handle = await open(directory, 'r');
    await handle.sync();
  }
}

/** Never through a symbolic link. */
function openForReading(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
}

async function filesBelow(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw asUnavailable(error);
  }
}

async function modifiedAt(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw asUnavailable(error);
  }
}

async function orNotFound<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error))
      throw new NotFound('file_not_found', `There is no file at ${key}.`, { cause: error });
    throw asUnavailable(error);
  }
}

async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asUnavailable(error);
  }
}

const FULL = ['ENOSPC', 'EDQUOT'];
const BROKEN = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'ENODEV', 'ENOTDIR', 'ESTALE'];

/** What the disk itself has to answer for; everything else is passed on as it is. */
function asUnavailable(error: unknown): unknown {
  const code = codeOf(error);
  if (FULL.includes(code)) {
    return new Unavailable('storage_full', 'The disk is full. Free some space, then try again.', {
      cause: error,
    });
  }
  if (BROKEN.includes(code)) {
    return new Unavailable(
      'storage_unavailable',
      `Media cannot be read or written (${code}). Check DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

/** A symbolic link where a file should be (ELOOP) is as good as nothing there. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
