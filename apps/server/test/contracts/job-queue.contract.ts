import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase, type Database, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { openQueue } from '#src/adapters/queue/open-queue.ts';
import type { JobQueue, JobRun } from '#src/ports/job-queue.ts';
import type { Store } from '#src/ports/store.ts';
import { everyJob, oneOfEach, quiet } from './job-queue-world.ts';
import { aSession } from './store-world.ts';

const WAIT = { timeout: 60_000, interval: 50 };

type Handler = (sessionId: string, run: JobRun) => Promise<void>;

/** What the queue must do on either database. `settings` names an empty one. */
export function jobQueueContract(
  name: string,
  given: { settings(): Promise<DatabaseSettings>; cleanUp(): Promise<void> },
): void {
  describe(`The job queue on ${name}`, () => {
    let database: Database;
    beforeAll(async () => {
      database = await openDatabase(await given.settings());
    });
    afterAll(async () => {
      await database.close();
      await given.cleanUp();
    });

    /** A started queue whose jobs `generate-image` and `prepare-photo` go to `handle`. */
    async function withQueue(
      handle: Handler,
      use: (store: Store, queue: JobQueue) => Promise<void>,
      concurrency = 1,
    ): Promise<void> {
      const { queue, senderIn } = openQueue(database.engine, quiet);
      await queue.start();
      await queue.work(everyJob(handle), { ...oneOfEach, 'generate-image': concurrency });
      try {
        await use(openStore(database, senderIn), queue);
      } finally {
        await queue.drain(1000);
      }
    }

    const send = (store: Store, sessionId: string, options = {}) =>
      store.write((tx) =>
        tx.jobs.send('generate-image', { sessionId, assetId: sessionId, stageRun: 1 }, options),
      );

    test('a job runs once the transaction that sent it is committed, and never if it was rolled back', async () => {
      const handled: string[] = [];
      const done = Promise.withResolvers<void>();
      const [lost, kept] = [randomUUID(), randomUUID()];
      const handle: Handler = async (sessionId) => {
        handled.push(sessionId);
        if (sessionId === kept) done.resolve();
      };
      await withQueue(handle, async (store) => {
        await expect(
          store.write(async (tx) => {
            await tx.jobs.send('parse-prompt', { sessionId: lost, stageRun: 1 });
            throw new Error('stop here');
          }),
        ).rejects.toThrow('stop here');
        await store.write(async (tx) => {
          await tx.jobs.send('parse-prompt', { sessionId: kept, stageRun: 1 });
          await sleep(300);
          expect(handled).toEqual([]);
        });
        await done.promise;
        expect(handled).toEqual([kept]);
      });
    });

    test('a job that fails is delivered again and knows how often it was tried', async () => {
      const tries: number[] = [];
      const done = Promise.withResolvers<void>();
      const handle: Handler = async (_, { triedTimes }) => {
        tries.push(triedTimes);
        if (triedTimes < 6) throw new Error('not yet');
        done.resolve();
      };
      await withQueue(handle, async (store) => {
        await send(store, randomUUID(), { triedTimes: 5 });
        await done.promise;
      });
      expect(tries).toEqual([5, 6]);
    });

    test('a job that took its worker down a dozen times is delivered as hopeless', async () => {
      const done = Promise.withResolvers<boolean>();
      const handle: Handler = async (_, { isHopeless }) => done.resolve(isHopeless);
      await withQueue(handle, async (store) => {
        await send(store, randomUUID(), { startAfterMs: 60_000 });
        await database.drizzle.execute(
          sql`update pgboss.job set retry_count = 12, start_after = now()
              where name = 'generate-image' and state = 'created'`,
        );
        expect(await done.promise).toBe(true);
      });
    });

    test('a job that was given up is shown with what it said last, and can be delivered once more or forgotten', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const again = Promise.withResolvers<void>();
      let mayWork = false;
      const handle: Handler = async () => {
        if (!mayWork) throw new Error('the disk was full');
        again.resolve();
      };
      await withQueue(handle, async (store, queue) => {
        await send(store, first);
        await send(store, second);
        await database.drizzle.execute(
          sql`update pgboss.job set retry_limit = 0 where name = 'generate-image'`,
        );
        const givenUp = await vi.waitFor(async () => {
          const jobs = (await queue.troubled(10)).filter(({ state }) => state === 'failed');
          expect(jobs.map(({ sessionId }) => sessionId)).toEqual(expect.arrayContaining([first, second]));
          return jobs;
        }, WAIT);
        expect(givenUp[0]).toMatchObject({ name: 'generate-image', error: 'the disk was full' });
        expect(await queue.depths()).toContainEqual({ name: 'generate-image', state: 'failed', count: 2 });
        const [one, other] = [first, second].map(
          (id) => givenUp.find((job) => job.sessionId === id)?.id ?? '',
        );
        mayWork = true;
        expect(await queue.retry(one ?? '')).toBe(true);
        await again.promise;
        expect(await queue.retry(one ?? '')).toBe(false);
        expect(await queue.discard(other ?? '')).toBe(true);
        expect(await queue.discard(other ?? '')).toBe(false);
        expect(await queue.troubled(10)).toEqual([]);
      });
    });

    test('somebody with one job is served before the rest of somebody who has many', async () => {
      const store = openStore(database, openQueue(database.engine, quiet).senderIn);
      const [many, one] = [await aSession(store), await aSession(store)];
      const order: string[] = [];
      const done = Promise.withResolvers<void>();
      const handle: Handler = async (sessionId) => {
        order.push(sessionId);
        if (order.length === 6) done.resolve();
      };
      const { queue, senderIn } = openQueue(database.engine, quiet);
      await queue.start();
      const sending = openStore(database, senderIn);
      for (let count = 0; count < 5; count++) await send(sending, many.id);
      await send(sending, one.id);
      await queue.work(everyJob(handle), oneOfEach);
      await done.promise;
      await queue.drain(1000);
      expect(order.indexOf(one.id)).toBeLessThanOrEqual(1);
    });

    test('a job sent for later lets the others pass', async () => {
      const [later, now] = [randomUUID(), randomUUID()];
      const order: string[] = [];
      const done = Promise.withResolvers<void>();
      const handle: Handler = async (sessionId) => {
        order.push(sessionId);
        if (order.length === 2) done.resolve();
      };
      await withQueue(handle, async (store) => {
        await send(store, later, { startAfterMs: 1500 });
        await send(store, now);
        await done.promise;
      });
      expect(order).toEqual([now, later]);
    });

    test('no more jobs of a kind run at once than allowed, and all of them run', async () => {
      const done = Promise.withResolvers<void>();
      const three = Promise.withResolvers<void>();
      let running = 0;
      let most = 0;
      let finished = 0;
      const handle: Handler = async () => {
        most = Math.max(most, ++running);
        if (running === 3) three.resolve();
        await three.promise;
        await sleep(100);
        running--;
        if (++finished === 8) done.resolve();
      };
      const handleAndSend = async (store: Store) => {
        await Promise.all(Array.from({ length: 8 }, () => send(store, randomUUID())));
        await done.promise;
      };
      await withQueue(handle, handleAndSend, 3);
      expect(most).toBe(3);
    });

    test('a payload that does not fit the job is refused when sent, and dropped when it lies there already', async () => {
      const handled: string[] = [];
      const done = Promise.withResolvers<void>();
      const handle: Handler = async (sessionId) => {
        handled.push(sessionId);
        done.resolve();
      };
      const good = randomUUID();
      await withQueue(handle, async (store) => {
        await expect(send(store, 'not an id')).rejects.toThrow(/uuid/i);
        await send(store, randomUUID(), { startAfterMs: 60_000 });
        await database.drizzle.execute(
          sql`update pgboss.job set data = '{"payload": {"sessionId": 1}, "triedTimes": 0}', start_after = now()
              where name = 'generate-image' and state = 'created'`,
        );
        await send(store, good);
        await done.promise;
      });
      expect(handled).toEqual([good]);
    });

    test('draining waits for the running job and starts no other', async () => {
      const started = Promise.withResolvers<void>();
      const finished: string[] = [];
      const [running, waiting] = [randomUUID(), randomUUID()];
      const handle: Handler = async (sessionId) => {
        started.resolve();
        await sleep(500);
        finished.push(sessionId);
      };
      await withQueue(handle, async (store, queue) => {
        await send(store, running);
        await started.promise;
        await send(store, waiting);
        await queue.drain(10_000);
        expect(finished).toEqual([running]);
      });

      const resumed = Promise.withResolvers<string>();
      await withQueue(
        async (sessionId) => resumed.resolve(sessionId),
        async () => expect(await resumed.promise).toBe(waiting),
      );
    });

    test('draining aborts a job that takes too long, and it is delivered again at the next start', async () => {
      const started = Promise.withResolvers<void>();
      let wasAborted = false;
      const id = randomUUID();
      const handle: Handler = async (_, { signal }) => {
        started.resolve();
        await sleep(60_000, undefined, { signal }).catch(() => undefined);
        wasAborted = signal.aborted;
        throw new Error('stopped');
      };
      await withQueue(handle, async (store, queue) => {
        await send(store, id);
        await started.promise;
        await queue.drain(1000);
        expect(wasAborted).toBe(true);
      });

      const again = Promise.withResolvers<string>();
      await withQueue(
        async (sessionId) => again.resolve(sessionId),
        async () => expect(await again.promise).toBe(id),
      );
    });

    test('the sweep is scheduled, and the queue says that it is well', async () => {
      await withQueue(
        async () => undefined,
        async (_, queue) => {
          expect(await queue.isHealthy()).toBe(true);
          const { rows } = await database.drizzle.execute(sql`select name, cron from pgboss.schedule`);
          expect(rows).toEqual([{ name: 'sweep', cron: '*/10 * * * *' }]);
        },
      );
    });
  });
}
