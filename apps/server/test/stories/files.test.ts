import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiskFileStore } from '#src/adapters/storage/disk-file-store.ts';
import { createMediaLinks } from '#src/adapters/storage/media-links.ts';
import type { JobRun } from '#src/ports/job-queue.ts';
import type { Store } from '#src/ports/store.ts';
import { preparePhoto } from '#src/use-cases/1-brief/prepare-photo.ts';
import { uploadPhoto } from '#src/use-cases/1-brief/upload-photo.ts';
import { writeBrief } from '#src/use-cases/1-brief/write-brief.ts';
import { generateImage } from '#src/use-cases/2-images/generate-image.ts';
import { runJob } from '#src/use-cases/making/run-job.ts';
import { deleteSession } from '#src/use-cases/session/delete-session.ts';
import { restoreSession } from '#src/use-cases/session/restore-session.ts';
import { sweep } from '#src/use-cases/session/sweep.ts';
import { there } from '../contracts/store-world.ts';
import { type HttpWorld, openHttpWorld, type Person } from '../http/http-world.ts';

const run = promisify(execFile);

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/** The same store, on a day to come. */
function storeIn(store: Store, days: number): Store {
  const now = async () => daysAgo(-days);
  return { ...store, write: (work) => store.write((tx) => work({ ...tx, now })) };
}

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

test('an ad that nobody touches is announced a week before it is removed, unless it is pinned', async () => {
  const [forgotten, pinned] = [await world.finishedAd(person), await world.finishedAd(person)];
  const ports = { ...world.ports, limits: { ...world.ports.limits, retentionDays: 30 } };
  const { store, files } = ports;
  const path = (sessionId: string) => `/api/sessions/${sessionId}`;
  const { version } = (await person.ask('GET', path(pinned.sessionId))).json<{ version: number }>();
  await person.ask('PATCH', path(pinned.sessionId), { version, is_pinned: true });
  const sweepIn = (days: number) => sweep({ ...ports, store: storeIn(store, days) });

  await sweepIn(22);
  expect((await person.ask('GET', path(forgotten.sessionId))).json()).toMatchObject({ remove_after: null });
  await sweepIn(24);
  const told = (await person.ask('GET', path(forgotten.sessionId))).json<{ remove_after: string }>();
  expect(Date.parse(told.remove_after) - Date.now()).toBeGreaterThan(30 * DAY_MS);
  await sweepIn(30);
  expect(await files.size(forgotten.file.key)).toBe(forgotten.file.bytes);
  await sweepIn(32);
  expect((await person.ask('GET', path(forgotten.sessionId))).statusCode).toBe(404);
  expect(await files.size(forgotten.file.key)).toBeNull();
  expect((await person.ask('GET', path(pinned.sessionId))).json()).toMatchObject({
    is_pinned: true,
    remove_after: null,
  });
});

