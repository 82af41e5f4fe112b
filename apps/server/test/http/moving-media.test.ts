import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiskFileStore } from '#src/adapters/storage/disk-file-store.ts';
import { createMediaLinks } from '#src/adapters/storage/media-links.ts';
import type { FileStore } from '#src/ports/file-store.ts';
import { checkStorage } from '#src/use-cases/session/check-storage.ts';
import { migrateStorage } from '#src/use-cases/session/migrate-storage.ts';
import { sweep } from '#src/use-cases/session/sweep.ts';
import { openHttpWorld, type FinishedAd, type HttpWorld } from './http-world.ts';

let world: HttpWorld;
let dir: string;
let other: FileStore;
let ads: FinishedAd[];

beforeAll(async () => {
  world = await openHttpWorld();
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-moving-'));
  other = await createDiskFileStore({
    root: join(dir, 'other'),
    links: createMediaLinks([Buffer.alloc(32)]),
  });
  const person = await world.person();
  ads = [await world.finishedAd(person), await world.finishedAd(person), await world.finishedAd(person)];
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true });
});

const move = (from: FileStore, to: FileStore) =>
  migrateStorage(
    { store: world.ports.store, withTempDir: world.ports.withTempDir, from, to },
    () => undefined,
  );

const textAt = async (files: FileStore, key: string) => (await buffer(await files.open(key))).toString();

async function put(files: FileStore, key: string, text: string): Promise<void> {
  await writeFile(join(dir, 'bytes'), text);
  await files.put(key, join(dir, 'bytes'), 'video/mp4');
}

test('media move to another place, and what was moved before a stop is not moved again', async () => {
  const { files } = world.ports;
  const [first] = ads;
  await put(other, first?.file.key ?? '', await textAt(files, first?.file.key ?? ''));
  expect(await move(files, other)).toEqual({ copied: 2, there: 1, missing: 0 });
  expect(await move(files, other)).toEqual({ copied: 0, there: 3, missing: 0 });
  for (const { file } of ads) expect(await textAt(other, file.key)).toBe(await textAt(files, file.key));
});

test('a file that is not what was once stored is refused, and not left at the new place', async () => {
  const { key, bytes } = ads[1]!.file;
  const place = await createDiskFileStore({
    root: join(dir, 'changed'),
    links: createMediaLinks([Buffer.alloc(32)]),
  });
  await other.remove([key]);
  await put(place, key, 'x'.repeat(bytes));
  await expect(move(place, other)).rejects.toThrow('is not what was put there');
  expect(await other.size(key)).toBeNull();
});

test('the storage is compared with the database both ways, and the sweep removes only what nobody knows', async () => {
  const { store, files, limits, log } = world.ports;
  const orphan = `sessions/${ads[0]!.sessionId}/images/left-behind.png`;
  await put(files, orphan, 'of a worker that was killed');
  await files.remove([ads[2]!.file.key]);
  expect(await checkStorage({ store, files })).toEqual({
    known: 3,
    missing: [ads[2]!.file.key],
    orphans: [orphan],
  });
  await sweep({ store, files, limits, log }, 0);
  expect((await checkStorage({ store, files })).orphans).toEqual([]);
  expect(await files.size(ads[0]!.file.key)).not.toBeNull();
});
