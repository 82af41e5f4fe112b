import { resolve } from 'node:path';
import { restore } from '#src/back-up.ts';
import { loadConfig, readEnvironment } from '#src/config.ts';
import { runWithDirectory } from './run-with-directory.ts';

await runWithDirectory('npm run restore -- BACKUP_DIRECTORY', async (directory) => {
  const config = loadConfig(readEnvironment());
  await restore(config, resolve(directory));
  return `Restored ${directory} into ${config.dataDir}. Start with: npm start`;
});
