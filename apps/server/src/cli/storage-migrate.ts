import { parseArgs } from 'node:util';
import { ConfigError, loadConfig, readEnvironment } from '#src/config.ts';
import { openMigration } from '#src/open-migration.ts';
import { migrateStorage } from '#src/use-cases/session/migrate-storage.ts';
import { tellFailure } from './tell-failure.ts';

/**
 * `npm run storage:migrate -- --to s3|disk`: copies every file that the database knows from the other place, whole and
 * compared by hash. What is there already is left alone, so it can be stopped and started again at any time.
 */
try {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  if (to !== 's3' && to !== 'disk') {
    throw new ConfigError('Usage: npm run storage:migrate -- --to s3, or --to disk. See docs/deploy.md.');
  }
  const migration = await openMigration(loadConfig(readEnvironment()), to);
  try {
    const done = await migrateStorage(migration, (sentence) => console.error(sentence));
    console.log(
      `${done.copied} files copied, ${done.there} were there, ${done.missing} are missing at their old place.`,
    );
    if (done.missing > 0) process.exitCode = 1;
  } finally {
    await migration.close();
  }
} catch (error) {
  tellFailure(error);
}
