import { backUpEmbedded, restoreEmbedded, type EmbeddedData } from './adapters/postgres/back-up-embedded.ts';
import { ConfigError, type Config } from './config.ts';

const OWNER_ONLY = 0o077;

/** Copies the installation that `config` names into the new directory `target`. Embedded only. */
export async function backUp(config: Config, target: string): Promise<void> {
  process.umask(OWNER_ONLY);
  await backUpEmbedded(embeddedData(config), target);
}

/** Puts a backup into the empty data directory that `config` names. Embedded only. */
export async function restore(config: Config, source: string): Promise<void> {
  process.umask(OWNER_ONLY);
  await restoreEmbedded(source, embeddedData(config));
}

function embeddedData({ dataDir, database }: Config): EmbeddedData {
  if (database.kind !== 'embedded') {
    throw new ConfigError(
      'DATABASE_URL is set. Back up a PostgreSQL server with its own tools, e.g. pg_dump, and DATA_DIR with yours.',
    );
  }
  return { dataDir, databaseDirectory: database.directory, passing: ['segments', 'tmp'] };
}
