import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteSession } from '#src/use-cases/6-deliver/delete-session.ts';
import { restoreSession } from '#src/use-cases/6-deliver/restore-session.ts';
import { sweep } from '#src/use-cases/flow/sweep.ts';
import { type HttpWorld, openHttpWorld, type Person } from '../http/http-world.ts';

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

test('a deleted ad can be restored with its file for a week, then it is gone with its file', async () => {
  const { sessionId, file } = await world.finishedAd(person);
  const ref = { userId: person.id, sessionId };
  const { store, files } = world.ports;

  await deleteSession(world.ports, ref);
  await sweep(world.ports);
  await restoreSession(world.ports, ref);
  expect(await files.size(file.key)).toBe(file.bytes);

  await store.write((tx) => tx.sessions.update(sessionId, { deletedAt: daysAgo(8) }));
  await sweep(world.ports);
  expect(await store.read.sessions.find(sessionId)).toBeNull();
  expect(await files.size(file.key)).toBeNull();
});

test('a file that no row knows is removed, but not before it is an hour old', async () => {
  const { file } = await world.finishedAd(person);
  const { files, withTempDir } = world.ports;
  const orphan = file.key.replace(/[^/]+$/, 'orphan.png');
  const fresh = file.key.replace(/[^/]+$/, 'fresh.png');
  await withTempDir(async (dir) => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'x'), 'x');
    await files.put(orphan, join(dir, 'x'), 'image/png');
    await files.put(fresh, join(dir, 'x'), 'image/png');
    await utimes(await files.materialise(orphan, dir), daysAgo(1), daysAgo(1));
  });
  await sweep(world.ports);
  expect(await files.size(orphan)).toBeNull();
  expect(await files.size(fresh)).toBe(1);
  expect(await files.size(file.key)).toBe(file.bytes);
});
