import { NotFound, Permanent } from '../../domain/faults.ts';
import type { StoredFile } from '../../domain/stored-file.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Ports } from '../../ports/ports.ts';

export type MigrationPorts = Pick<Ports, 'store' | 'withTempDir'> & { from: FileStore; to: FileStore };

const PAGE = 200;
const SAY_EVERY = 100;

/**
 * Copies every file that the database knows to another place. A copy appears whole or not at all, and stays only when its
 * bytes have the hash that the database knows; what is there already is not read again. Nothing is removed from the
 * old place. Throws Permanent `file_differs` when the old place holds other bytes than were once put there.
 */
export async function migrateStorage(
  ports: MigrationPorts,
  tell: (sentence: string) => void,
): Promise<{ copied: number; there: number; missing: number }> {
  const done = { copied: 0, there: 0, missing: 0 };
  for (let after: string | null = null; ;) {
    const page: StoredFile[] = await ports.store.read.files.page(after, PAGE);
    for (const file of page) {
      done[await migrateFile(ports, file, tell)] += 1;
      const count = done.copied + done.there + done.missing;
      if (count % SAY_EVERY === 0) tell(`${count} files looked at, ${done.copied} copied.`);
    }
    after = page.at(-1)?.id ?? null;
    if (after === null || page.length < PAGE) return done;
  }
}

async function migrateFile(
  { from, to, withTempDir }: MigrationPorts,
  { key, bytes, sha256, mimeType }: StoredFile,
  tell: (sentence: string) => void,
): Promise<'copied' | 'there' | 'missing'> {
  if ((await to.size(key)) === bytes) return 'there';
  try {
    const written = await withTempDir(async (dir) => to.put(key, await from.materialise(key, dir), mimeType));
    if (written.sha256 === sha256) return 'copied';
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    tell(`${key} is missing at its old place.`);
    return 'missing';
  }
  await to.remove([key]);
  throw new Permanent('file_differs', `${key} is not what was put there. Restore it from a backup first.`);
}
