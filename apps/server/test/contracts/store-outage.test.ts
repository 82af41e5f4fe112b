import { readdir } from 'node:fs/promises';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { createDatabase } from '../support/create-database.ts';
import { layCable, type Cable } from '../support/lay-cable.ts';
import { aSession, openStoreWorld, there, type StoreWorld } from './store-world.ts';

const MIGRATIONS = new URL('../../src/adapters/postgres/migrations', import.meta.url);
const adminUrl = inject('postgresServers').at(-1)?.adminUrl ?? '';

describe('While PostgreSQL is away', () => {
  let cable: Cable;
  let world: StoreWorld;
  let url: string;
  beforeAll(async () => {
    const direct = new URL(await createDatabase(adminUrl));
    cable = await layCable(Number(direct.port));
    direct.port = String(cable.port);
    url = direct.href;
    world = await openStoreWorld({ kind: 'postgresql', url, poolSize: 4 });
  });
  afterAll(async () => {
    await world.close();
    await cable.close();
  });

  test('listeners are woken when it goes, to learn that it is away, and when it is back, because they may have missed something', async () => {
    const session = await aSession(world.store);
    const gone = Promise.withResolvers<void>();
    const ignoreFirst = world.feed.subscribe(session.id, gone.resolve);
    cable.cut();
    await gone.promise;
    ignoreFirst();
    const back = Promise.withResolvers<void>();
    world.feed.subscribe(session.id, back.resolve);
    cable.mend();
    await back.promise;
    const again = Promise.withResolvers<void>();
    world.feed.subscribe(session.id, again.resolve);
    await world.store.write((tx) =>
      tx.progress.append(session.id, {
        stage: 'composition',
        progress: 1,
        overall: 91,
        message: 'Composing',
        metadata: {},
      }),
    );
    await again.promise;
  });

  test('every call says so at once, and works again as soon as the database is back', async () => {
    const session = await aSession(world.store);
    const away = { name: 'Unavailable', code: 'database_unavailable' };
    cable.cut();
    await expect(world.store.read.sessions.find(session.id)).rejects.toMatchObject(away);
    await expect(aSession(world.store)).rejects.toMatchObject(away);
    await expect(openDatabase({ kind: 'postgresql', url, poolSize: 4 })).rejects.toMatchObject(away);
    cable.mend();
    expect(await world.store.read.sessions.find(session.id)).toEqual(session);
  });

  test('with every connection taken a call says so within seconds, and works again when one is free', async () => {
    const session = await aSession(world.store);
    const release = Promise.withResolvers<void>();
    const holding = Array.from({ length: 4 }, () => world.store.write(() => release.promise));
    await expect(world.store.read.sessions.find(session.id)).rejects.toMatchObject({
      name: 'Unavailable',
      code: 'database_unavailable',
    });
    release.resolve();
    await Promise.all(holding);
    expect(await world.store.read.sessions.find(session.id)).toEqual(session);
  });

  test('a transaction that was under way is undone as a whole', async () => {
    const session = await aSession(world.store);
    const cutOff = world.store.write(async (tx) => {
      await tx.sessions.update(session.id, { title: 'Half done' });
      cable.cut();
      await tx.sessions.update(session.id, { title: 'Done' });
    });
    await expect(cutOff).rejects.toMatchObject({ code: 'database_unavailable' });
    cable.mend();
    expect(await world.store.read.sessions.find(session.id)).toEqual(session);
  });
});

test('processes that start at the same moment migrate a new database once', async () => {
  const url = await createDatabase(adminUrl);
  const opened = await Promise.all(
    Array.from({ length: 3 }, () => openDatabase({ kind: 'postgresql', url, poolSize: 2 })),
  );
  const { rows } = await there(opened[0]).drizzle.execute(sql`select hash from drizzle.__drizzle_migrations`);
  await Promise.all(opened.map((database) => database.close()));
  expect(rows).toHaveLength((await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).length);
});
