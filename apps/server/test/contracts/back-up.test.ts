import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  backUpEmbedded,
  restoreEmbedded,
  type EmbeddedData,
} from '#src/adapters/postgres/back-up-embedded.ts';
import type { Session } from '#src/domain/session.ts';
import { aSession, faultCode, openStoreWorld } from './store-world.ts';

let root: string;
let original: EmbeddedData;
let session: Session;

const dataIn = (name: string): EmbeddedData => ({
  dataDir: join(root, name),
  databaseDirectory: join(root, name, 'database'),
  passing: ['tmp'],
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spotsmith-backup-'));
  original = dataIn('data');
  const world = await openStoreWorld({ kind: 'embedded', directory: original.databaseDirectory });
  session = await aSession(world.store);
  const whileInUse = backUpEmbedded(original, join(root, 'in-use'));
  expect(await faultCode(whileInUse)).toBe('database_in_use');
  await world.close();
  await mkdir(join(original.dataDir, 'media', 'sessions'), { recursive: true });
  await writeFile(join(original.dataDir, 'media', 'sessions', 'a.png'), 'a picture');
  await mkdir(join(original.dataDir, 'tmp'));
  await writeFile(join(original.dataDir, 'tmp', 'half'), 'half a picture');
});
afterAll(() => rm(root, { recursive: true }));

test('a backup brings every ad and file back, and leaves out what is passing', async () => {
  const backup = join(root, 'backup');
  const restored = dataIn('restored');
  await backUpEmbedded(original, backup);
  await restoreEmbedded(backup, restored);

  const world = await openStoreWorld({ kind: 'embedded', directory: restored.databaseDirectory });
  expect(await world.store.read.sessions.find(session.id)).toEqual(session);
  await world.close();
  expect(await readFile(join(restored.dataDir, 'media', 'sessions', 'a.png'), 'utf8')).toBe('a picture');
  expect(await readdir(restored.dataDir)).not.toContain('tmp');

  const overIt = restoreEmbedded(backup, restored);
  expect(await faultCode(overIt)).toBe('data_dir_not_empty');
  const again = backUpEmbedded(original, backup);
  expect(await faultCode(again)).toBe('backup_exists');
});

test('a backup that lost or changed a single file is not restored at all', async () => {
  const backup = join(root, 'to-be-damaged');
  await backUpEmbedded(original, backup);
  const target = dataIn('from-changed');
  await writeFile(join(backup, 'files', 'media', 'sessions', 'a.png'), 'a pictur');
  expect(await faultCode(restoreEmbedded(backup, target))).toBe('backup_damaged');
  await writeFile(join(backup, 'files', 'media', 'sessions', 'a.png'), 'a picture');
  const archive = await readFile(join(backup, 'database.tar.gz'));
  await writeFile(join(backup, 'database.tar.gz'), archive.subarray(0, archive.length / 2));
  expect(await faultCode(restoreEmbedded(backup, target))).toBe('backup_damaged');
  await writeFile(join(backup, 'database.tar.gz'), archive);
  await restoreEmbedded(backup, target);
});

test('what is no backup is not restored, and what is no installation not backed up', async () => {
  expect(await faultCode(restoreEmbedded(original.dataDir, dataIn('new')))).toBe('not_a_backup');
  expect(await faultCode(backUpEmbedded(dataIn('nothing'), join(root, 'b')))).toBe('nothing_to_back_up');
  expect(await faultCode(backUpEmbedded(original, join(original.dataDir, 'b')))).toBe('backup_inside_data');
  const damaged = join(root, 'damaged');
  await mkdir(join(damaged, 'files', 'media'), { recursive: true });
  await writeFile(
    join(damaged, 'backup.json'),
    JSON.stringify({ format: 1, createdAt: '2026-11-22T00:00:00.000Z' }),
  );
  await writeFile(join(damaged, 'database.tar.gz'), 'not an archive');
  const target = dataIn('from-damaged');
  expect(await faultCode(restoreEmbedded(damaged, target))).toBe('backup_damaged');
  expect(await readdir(target.dataDir)).not.toContain('database');
  expect(await readdir(target.dataDir)).not.toContain('media');
});
