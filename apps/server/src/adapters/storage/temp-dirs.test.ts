import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTempDirs } from './temp-dirs.ts';

const root = await mkdtemp(join(tmpdir(), 'spotsmith-temp-dirs-'));
afterAll(() => rm(root, { recursive: true }));

const NOBODY = 2 ** 30;
const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

test('a start removes what dead processes left, and nothing of those that may be at work, here or on another machine', async () => {
  const left = [`${hostname()}_${NOBODY}_abc123`, `${hostname()}_${process.pid}_abc123`];
  const kept = [`${hostname()}_${process.ppid}_abc123`, `another-machine_${NOBODY}_abc123`];
  const longLeft = ['another-machine_1_abc123', '1234-abc123'];
  for (const name of [...left, ...kept, ...longLeft]) await mkdir(join(root, name));
  for (const name of longLeft) await utimes(join(root, name), twoDaysAgo, twoDaysAgo);
  await openTempDirs(root);
  expect((await readdir(root)).toSorted()).toEqual(kept.toSorted());
});

test('a directory is gone when the work in it is over, however it ends', async () => {
  const withTempDir = await openTempDirs(root);
  const before = await readdir(root);
  const failing = withTempDir(async (dir) => {
    expect(await readdir(dir)).toEqual([]);
    throw new Error('stop here');
  });
  await expect(failing).rejects.toThrow('stop here');
  expect(await readdir(root)).toEqual(before);
});
