import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHolder } from '#src/adapters/postgres/lock-directory.ts';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { openStoreWorld } from './store-world.ts';

/** How many rows each writer gets acknowledged before it is killed. */
const KILLED_AFTER_ROWS = [1, 60];

describe('The embedded database', () => {
  let dataDir: string;
  let directory: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-crash-'));
    directory = join(dataDir, 'database');
    // What a kill -9 in the middle of the very first start leaves behind: a directory that is no database yet.
    await mkdir(directory);
    await writeFile(join(directory, 'PG_VERSION'), '18');
    await writeFile(`${directory}.unfinished`, '');
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  test('is made anew when its making was cut short, and then loses no acknowledged row to kill -9', async () => {
    const acknowledged: string[] = [];
    for (const rows of KILLED_AFTER_ROWS) {
      const writer = startWriter(directory);
      acknowledged.push(...(await acknowledgedRows(writer, rows)));
      writer.kill('SIGKILL');
      await once(writer, 'exit');
    }
    const world = await openStoreWorld({ kind: 'embedded', directory });
    const found = await Promise.all(acknowledged.map((id) => world.store.read.sessions.find(id)));
    await world.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(61);
    expect(found.filter((session) => session === null)).toEqual([]);
  });

  test('is refused to a second process, which is told who has it and where to reach it', async () => {
    const writer = startWriter(directory);
    await acknowledgedRows(writer, 1);
    writer.kill('SIGSTOP');
    const refused = openDatabase({ kind: 'embedded', directory });
    await expect(refused).rejects.toMatchObject({
      code: 'database_in_use',
      message: expect.stringContaining(`process ${writer.pid} (http://localhost:3000)`),
    });
    expect(readHolder(directory)).toEqual({
      pid: writer.pid,
      url: 'http://localhost:3000',
      token: 'let me in',
    });
    expect((await stat(`${directory}.holder.json`)).mode & 0o777).toBe(0o600);

    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(readHolder(directory)).toBeNull();
    const database = await openDatabase({ kind: 'embedded', directory });
    await expect(openDatabase({ kind: 'embedded', directory })).rejects.toMatchObject({
      code: 'database_in_use',
    });
    await database.close();
  });
});

function startWriter(directory: string): ChildProcess {
  return fork(new URL('store-writer.process.ts', import.meta.url), [directory], { execArgv: [] });
}

/** The ids of the rows that the writer has seen committed, at least as many as wanted. */
async function acknowledgedRows(writer: ChildProcess, wanted: number): Promise<string[]> {
  const ids: string[] = [];
  const enough = Promise.withResolvers<void>();
  writer.on('message', (id) => {
    if (typeof id === 'string') ids.push(id);
    if (ids.length >= wanted) enough.resolve();
  });
  writer.once('exit', () => enough.reject(new Error('The writer ended by itself.')));
  await enough.promise;
  return ids;
}
