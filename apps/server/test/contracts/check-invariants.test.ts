import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { aSession, openStoreWorld } from './store-world.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-invariants-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('an ad that waits for work nobody was sent to do is seen', async () => {
  const database = { kind: 'embedded', directory: join(dir, 'database') } as const;
  await copyEmbedded(database.directory);
  const world = await openStoreWorld(database);
  const [stuck] = [await aSession(world.store), await aSession(world.store)];
  await world.store.write((tx) => tx.sessions.update(stuck.id, { status: 'composing' }));
  await world.close();
  expect(await brokenInvariants(database, dir)).toEqual([
    `an ad is being worked on, and no job is there to do it: {"id":"${stuck.id}","status":"composing"}`,
  ]);
});
