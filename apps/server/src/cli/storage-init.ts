import { parseArgs } from 'node:util';
import { accessPolicy, initStorage } from '#src/open-storage.ts';
import { ConfigError, loadConfig, readEnvironment } from '#src/config.ts';

/** `npm run storage:init [-- --expire-days N]`: makes the bucket of the settings ready, and says what it needs. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { 'expire-days': { type: 'string' } } });
  const expireDays = values['expire-days'] === undefined ? null : Number(values['expire-days']);
  if (expireDays !== null && !(Number.isInteger(expireDays) && expireDays > 0)) {
    throw new ConfigError('--expire-days must be a whole number of days.');
  }
  const config = loadConfig(readEnvironment());
  if (config.storage.kind !== 's3') {
    throw new ConfigError('Media lies on the disk. Set S3_BUCKET_NAME and its keys first; see .env.example.');
  }
  for (const sentence of await initStorage(config, config.storage, expireDays))
    process.stdout.write(`${sentence}\n`);
  process.stdout.write(
    `\nThe access key needs these rights (on R2: "Object Read & Write" for this bucket):\n`,
  );
  process.stdout.write(`${accessPolicy(config.storage.bucket)}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
