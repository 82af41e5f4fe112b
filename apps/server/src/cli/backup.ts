import { resolve } from 'node:path';
import { backUp } from '#src/back-up.ts';
import { loadConfig, readEnvironment } from '#src/config.ts';
import { runWithDirectory } from './run-with-directory.ts';

await runWithDirectory('npm run backup -- NEW_DIRECTORY', async (directory) => {
  const config = loadConfig(readEnvironment());
  await backUp(config, resolve(directory));
  return `Backed up ${config.dataDir} into ${directory}.`;
});
