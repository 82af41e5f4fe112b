import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { storeContract } from './store.contract.ts';
import { openStoreWorld } from './store-world.ts';

storeContract('PGlite', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-store-'));
  const directory = join(dataDir, 'database');
  await copyEmbedded(directory);
  const world = await openStoreWorld({ kind: 'embedded', directory });
  return {
    ...world,
    async close() {
      await world.close();
      await rm(dataDir, { recursive: true });
    },
  };
});
