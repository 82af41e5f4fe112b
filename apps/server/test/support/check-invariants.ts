import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenInvariants as broken } from '#src/adapters/postgres/check-invariants.ts';
import { openDatabase, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';

/**
 * What must hold whenever no server runs and nothing is under way, whatever crashed before. Returns a sentence for each
 * breach; an empty list is a clean house. `media` is the folder of a disk storage, or how a file is read.
 */
export async function brokenInvariants(
  database: DatabaseSettings,
  media: string | ((key: string) => Promise<Uint8Array>),
): Promise<string[]> {
  const read = typeof media === 'string' ? (key: string) => readFile(join(media, key)) : media;
  const opened = await openDatabase(database);
  try {
    return await broken(
      opened,
      async (key) => {
        const bytes = await read(key).catch(() => null);
        return bytes && createHash('sha256').update(bytes).digest('hex');
      },
      { isAtRest: true },
    );
  } finally {
    await opened.close();
  }
}
