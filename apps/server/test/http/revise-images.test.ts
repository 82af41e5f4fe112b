import { randomUUID } from 'node:crypto';
import type { Session } from '@spotsmith/contract/sessions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { thriftyModel } from '#src/domain/catalogue/catalogue.ts';
import type { JobRun } from '#src/ports/job-queue.ts';
import { writeBrief } from '#src/use-cases/1-brief/write-brief.ts';
import { generateImage } from '#src/use-cases/2-images/generate-image.ts';
import { runJob } from '#src/use-cases/making/run-job.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

const run: JobRun = {
  id: 'a job',
  triedTimes: 0,
  waitedMs: 0,
  isHopeless: false,
  signal: new AbortController().signal,
};

/** An ad whose six images wait for their provider. Nobody but the test works on them. */
async function waitingAd(): Promise<Session> {
  const started = await person.ask('POST', '/api/generate-images', { prompt: 'Crema, the espresso cup' });
  const { id } = started.json<Session>();
  const { stageRun } = await stored(id);
  await runJob(world.ports, writeBrief, { sessionId: id, stageRun }, run);
  return look(id);
}

const look = async (id: string) => (await person.ask('GET', `/api/sessions/${id}`)).json<Session>();
const revise = async (id: string, revision: object) =>
  person.ask('POST', `/api/sessions/${id}/revise-images`, revision);
const viewsOf = (ad: Session) => ad.images.map(({ view }) => view);

async function stored(id: string) {
  const session = await world.ports.store.read.sessions.find(id);
  if (session === null) throw new Error('The ad is gone.');
  return session;
}

/** As if the provider had taken the call and answered with its id. */
async function callProvider(sessionId: string, assetId: string): Promise<void> {
  const attempt = {
    id: randomUUID(),
    sessionId,
    userId: person.id,
    assetId,
    stage: 'image',
    provider: 'replicate',
    model: 'a/model',
    inputHash: 'of no account',
    estimateMicros: 50_000,
    units: 1,
    unitName: 'image',
  } as const;
  await world.ports.store.write(async (tx) => {
    await tx.spending.open(attempt, 1_000_000);
    await tx.spending.setExternalId(attempt.id, 'at-the-provider');
  });
}

test('fewer images go on: the last that wait are left out, those on their way stay', async () => {
  const ad = await waitingAd();
  const views = viewsOf(ad);
  const last = ad.images[5];
  if (last === undefined) throw new Error('Six images were asked for.');
  await callProvider(ad.id, last.id);

  const revised = (await revise(ad.id, { num_images: 4 })).json<Session>();
  const kept = [views[0], views[1], views[2], views[5]];
  expect(viewsOf(revised)).toEqual(kept);
  expect(revised.images.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  expect(revised.brief?.image_prompts.map(({ view }) => view)).toEqual(kept);
  expect(revised).toMatchObject({ status: 'generating_images', versions: [], held_usd: 0.05 });

  const again = (await revise(ad.id, { num_images: 2 })).json<Session>();
  expect(viewsOf(again)).toEqual([views[0], views[5]]);
});

test('when what is left is made already, the ad goes on to the review', async () => {
  const ad = await waitingAd();
  const { stageRun } = await stored(ad.id);
  for (const { id } of ad.images.slice(0, 2)) {
    await runJob(world.ports, generateImage, { sessionId: ad.id, assetId: id, stageRun }, run);
  }
  const revised = (await revise(ad.id, { num_images: 2 })).json<Session>();
  expect(revised).toMatchObject({ status: 'reviewing_images', trouble: null });
  expect(revised.images.map(({ status }) => status)).toEqual(['ready', 'ready']);
  expect((await revise(ad.id, { num_images: 2 })).json()).toMatchObject({ code: 'not_now' });
});

test('another model makes those that wait, in new slots, and none that is on its way', async () => {
  const ad = await waitingAd();
  const [first, ...others] = ad.images.map(({ id }) => id);
  if (first === undefined) throw new Error('Six images were asked for.');
  await callProvider(ad.id, first);
  const model = thriftyModel('replicate', 'image')?.id;

  const revised = (await revise(ad.id, { image_model: model })).json<Session>();
  expect(revised.options.image_model).toBe(model);
  expect(viewsOf(revised)).toEqual(viewsOf(ad));
  const ids = revised.images.map(({ id }) => id);
  expect(ids[0]).toBe(first);
  for (const id of others) expect(ids).not.toContain(id);

  // The job of a slot that was replaced finds nothing to do; that of the new one does.
  const { stageRun } = await stored(ad.id);
  const { makers } = world.ports;
  const ports = { ...world.ports, makers: { ...makers, replicate: makers.studio } };
  for (const assetId of [others[0], ids[1]]) {
    if (assetId === undefined) throw new Error('Six images were asked for.');
    await runJob(ports, generateImage, { sessionId: ad.id, assetId, stageRun }, run);
  }
  expect((await look(ad.id)).images.map(({ status }) => status)).toEqual([
    'queued',
    'ready',
    ...Array.from({ length: 4 }, () => 'queued'),
  ]);
  expect((await look(ad.id)).versions).toEqual([]);
  expect((await revise(ad.id, { image_model: 'nobody/knows-it' })).json()).toMatchObject({
    code: 'unknown_model',
  });
});
