import { inject } from 'vitest';
import { createDatabase } from '../support/create-database.ts';
import { storeContract } from './store.contract.ts';
import { openStoreWorld } from './store-world.ts';

for (const { version, adminUrl } of inject('postgresServers')) {
  storeContract(`PostgreSQL ${version}`, async () =>
    openStoreWorld({ kind: 'postgresql', url: await createDatabase(adminUrl), poolSize: 20 }),
  );
}
