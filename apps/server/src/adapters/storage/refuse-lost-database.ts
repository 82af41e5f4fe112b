import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '#src/domain/faults.ts';

/** Where the media of an installation lie, below its media directory. */
const ROOMS = ['sessions', 'brands'];

/**
 * Refuses to begin a new installation on what is left of an old one: media without the database that knows them, as after
 * a restore that was cut short. The sweep would take every file for an orphan. Throws Unavailable `database_lost`.
 */
export async function refuseLostDatabase(databaseDirectory: string, mediaDirectory: string): Promise<void> {
  // PostgreSQL writes it first. The marker says that the making was cut short, and what is there counts for nothing.
  const isThere =
    existsSync(join(databaseDirectory, 'PG_VERSION')) && !existsSync(`${databaseDirectory}.unfinished`);
  if (isThere || !(await holdsMedia(mediaDirectory))) return;
  throw new Unavailable(
    'database_lost',
    `${mediaDirectory} holds media, but their database is not in ${databaseDirectory}, or not whole. Nothing was changed. Put the database back (npm run restore into a new DATA_DIR), or move the media away to begin anew.`,
  );
}

async function holdsMedia(mediaDirectory: string): Promise<boolean> {
  for (const room of ROOMS) {
    const entries = await readdir(join(mediaDirectory, room), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    if (entries.some((entry) => entry.isFile())) return true;
  }
  return false;
}
