import { randomUUID } from 'node:crypto';
import type { Session } from '@spotsmith/contract/sessions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MadeMusic, Music } from '#src/domain/asset.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

/** An ad with uploaded music and with music that is still to be made. */
async function adWithMusic(): Promise<{ sessionId: string; uploadedId: string; madeId: string }> {
  const { id: sessionId } = (
    await person.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup' })
  ).json<Session>();
  const [uploadedId, madeId] = [randomUUID(), randomUUID()];
  const slot = { sessionId, kind: 'music', position: 0, seed: 7 } as const;
  await world.ports.store.write(async (tx) => {
    await tx.assets.insert<Music>([{ ...slot, id: uploadedId, origin: 'uploaded', status: 'ready' }]);
    await tx.assets.insert<MadeMusic>([
      {
        ...slot,
        id: madeId,
        origin: 'made',
        score: { mood: 'calm', seconds: 6, hits_at_seconds: [2], tempo_bpm: null },
      },
    ]);
  });
  return { sessionId, uploadedId, madeId };
}

test('music that is being made is no upload: to remove it would leave the ad waiting for it for ever', async () => {
  const { sessionId, madeId } = await adWithMusic();
  const answer = await person.ask('DELETE', `/api/sessions/${sessionId}/uploads/${madeId}`);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'upload_not_found' });
  const music = await world.ports.store.read.assets.find(madeId);
  expect(music).toMatchObject({ isSuperseded: false, status: 'queued' });
});

test('uploaded music can be taken out of the ad', async () => {
  const { sessionId, uploadedId, madeId } = await adWithMusic();
  const answer = await person.ask('DELETE', `/api/sessions/${sessionId}/uploads/${uploadedId}`);
  expect(answer.json<Session>().music.map(({ id }) => id)).toEqual([madeId]);
});
