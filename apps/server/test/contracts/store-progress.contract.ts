import { describe, expect, test } from 'vitest';
import type { NewProgress } from '#src/ports/progress.ts';
import { MAX_PREVIEW_BYTES } from '#src/ports/makers.ts';
import type { AssetPreview } from '#src/ports/progress.ts';
import { aSession, there, type StoreWorld } from './store-world.ts';

const message = (text: string): NewProgress => ({
  stage: 'image_generation',
  progress: 50,
  overall: 30.5,
  message: text,
  metadata: { current_image: 3 },
});

export function storeProgressContract(world: () => StoreWorld): void {
  const store = () => world().store;
  const append = (sessionId: string, text: string) =>
    store().write((tx) => tx.progress.append(sessionId, message(text)));

  describe('progress', () => {
    test('messages of many workers at once get one number each, without gaps', async () => {
      const session = await aSession(store());
      const appended = await Promise.all(
        Array.from({ length: 40 }, (_, index) => append(session.id, `message ${index}`)),
      );
      const read = await store().read.progress.after(session.id, 0, 100);
      expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(read).toEqual(appended.toSorted((a, b) => a.seq - b.seq));
      expect(there(await store().read.sessions.find(session.id))).toMatchObject({
        lastSeq: 40,
        overall: 30.5,
        lastMessage: there(read.at(-1)).message,
        version: session.version,
      });
    });

    test('a message that was rolled back leaves no gap', async () => {
      const session = await aSession(store());
      await append(session.id, 'first');
      await expect(
        store().write(async (tx) => {
          await tx.progress.append(session.id, message('lost'));
          throw new Error('stop here');
        }),
      ).rejects.toThrow('stop here');
      await append(session.id, 'second');
      const read = await store().read.progress.after(session.id, 0, 10);
      expect(read.map(({ seq, message: text }) => [seq, text])).toEqual([
        [1, 'first'],
        [2, 'second'],
      ]);
    });

    test('reading goes on after the last message seen', async () => {
      const session = await aSession(store());
      for (const text of ['a', 'b', 'c', 'd']) await append(session.id, text);
      const read = await store().read.progress.after(session.id, 1, 2);
      expect(read.map(({ message: text }) => text)).toEqual(['b', 'c']);
    });

    test('an error message carries its error, others do not', async () => {
      const session = await aSession(store());
      const plain = await append(session.id, 'fine');
      const failed = await store().write((tx) =>
        tx.progress.append(session.id, { ...message('not fine'), error: 'busy', retryAvailable: true }),
      );
      expect(plain).not.toHaveProperty('error');
      expect(plain).not.toHaveProperty('retryAvailable');
      expect(failed).toMatchObject({ error: 'busy', retryAvailable: true });
    });

    test('a listener is woken when a message is there to be read, and may read it at once', async () => {
      const [watched, other] = [await aSession(store()), await aSession(store())];
      const read = Promise.withResolvers<string[]>();
      const stop = world().feed.subscribe(watched.id, () => {
        store()
          .read.progress.after(watched.id, 0, 10)
          .then((messages) => read.resolve(messages.map(({ message: text }) => text)), read.reject);
      });
      await append(other.id, 'not mine');
      await append(watched.id, 'mine');
      expect(await read.promise).toEqual(['mine']);
      stop();
    });

    test('a preview, as large as one may be, is shown to who watches that ad, and is kept nowhere', async () => {
      const [watched, other] = [await aSession(store()), await aSession(store())];
      const picture = Buffer.alloc(MAX_PREVIEW_BYTES, 7);
      const shown = Promise.withResolvers<AssetPreview>();
      const stop = world().feed.subscribe(watched.id, () => undefined, shown.resolve);
      await world().feed.showPreview(other.id, { assetId: other.id, picture: Buffer.from('not mine') });
      await world().feed.showPreview(watched.id, { assetId: watched.id, picture });
      const seen = await shown.promise;
      expect(seen.assetId).toBe(watched.id);
      expect(Buffer.from(seen.picture).equals(picture)).toBe(true);
      expect(await store().read.progress.after(watched.id, 0, 10)).toEqual([]);
      stop();
    });

    test('a listener that has left is not woken', async () => {
      const session = await aSession(store());
      const woken = Promise.withResolvers<void>();
      let wakeUps = 0;
      const stop = world().feed.subscribe(session.id, () => wakeUps++);
      stop();
      world().feed.subscribe(session.id, woken.resolve);
      await append(session.id, 'for the other one');
      await woken.promise;
      expect(wakeUps).toBe(0);
    });
  });
}
