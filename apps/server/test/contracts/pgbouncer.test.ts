import { sql } from '#src/adapters/postgres/drizzle.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { createDatabase } from '../support/create-database.ts';
import { findPgbouncer, type Pgbouncer, startPgbouncer } from '../support/start-pgbouncer.ts';
import { jobQueueContract } from './job-queue.contract.ts';
import { storeContract } from './store.contract.ts';
import { openStoreWorld } from './store-world.ts';

const program = findPgbouncer();
const adminUrl = inject('postgresServers').at(-1)?.adminUrl ?? '';
if (program === null) {
  console.warn('SKIPPED: PgBouncer is not installed, so nothing is tested behind a pooler here.');
}

describe.runIf(program !== null)('behind a real PgBouncer in transaction mode', () => {
  let bouncer: Pgbouncer;
  beforeAll(async () => {
    bouncer = await startPgbouncer(program ?? '', adminUrl);
  });
  afterAll(() => bouncer.stop());

  const settings = async () => {
    const directUrl = await createDatabase(adminUrl);
    return { kind: 'postgresql', url: bouncer.urlOf(directUrl), directUrl, poolSize: 20 } as const;
  };

  storeContract('PostgreSQL behind PgBouncer', async () => openStoreWorld(await settings()));
  jobQueueContract('PostgreSQL behind PgBouncer', { settings, cleanUp: async () => undefined });

  test('a transaction that hangs is ended, though the pooler takes no settings at the start', async () => {
    const { drizzle, atBegin, close } = await openDatabase(await settings());
    const limitIn = async (db: Pick<typeof drizzle, 'execute'>) =>
      (await db.execute(sql`show statement_timeout`)).rows;
    const inside = await drizzle.transaction(async (tx) => {
      if (atBegin !== null) await tx.execute(atBegin);
      return limitIn(tx);
    });
    expect(inside).toEqual([{ statement_timeout: '20s' }]);
    // Whoever gets this connection next is not bound by it.
    expect(await limitIn(drizzle)).toEqual([{ statement_timeout: '0' }]);
    await close();
  });
});
