import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { openDatabase, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
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

test('while PostgreSQL has no connection left a job waits, and is not counted as one that takes workers down', async () => {
  const adminUrl = inject('postgresServers').at(-1)?.adminUrl ?? '';
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const url = new URL(await createDatabase(adminUrl));
  const name = url.pathname.slice(1);
  // Limits hold for everybody but the superuser.
  await admin.query(`create role ${name} login password 'of the test'`);
  await admin.query(`alter database ${name} owner to ${name}`);
  [url.username, url.password] = [name, 'of the test'];
  const database = await openDatabase({ kind: 'postgresql', url: url.href, poolSize: 5 });
  const { queue, senderIn } = openQueue(database.engine, quiet);
  const store = openStore(database, senderIn);
  const sessionId = randomUUID();
  const [started, exhausted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = Promise.withResolvers<{ isHopeless: boolean; triedTimes: number }>();
  let looks = 0;
  await queue.start();
  await queue.work(
    everyJob(async (_id, run) => {
      started.resolve();
      await exhausted.promise;
      looks += 1;
      await store.read.sessions.find(sessionId);
      done.resolve(run);
    }),
    oneOfEach,
  );
  await store.write((tx) => tx.jobs.send('generate-image', { sessionId, assetId: sessionId, stageRun: 1 }));
  await started.promise;
  await admin.query(`alter database ${name} connection limit 0`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  exhausted.resolve();
  await sleep(EXHAUSTED_MS);
  await admin.query(`alter database ${name} connection limit -1`);
  const { isHopeless, triedTimes } = await done.promise;
  expect(looks).toBeGreaterThan(1);
  expect(isHopeless).toBe(false);
  // Its heartbeat was missed once, for all that the database knows.
  expect(triedTimes).toBeLessThanOrEqual(1);
  await queue.drain(1000);
  await database.close();
  await admin.end();
});

/** Longer than a heartbeat may be missed. */
const EXHAUSTED_MS = 15_000;

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
