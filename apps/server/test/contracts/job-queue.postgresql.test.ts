import { inject } from 'vitest';
import { createDatabase } from '../support/create-database.ts';
import { jobQueueContract } from './job-queue.contract.ts';

for (const { version, adminUrl } of inject('postgresServers')) {
  jobQueueContract(`PostgreSQL ${version}`, {
    settings: async () => ({ kind: 'postgresql', url: await createDatabase(adminUrl), poolSize: 10 }),
    cleanUp: async () => undefined,
  });
}
