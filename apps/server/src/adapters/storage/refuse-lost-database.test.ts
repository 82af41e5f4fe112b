import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseLostDatabase } from './refuse-lost-database.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-lost-'));
});
afterEach(() => rm(dir, { recursive: true }));

const start = () => refuseLostDatabase(join(dir, 'database'), join(dir, 'media'));
async function add(path: string): Promise<void> {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), 'x');
}

test('a new installation starts, and one that has its database', async () => {
  await start();
  await add('database/PG_VERSION');
  await add('media/sessions/1/images/a.png');
  await start();
});

test.each([
  ['is gone', []],
  ['lost its first file', ['database/global/pg_control']],
  ['was being restored when the process was killed', ['database/PG_VERSION', 'database.unfinished']],
])('media whose database %s are left alone, and the start is refused', async (_what, files) => {
  await add('media/sessions/1/images/a.png');
  for (const file of files) await add(file);
  await expect(start()).rejects.toMatchObject({ code: 'database_lost' });
});