test('a retention that is set on an old installation removes nothing unannounced', async () => {
  const { sessionId, file } = await world.finishedAd(person);
  const ports = { ...world.ports, limits: { ...world.ports.limits, retentionDays: 1 } };
  await sweep({ ...ports, store: storeIn(ports.store, 400) });
  expect(await ports.files.size(file.key)).toBe(file.bytes);
  await sweep(world.ports);
  expect((await ports.store.read.sessions.find(sessionId))?.removeAfter).toBeNull();
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

test('when the database knows hardly any of the files, it is the wrong one, and none is removed', async () => {
  const { files, withTempDir } = world.ports;
  const keys = Array.from({ length: 40 }, (_, i) => `sessions/${randomUUID()}/images/${i}.png`);
  await withTempDir(async (dir) => {
    await writeFile(join(dir, 'x'), 'x');
    for (const key of keys) {
      await files.put(key, join(dir, 'x'), 'image/png');
      await utimes(await files.materialise(key, dir), daysAgo(1), daysAgo(1));
    }
  });
  await sweep(world.ports);
  expect(await Promise.all(keys.map((key) => files.size(key)))).toEqual(keys.map(() => 1));
  expect(world.log()).toContain('sweep.refused');
  await files.remove(keys);
});

test('a picture that lost bytes on the disk is not worked with as if it were whole', async () => {
  const { file } = await world.finishedAd(person);
  const { files, withTempDir } = world.ports;
  await withTempDir(async (dir) => {
    const path = await files.materialise(file.key, dir, file.sha256);
    await truncate(path, file.bytes / 2);
    await expect(files.materialise(file.key, dir, file.sha256)).rejects.toMatchObject({
      code: 'file_damaged',
    });
  });
});

test('a cut-out whose process is killed is tried again, and its photo is not ready before it is cut out', async () => {
  const { ports } = world;
  const { id: sessionId } = (await person.ask('POST', '/api/sessions', { prompt: 'Dew, the serum' })).json<{
    id: string;
  }>();
  const assetId = await ports.withTempDir(async (dir) => {
    const path = join(dir, 'bottle.png');
    const product = await sharp({ create: { width: 300, height: 600, channels: 4, background: '#1f6f6a' } })
      .png()
      .toBuffer();
    await sharp({ create: { width: 800, height: 800, channels: 4, background: '#00000000' } })
      .composite([{ input: product }])
      .png()
      .toFile(path);
    return uploadPhoto(ports, { userId: person.id, sessionId, path, kind: 'photo' });
  });
  const photo = async () =>
    (await ports.store.read.assets.ofSession(sessionId)).find(({ id }) => id === assetId);
  const cutOut = (triedTimes: number) =>
    runJob(ports, preparePhoto, { sessionId, assetId }, aRun(triedTimes));

  const killed: number[] = [];
  const kill = (started: unknown) => {
    const { pid } = started as { pid?: number };
    if (pid === undefined) return;
    killed.push(pid);
    process.kill(pid, 'SIGKILL');
  };
  subscribe('spotsmith:child-process', kill);
  try {
    for (const triedTimes of [0, 1, 2, 3]) {
      await cutOut(triedTimes);
      expect(await photo()).toMatchObject({ status: 'queued', trouble: { code: 'machine_busy' } });
    }
  } finally {
    unsubscribe('spotsmith:child-process', kill);
  }
  expect(killed).toHaveLength(4);
  await cutOut(4);
  expect(await photo()).toMatchObject({ status: 'ready', trouble: null, warnings: expect.any(Array) });
  expect(there(await photo())).toMatchObject({ preparedFileIds: { cutout: expect.any(String) } });
});

// Only root may mount a small disk.
test.runIf(process.getuid?.() === 0)(
  'a picture that the disk has no room for says so and waits, and is made once there is room',
  async () => {
    const disk = await mkdtemp(join(tmpdir(), 'spotsmith-small-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    try {
      const links = createMediaLinks([Buffer.from('a media secret of the tests')]);
      const ports = { ...world.ports, files: await createDiskFileStore({ root: disk, links }) };
      const { spending, sessions, assets } = ports.store.read;
      const asked = await person.ask('POST', '/api/generate-images', { prompt: 'Dew, the face serum' });
      const { id: sessionId } = asked.json<{ id: string }>();
      const session = async () => there(await sessions.find(sessionId));
      const image = async () =>
        there(
          (await assets.ofSession(sessionId)).find(
            ({ kind, position }) => kind === 'image' && position === 0,
          ),
        );
      await runJob(ports, writeBrief, { sessionId, stageRun: (await session()).stageRun }, aRun(0));
      const payload = { sessionId, assetId: (await image()).id, stageRun: (await session()).stageRun };

      const filler = join(disk, 'filler');
      await expect(writeFile(filler, Buffer.alloc(2 * 1024 * 1024))).rejects.toThrow('ENOSPC');
      await runJob(ports, generateImage, payload, aRun(0));
      expect(await image()).toMatchObject({ status: 'queued', trouble: { code: 'storage_full' } });
      expect((await session()).lastMessage).toMatch(/^Retrying in \d s: The disk is full. Free some space/);

      await rm(filler);
      await runJob(ports, generateImage, payload, aRun(1));
      expect(await image()).toMatchObject({ status: 'ready', trouble: null });
      const calls = (await spending.ofSession(sessionId)).filter(({ stage }) => stage === 'image');
      expect(calls).toMatchObject([{ outcome: 'succeeded' }]);
    } finally {
      await run('umount', [disk]);
      await rm(disk, { recursive: true });
    }
  },
);

function aRun(triedTimes: number): JobRun {
  return { id: 'a job', triedTimes, waitedMs: 0, isHopeless: false, signal: new AbortController().signal };
}
