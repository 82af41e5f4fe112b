import { join } from 'node:path';
import { openDatabase } from './adapters/postgres/open-database.ts';
import { openStore } from './adapters/postgres/open-store.ts';
import { openTempDirs } from './adapters/storage/temp-dirs.ts';
import { type Config, ConfigError } from './config.ts';
import { openStorage } from './open-storage.ts';
import type { MigrationPorts } from './use-cases/session/migrate-storage.ts';

/** The database and both places for media: the bucket of the settings and the folder of DATA_DIR. */
export async function openMigration(
  config: Config,
  to: 'disk' | 's3',
): Promise<MigrationPorts & { close(): Promise<void> }> {
  if (config.storage.kind !== 's3') {
    throw new ConfigError('Set S3_BUCKET_NAME and its keys: they say which bucket; --to says which way.');
  }
  const bucket = await openStorage(config);
  const folder = await openStorage({
    ...config,
    storage: { kind: 'disk', directory: join(config.dataDir, 'media') },
  });
  const [from, target] = to === 's3' ? [folder.files, bucket.files] : [bucket.files, folder.files];
  const database = await openDatabase(config.database);
  const noJobs = { send: () => Promise.reject(new Error('A migration sends no jobs.')) };
  return {
    store: openStore(database, () => noJobs),
    from,
    to: target,
    withTempDir: await openTempDirs(join(config.dataDir, 'tmp')),
    close: () => database.close(),
  };
}
