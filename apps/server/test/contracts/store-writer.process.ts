import { randomUUID } from 'node:crypto';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { aSession } from './store-world.ts';

/** Writes to the embedded database as fast as it can, and tells its parent of each row once it is acknowledged. */
const database = await openDatabase({ kind: 'embedded', directory: process.argv[2] ?? '' });
database.announce({ url: 'http://localhost:3000', token: 'let me in' });
const store = openStore(database, () => ({
  send: () => Promise.reject(new Error('These tests send no jobs.')),
}));

for (;;) {
  const { id } = await aSession(store, { title: randomUUID() });
  process.send?.(id);
}
