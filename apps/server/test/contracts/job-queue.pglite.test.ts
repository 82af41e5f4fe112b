import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobQueueContract } from './job-queue.contract.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-queue-'));

jobQueueContract('PGlite', {
  settings: async () => ({ kind: 'embedded', directory: join(dataDir, 'database') }),
  cleanUp: () => rm(dataDir, { recursive: true }),
});
