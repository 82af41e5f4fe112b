import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openDatabase, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';
import { openQueue } from '#src/adapters/queue/open-queue.ts';
import { createDatabase } from '../support/create-database.ts';
import { everyJob, oneOfEach, quiet } from './job-queue-world.ts';

test('on PostgreSQL another worker takes up the job of a killed one once its heartbeat is missed', async () => {
  const adminUrl = inject('postgresServers').at(-1)?.adminUrl ?? '';
  await killAndTakeUp({ kind: 'postgresql', url: await createDatabase(adminUrl), poolSize: 5 });
});

test('the embedded database hands out the job of its killed owner at the next start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-crash-'));
  await killAndTakeUp({ kind: 'embedded', directory: join(dataDir, 'database') });
  await rm(dataDir, { recursive: true });
});

async function killAndTakeUp(settings: DatabaseSettings): Promise<void> {
  const sessionId = randomUUID();
  const worker = fork(
    new URL('job-queue-worker.process.ts', import.meta.url),
    [JSON.stringify(settings), sessionId],
    { execArgv: [] },
  );
  await once(worker, 'message');
  worker.kill('SIGKILL');
  await once(worker, 'exit');

  const database = await openDatabase(settings);
  const { queue } = openQueue(database.engine, quiet);
  const takenUp = Promise.withResolvers<{ id: string; triedTimes: number }>();
  await queue.start();
  await queue.work(
    everyJob(async (id, { triedTimes }) => takenUp.resolve({ id, triedTimes })),
    oneOfEach,
  );
  expect(await takenUp.promise).toEqual({ id: sessionId, triedTimes: 1 });
  await queue.drain(1000);
  await database.close();
}
