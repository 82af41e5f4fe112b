import { openDatabase, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { openQueue } from '#src/adapters/queue/open-queue.ts';
import { everyJob, oneOfEach, quiet } from './job-queue-world.ts';

/** Sends itself one job, tells its parent that it has begun, and never ends it. */
const [settings, sessionId] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(settings ?? '') as DatabaseSettings);
const { queue, senderIn } = openQueue(database.engine, quiet);
await queue.start();
await queue.work(
  everyJob(async () => {
    process.send?.('begun');
    await new Promise(() => undefined);
  }),
  oneOfEach,
);
await openStore(database, senderIn).write((tx) =>
  tx.jobs.send('compose-ad', { sessionId: sessionId ?? '', assetId: sessionId ?? '', stageRun: 1 }),
);
