import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session, SessionPage } from '@spotsmith/contract/sessions';
import type { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetOf, Music } from '#src/domain/asset.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { writeStoryboard } from '#src/domain/copywriting/write-storyboard.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

const prompt = 'Crema, the espresso cup for slow mornings';
const create = async () => (await person.ask('POST', '/api/sessions', { prompt })).json<Session>();
const look = async (id: string) => (await person.ask('GET', `/api/sessions/${id}`)).json<Session>();
const listed = async (query = '') =>
  (await person.ask('GET', `/api/sessions${query}`))
    .json<z.infer<typeof SessionPage>>()
    .items.map(({ id }) => id);

/** An ad whose brief is written, with a logo and music of its owner's and a finish that uses both. */
async function finishedBrief(): Promise<{ id: string; logoId: string; musicId: string }> {
  const { id: sessionId } = await create();
  const brief = writeBriefByRules({
    prompt,
    photoCount: 0,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
  });
  const { store, files, withTempDir } = world.ports;
  const [logoId, musicId] = [randomUUID(), randomUUID()];
  const fileOf = async (name: string, mimeType: string) => {
    const id = randomUUID();
    const key = `sessions/${sessionId}/photos/${id}.${name}`;
    const stored = await withTempDir(async (dir) => {
      await writeFile(join(dir, name), `the ${name} of the first ad`);
      return files.put(key, join(dir, name), mimeType);
    });
    return { id, sessionId, key, mimeType, ...stored };
  };
  const [logo, music] = [await fileOf('png', 'image/png'), await fileOf('wav', 'audio/wav')];
  const slot = { sessionId, origin: 'uploaded', status: 'ready', position: 0, seed: 7 } as const;
  await store.write(async (tx) => {
    for (const file of [logo, music]) await tx.files.insert(file);
    await tx.assets.insert<AssetOf<'logo'>>([{ ...slot, id: logoId, kind: 'logo', fileId: logo.id }]);
    await tx.assets.insert<Music>([{ ...slot, id: musicId, kind: 'music', fileId: music.id, seconds: 9 }]);
    await tx.sessions.update(sessionId, {
      status: 'reviewing_images',
      brief,
      storyboard: writeStoryboard(brief, { style: 'bold', styleKeywords: [], seconds: 15, seed: 7 }),
      finish: {
        call_to_action: 'Slow down',
        logo: { asset_id: logoId, corner: 'top-left' },
        music: { source: 'uploaded', asset_id: musicId },
      },
    });
  });
  return { id: sessionId, logoId, musicId };
}

test('a copy of an ad has its brief, storyboard and finish, with a logo and music of its own, and nothing that was made', async () => {
  const { id, logoId, musicId } = await finishedBrief();
  const original = await look(id);
  const copy = (await person.ask('POST', `/api/sessions/${id}/duplicate`)).json<Session>();
  expect(copy.status).toBe('reviewing_brief');
  expect(copy.brief).toEqual(original.brief);
  const { sessions } = world.ports.store.read;
  const [first, second] = [await sessions.find(id), await sessions.find(copy.id)];
  expect(first?.storyboard?.shots.length).toBeGreaterThan(0);
  expect(second?.storyboard).toEqual(first?.storyboard);
  expect(copy.images).toEqual([]);
  const [logo, music] = [copy.logos[0], copy.music[0]];
  expect(copy.finish).toEqual({
    call_to_action: 'Slow down',
    logo: { asset_id: logo?.id, corner: 'top-left' },
    music: { source: 'uploaded', asset_id: music?.id },
  });
  expect([logo?.id, music?.id]).not.toContain(logoId);
  expect([logo?.id, music?.id]).not.toContain(musicId);
  await person.ask('DELETE', `/api/sessions/${id}`);
  expect((await world.ask({ url: logo?.url ?? '' })).body).toBe('the png of the first ad');
});

test('an ad that was deleted before anything was made is brought back as it was', async () => {
  const { id } = await create();
  await person.ask('DELETE', `/api/sessions/${id}`);
  expect(await listed()).not.toContain(id);
  expect(await listed('?deleted=true')).toContain(id);
  const restored = (await person.ask('POST', `/api/sessions/${id}/restore`)).json<Session>();
  expect(restored).toMatchObject({ status: 'created', trouble: null });
  expect(await listed('?deleted=true')).not.toContain(id);
});

test('work that was stopped by a deletion goes on when the ad is brought back', async () => {
  const { id } = await create();
  await person.ask('POST', '/api/generate-images', { session_id: id });
  await person.ask('DELETE', `/api/sessions/${id}`);
  const restored = (await person.ask('POST', `/api/sessions/${id}/restore`)).json<Session>();
  expect(restored).toMatchObject({ status: 'parsing_prompt', trouble: null });
});

test('an ad that its owner cancelled stays cancelled when it is deleted and brought back', async () => {
  const { id } = await create();
  await person.ask('POST', `/api/sessions/${id}/cancel`);
  await person.ask('DELETE', `/api/sessions/${id}`);
  const restored = (await person.ask('POST', `/api/sessions/${id}/restore`)).json<Session>();
  expect(restored).toMatchObject({ status: 'cancelled', trouble: { code: 'cancelled' } });
});
