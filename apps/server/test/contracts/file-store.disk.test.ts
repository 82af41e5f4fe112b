import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiskFileStore } from '#src/adapters/storage/disk-file-store.ts';
import { createMediaLinks } from '#src/adapters/storage/media-links.ts';
import { serveFiles } from './file-store-world.ts';
import { everyOf, fileStoreContract } from './file-store.contract.ts';

const run = promisify(execFile);
const secret = Buffer.from('a media secret of the tests');

fileStoreContract('the disk', async () => {
  const root = await mkdtemp(join(tmpdir(), 'spotsmith-disk-'));
  const links = createMediaLinks([secret]);
  const store = await createDiskFileStore({ root, links });
  return serveFiles(store, links, () => rm(root, { recursive: true }));
});

describe('the disk', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'spotsmith-disk-'));
  });
  afterAll(() => rm(root, { recursive: true }));
  const open = (directory = root) =>
    createDiskFileStore({ root: directory, links: createMediaLinks([secret]) });

  test('what a killed process left half-written is removed by the sweep, once it is old', async () => {
    const store = await open();
    await writeFile(join(root, '.drafts/old'), 'half');
    await utimes(join(root, '.drafts/old'), new Date(0), new Date(0));
    await writeFile(join(root, '.drafts/new'), 'half');
    expect(await everyOf(store.list(''))).toEqual([]);
    expect(await store.removeHalfWritten(new Date(Date.now() - 60_000))).toBe(1);
    expect(await readdir(join(root, '.drafts'))).toEqual(['new']);
  });

  test('a symbolic link in the directory leads nowhere', async () => {
    const store = await open();
    await writeFile(join(root, 'secret'), 'secret');
    await mkdir(join(root, 'sessions'), { recursive: true });
    await symlink(join(root, 'secret'), join(root, 'sessions/link'));
    await expect(store.open('sessions/link')).rejects.toMatchObject({ code: 'file_not_found' });
    await expect(store.materialise('sessions/link', root)).rejects.toMatchObject({ code: 'file_not_found' });
  });

  // Only root may mount a small disk.
  test.runIf(process.getuid?.() === 0)(
    'a full disk is told as such, leaves no scraps, and serves again when freed',
    async () => {
      const small = await mkdtemp(join(tmpdir(), 'spotsmith-small-'));
      await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]);
      try {
        const store = await open(small);
        const source = join(root, 'two-megabytes');
        await writeFile(source, Buffer.alloc(2 * 1024 * 1024));
        await expect(store.put('sessions/big.mp4', source, 'video/mp4')).rejects.toMatchObject({
          name: 'Unavailable',
          code: 'storage_full',
        });
        expect(await readdir(join(small, '.drafts'))).toEqual([]);
        await writeFile(source, Buffer.alloc(1000));
        expect(await store.put('sessions/small.mp4', source, 'video/mp4')).toMatchObject({ bytes: 1000 });
        expect(await store.bytesLeft()).toBeLessThan(1024 * 1024);
      } finally {
        await run('umount', [small]);
        await rm(small, { recursive: true });
      }
    },
  );
});
