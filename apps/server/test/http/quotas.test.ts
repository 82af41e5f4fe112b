import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
beforeAll(async () => {
  world = await openHttpWorld({ rateLimits: { generationsPerMinute: 3 } });
  owner = await world.person();
});
afterAll(() => world.close());

/** Somebody who may only use so much. */
async function limited(quotas: object): Promise<Person> {
  const person = await world.person();
  const answer = await owner.ask('PATCH', `/api/users/${person.id}`, { quotas });
  expect(answer.json().quotas).toMatchObject(quotas);
  return person;
}
const newAd = (person: Person) => person.ask('POST', '/api/sessions', { prompt: 'Crema, the cup' });

async function upload(person: Person, sessionId: string, what = 'photos') {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const photo = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#963', noise } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(photo)]), 'cup.png');
  const request = new Request('http://here', { method: 'POST', body: form });
  return world.ask({
    method: 'POST',
    url: `/api/sessions/${sessionId}/${what}`,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

describe('somebody who may have so much and no more', () => {
  test('of ads: ten requests at once make two, and one more fits when one is deleted', async () => {
    const person = await limited({ ads: 2 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => newAd(person)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2);
    const refused = answers.find(({ statusCode }) => statusCode !== 201);
    expect(refused?.json()).toMatchObject({
      status: 409,
      code: 'quota_ads',
      detail: 'You have 2 of 2 ads. Delete one, or ask an owner for more.',
    });
    const [first] = (await person.ask('GET', '/api/sessions')).json().items;
    expect((await person.ask('POST', `/api/sessions/${first.id}/duplicate`)).json().code).toBe('quota_ads');
    await person.ask('DELETE', `/api/sessions/${first.id}`);
    expect((await newAd(person)).statusCode).toBe(201);
    expect((await person.ask('POST', `/api/sessions/${first.id}/restore`)).json().code).toBe('quota_ads');
  });

  test('of photos, whichever ad they are in', async () => {
    const person = await limited({ photos: 1 });
    const [one, other] = [(await newAd(person)).json().id, (await newAd(person)).json().id];
    const kept = await upload(person, one);
    expect(kept.statusCode).toBe(201);
    for (const what of ['photos', 'logo']) {
      expect((await upload(person, other, what)).json()).toMatchObject({ status: 409, code: 'quota_photos' });
    }
    await person.ask('DELETE', `/api/sessions/${one}/uploads/${kept.json().id}`);
    expect((await upload(person, other)).statusCode).toBe(201);
  });

  test('of music and of the disk, before a file is opened', async () => {
    const person = await limited({ tracks: 1, disk_bytes: 100 });
    const { sessionId } = await world.finishedAd(person);
    for (const what of ['photos', 'logo', 'music']) {
      expect((await upload(person, sessionId, what)).json()).toMatchObject({ code: 'quota_disk_bytes' });
    }
    const start = await person.ask('POST', '/api/generate-images', { session_id: sessionId });
    expect(start.json()).toMatchObject({ status: 409, code: 'quota_disk_bytes' });
  });

  test('of ads in the making: the second starts when the first was stopped', async () => {
    const person = await limited({ running: 1 });
    const [one, other] = [(await newAd(person)).json().id, (await newAd(person)).json().id];
    const start = (id: string) => person.ask('POST', '/api/generate-images', { session_id: id });
    expect((await start(one)).statusCode).toBe(202);
    expect((await start(other)).json()).toMatchObject({ status: 409, code: 'quota_running' });
    await person.ask('POST', `/api/sessions/${one}/cancel`);
    expect((await start(other)).statusCode).toBe(202);
  });

  test('sees how much is left, and an owner takes the limit away again', async () => {
    const person = await limited({ ads: 1 });
    await newAd(person);
    const ads = async () =>
      (await person.ask('GET', '/api/quotas'))
        .json()
        .items.find(({ name }: { name: string }) => name === 'ads');
    expect(await ads()).toEqual({ name: 'ads', used: 1, most: 1 });
    await owner.ask('PATCH', `/api/users/${person.id}`, { quotas: { ads: null } });
    expect(await ads()).toEqual({ name: 'ads', used: 1, most: null });
    expect((await newAd(person)).statusCode).toBe(201);
  });

  test('cannot raise it', async () => {
    const person = await limited({ ads: 1 });
    const answer = await person.ask('PATCH', `/api/users/${person.id}`, { quotas: { ads: 9 } });
    expect(answer.statusCode).toBe(403);
  });
});

describe('how often one may ask', () => {
  test('stands in every answer, and of the narrowest limit where there are two', async () => {
    const person = await world.person();
    const { headers } = await person.ask('GET', '/api/auth/me');
    expect(headers).toMatchObject({ 'ratelimit-limit': '100000' });
    expect(Number(headers['ratelimit-remaining'])).toBeLessThan(100_000);
    const left: unknown[] = [];
    for (let count = 0; count < 4; count++) {
      const answer = await person.ask('POST', '/api/generate-images', { prompt: 'Crema, the cup' });
      left.push([
        answer.statusCode,
        answer.headers['ratelimit-limit'],
        answer.headers['ratelimit-remaining'],
      ]);
    }
    expect(left).toEqual([
      [202, '3', '2'],
      [202, '3', '1'],
      [202, '3', '0'],
      [429, '3', '0'],
    ]);
  });

  test('whoever clicked too much can still stop what it started', async () => {
    const person = await world.person();
    const { id } = (await newAd(person)).json();
    const start = () => person.ask('POST', '/api/generate-images', { session_id: id });
    const answers = [await start(), await start(), await start(), await start()];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 429]);
    expect((await person.ask('POST', `/api/sessions/${id}/cancel`)).statusCode).toBe(202);
  });
});
