import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Scene } from '#src/domain/session.ts';
import { aClipOf, aSession, anAsset, faultCode, there, type StoreWorld } from './store-world.ts';

export function storeMediaContract(world: () => StoreWorld): void {
  const store = () => world().store;

  describe('assets', () => {
    test('an asset comes back as it was written, with its recipe and lists', async () => {
      const session = await aSession(store());
      const recipe = { scene: 'marble', light: [0.1, null, { warm: true }] };
      const asset = await anAsset(store(), session.id, {
        recipe,
        warnings: ['a "quoted", {braced} one', ''],
        aspectRatio: '9:16',
      });
      const updated = await store().write((tx) =>
        tx.assets.update(asset, { priceMicros: 9_000_000_000_000 }),
      );
      const [read] = await store().read.assets.ofSession(session.id);
      expect(read).toEqual(updated);
      expect(read).toMatchObject({
        recipe,
        warnings: ['a "quoted", {braced} one', ''],
        priceMicros: 9_000_000_000_000,
        fence: 0,
      });
    });

    test('each kind of asset has things of its own, and they come back under their own names', async () => {
      const session = await aSession(store());
      const clip = await aClipOf(store(), await anAsset(store(), session.id));
      const trimmed = await store().write((tx) =>
        tx.assets.update(clip, {
          seconds: 3.04,
          trimInSeconds: 0.25,
          trimOutSeconds: 2.75,
          reframedFileIds: { 'on 9:16': 'a-file' },
        }),
      );
      expect(await store().read.assets.find(clip.id)).toEqual(trimmed);
      expect(trimmed).toEqual({
        ...clip,
        seconds: 3.04,
        trimInSeconds: 0.25,
        trimOutSeconds: 2.75,
        reframedFileIds: { 'on 9:16': 'a-file' },
        updatedAt: trimmed.updatedAt,
      });
      expect(trimmed.direction.camera).toBe('push-in');
      expect(Object.keys(trimmed)).not.toContain('recipe');
    });

    test('the assets of an ad are in order of position', async () => {
      const session = await aSession(store());
      const second = await anAsset(store(), session.id, { position: 1 });
      const first = await anAsset(store(), session.id, { position: 0 });
      const ordered = await store().read.assets.ofSession(session.id);
      expect(ordered.map(({ id }) => id)).toEqual([first.id, second.id]);
    });

    test('an asset can be replaced once only, however often the button is clicked', async () => {
      const session = await aSession(store());
      const original = await anAsset(store(), session.id);
      const replaced = await Promise.allSettled(
        Array.from({ length: 4 }, () => anAsset(store(), session.id, { replacesId: original.id })),
      );
      expect(replaced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test('a job that comes twice is let in, one of an older run or of a finished asset is not', async () => {
      const session = await aSession(store());
      const asset = await anAsset(store(), session.id, { stageRun: 3 });
      const { id } = asset;
      const claim = (stageRun: number) => store().write((tx) => tx.assets.claim(id, stageRun));
      expect(await claim(2)).toBeNull();
      expect(await claim(3)).toBe(1);
      expect(await claim(3)).toBe(2);
      expect(there(await store().read.assets.find(id)).status).toBe('running');
      await store().write((tx) => tx.assets.update(asset, { status: 'ready' }));
      expect(await claim(3)).toBeNull();
    });

    test('a worker that was frozen writes nothing once another has taken over', async () => {
      const session = await aSession(store());
      const asset = await anAsset(store(), session.id);
      const { id } = asset;
      const frozen = there(await store().write((tx) => tx.assets.claim(id, 0)));
      const awake = there(await store().write((tx) => tx.assets.claim(id, 0)));
      const write = (fence: number, model: string) =>
        store().write((tx) => tx.assets.updateFenced(asset, fence, { status: 'ready', model }));
      expect(await write(frozen, 'old')).toBeNull();
      expect(await write(awake, 'new')).toMatchObject({ status: 'ready', model: 'new' });
      expect(await write(frozen, 'old')).toBeNull();
      expect(await store().read.assets.find(id)).toMatchObject({ model: 'new' });
    });
  });

  describe('scenes', () => {
    const aScene = (sessionId: string, imageId: string, position: number): Scene => ({
      id: randomUUID(),
      sessionId,
      imageId,
      position,
      role: 'hook',
      shot: 'close-up',
      camera: 'push-in',
      motion_prompt: 'Steam rises.',
      motion_intensity: 0.4,
      seconds: 3,
      on_screen_text: '',
    });

    test('an edited list takes the place of the old one: kept, changed, added, removed', async () => {
      const session = await aSession(store());
      const image = await anAsset(store(), session.id);
      const [kept, removed, added] = [0, 1, 2].map((position) => aScene(session.id, image.id, position));
      await store().write((tx) => tx.scenes.replaceAll(session.id, [there(kept), there(removed)]));
      const edited = [
        { ...there(added), position: 0 },
        { ...there(kept), position: 1, seconds: 4.5 },
      ];
      await store().write((tx) => tx.scenes.replaceAll(session.id, edited));
      expect(await store().read.scenes.ofSession(session.id)).toEqual(edited);
      await store().write((tx) => tx.scenes.replaceAll(session.id, []));
      expect(await store().read.scenes.ofSession(session.id)).toEqual([]);
    });

    test("another ad's scene cannot be taken over by its id", async () => {
      const [mine, theirs] = [await aSession(store()), await aSession(store())];
      const scene = aScene(theirs.id, (await anAsset(store(), theirs.id)).id, 0);
      await store().write((tx) => tx.scenes.replaceAll(theirs.id, [scene]));
      const stolen = { ...scene, imageId: (await anAsset(store(), mine.id)).id };
      const theft = store().write((tx) => tx.scenes.replaceAll(mine.id, [stolen]));
      expect(await faultCode(theft)).toBe('scene_not_found');
      expect(await store().read.scenes.ofSession(theirs.id)).toEqual([scene]);
    });
  });

  describe('files', () => {
    test('files are found by id, by ad and by key', async () => {
      const session = await aSession(store());
      const key = `sessions/${session.id}/final/${randomUUID()}.mp4`;
      const file = await store().write((tx) =>
        tx.files.insert({
          id: randomUUID(),
          sessionId: session.id,
          key,
          mimeType: 'video/mp4',
          bytes: 5_000_000_000,
          sha256: 'c'.repeat(64),
        }),
      );
      expect(await store().read.files.find(file.id)).toEqual(file);
      expect(await store().read.files.findMany([file.id, randomUUID()])).toEqual([file]);
      expect(await store().read.files.findMany([])).toEqual([]);
      expect(await store().read.files.ofSession(session.id)).toEqual([file]);
      expect(await store().read.files.knownKeys([key, 'sessions/other'])).toEqual(new Set([key]));
      expect(file.bytes).toBe(5_000_000_000);
    });
  });
}
