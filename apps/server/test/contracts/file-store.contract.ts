import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileStore, SignableFile } from '#src/ports/file-store.ts';

/** A store, and a way to open its links as a browser would. */
export type FileStoreWorld = {
  store: FileStore;
  /** Called before a link to the file is opened: some stores look files up by id. */
  know(file: SignableFile & { bytes: number; sha256: string }): void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

/** What every place for files has to hold. */
export function fileStoreContract(name: string, openWorld: () => Promise<FileStoreWorld>): void {
  describe(`files on ${name}`, () => {
    let world: FileStoreWorld;
    let store: FileStore;
    let dir: string;
    const content = Buffer.from('0123456789'.repeat(1000));

    beforeAll(async () => {
      world = await openWorld();
      store = world.store;
      dir = await mkdtemp(join(tmpdir(), 'spotsmith-files-'));
    });
    afterAll(async () => {
      await world.close();
      await rm(dir, { recursive: true });
    });

    const newKey = (session = randomUUID()) => `sessions/${session}/images/${randomUUID()}.mp4`;
    async function kept(
      key: string,
      bytes: Uint8Array = content,
    ): Promise<{ bytes: number; sha256: string }> {
      const path = join(dir, randomUUID());
      await writeFile(path, bytes);
      return store.put(key, path, 'video/mp4');
    }
    async function linkTo(key: string, options: Partial<Parameters<FileStore['signUrl']>[1]> = {}) {
      const file = { id: randomUUID(), key, mimeType: 'video/mp4' };
      world.know({ ...file, ...(await kept(key)) });
      return store.signUrl(file, { expiresInSeconds: 600, disposition: 'inline', ...options });
    }

    test('a file is read back as it was written, with its size and hash', async () => {
      const key = newKey();
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(await kept(key)).toEqual({ bytes: content.length, sha256 });
      expect(await store.size(key)).toBe(content.length);
      expect(await buffer(await store.open(key))).toEqual(content);
    });

    test('a part of it can be read', async () => {
      const key = newKey();
      await kept(key);
      expect((await buffer(await store.open(key, { start: 5, end: 9 }))).toString()).toBe('56789');
    });

    test('an empty file is a file', async () => {
      const key = newKey();
      expect((await kept(key, Buffer.alloc(0))).bytes).toBe(0);
      expect(await store.size(key)).toBe(0);
    });

    test('FFmpeg can be given a path to it', async () => {
      const key = newKey();
      await kept(key);
      expect(await readFile(await store.materialise(key, dir))).toEqual(content);
    });

    test('what is not there is said to be not there', async () => {
      const key = newKey();
      expect(await store.size(key)).toBeNull();
      await expect(store.open(key)).rejects.toMatchObject({ code: 'file_not_found' });
      await expect(store.materialise(key, dir)).rejects.toMatchObject({ code: 'file_not_found' });
      await expect(store.remove([key])).resolves.toBeUndefined();
    });

    test('writing the same again changes nothing, writing something else in its place is refused', async () => {
      const key = newKey();
      await kept(key);
      await kept(key);
      await expect(kept(key, Buffer.from('other'))).rejects.toMatchObject({ code: 'file_exists' });
      expect(await buffer(await store.open(key))).toEqual(content);
    });

    test('a source that cannot be read leaves nothing behind', async () => {
      const key = newKey();
      await expect(store.put(key, join(dir, 'nowhere'), 'video/mp4')).rejects.toThrow('ENOENT');
      expect(await store.size(key)).toBeNull();
      expect(await store.removeHalfWritten(new Date(Date.now() + 60_000))).toBe(0);
    });

    test('a session’s files are listed with their time, and removed together', async () => {
      const session = randomUUID();
      const keys = [newKey(session), newKey(session)];
      await Promise.all([...keys, newKey()].map((key) => kept(key)));
      const listed = await everyOf(store.list(`sessions/${session}/`));
      expect(listed.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
      for (const { writtenAt } of listed)
        expect(Math.abs(writtenAt.getTime() - Date.now())).toBeLessThan(600_000);
      await store.remove(keys);
      expect(await everyOf(store.list(`sessions/${session}/`))).toEqual([]);
    });

    test.each([
      '../outside',
      'sessions/../../outside',
      '/etc/passwd',
      'a//b',
      'a/.hidden',
      'a\\b',
      'a\0b',
      '',
    ])('a key that could lead elsewhere is refused: %j', async (key) => {
      await expect(kept(key)).rejects.toThrow(RangeError);
      await expect(store.open(key)).rejects.toThrow(RangeError);
    });

    test('a link opens it, whole and in parts, and names a download', async () => {
      const link = await linkTo(newKey(), { disposition: 'attachment', filename: 'Crème.mp4' });
      const whole = await world.fetch(link);
      expect(whole.status).toBe(200);
      expect(Buffer.from(await whole.arrayBuffer())).toEqual(content);
      expect(whole.headers.get('content-type')).toBe('video/mp4');
      expect(whole.headers.get('content-disposition')).toContain("filename*=UTF-8''Cr%C3%A8me.mp4");
      const part = await world.fetch(link, { headers: { range: 'bytes=-4' } });
      expect([part.status, await part.text()]).toEqual([206, '6789']);
      const beyond = await world.fetch(link, { headers: { range: 'bytes=10000-' } });
      expect(beyond.status).toBe(416);
    });

    test('a link to one file opens no other, and a changed one opens nothing', async () => {
      const [one, other] = await Promise.all([linkTo(newKey()), linkTo(newKey())]);
      const [path] = other.split('?');
      const [, query] = one.split('?');
      expect((await world.fetch(`${path}?${query}`)).status).toBe(403);
      expect((await world.fetch(one.slice(0, -4))).status).toBe(403);
    });

    test('a link ends', async () => {
      const link = await linkTo(newKey(), { expiresInSeconds: 1 });
      await sleep(2100);
      expect((await world.fetch(link)).status).toBe(403);
    });

    test('how much room is left is known, or that there is no end', async () => {
      expect((await store.bytesLeft()) ?? Infinity).toBeGreaterThan(0);
    });
  });
}

export async function everyOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
