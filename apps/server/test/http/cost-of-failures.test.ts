import type { Session } from '@spotsmith/contract/sessions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Aborted, Permanent, Transient } from '#src/domain/faults.ts';
import type { Failed } from '#src/domain/spending.ts';
import type { JobRun } from '#src/ports/job-queue.ts';
import type { ImageMaker } from '#src/ports/makers.ts';
import type { Ports } from '#src/ports/ports.ts';
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

const PRICE = 100_000;
const aRun = (more: Partial<JobRun> = {}): JobRun => ({
  id: 'a job',
  triedTimes: 0,
  waitedMs: 0,
  isHopeless: false,
  signal: new AbortController().signal,
  ...more,
});

/** An ad of a provider that always ends like this, after one run of the job of its first image. */
async function afterRun(make: ImageMaker['make'], run: JobRun = aRun()) {
  const started = await person.ask('POST', '/api/generate-images', {
    prompt: 'Crema, the espresso cup',
    provider: 'replicate',
    num_images: 4,
  });
  const { id: sessionId } = started.json<Session>();
  const { sessions, assets, spending } = world.ports.store.read;
  const stageRun = async () => (await sessions.find(sessionId))?.stageRun ?? 0;
  await runJob(world.ports, writeBrief, { sessionId, stageRun: await stageRun() }, aRun());
  const quote = () => ({
    provider: 'replicate',
    model: 'a/model',
    maxMicros: PRICE,
    units: 1,
    unitName: 'image',
  });
  const image = { quote, make };
  const makers = { ...world.ports.makers, replicate: { ...world.ports.makers.studio, image } };
  const ports: Ports = { ...world.ports, makers };
  const [slot] = (await assets.ofSession(sessionId)).filter(({ kind }) => kind === 'image');
  if (slot === undefined) throw new Error('The ad has no image.');
  await runJob(ports, generateImage, { sessionId, assetId: slot.id, stageRun: await stageRun() }, run);
  const [entry] = (await spending.ofSession(sessionId)).filter(({ stage }) => stage === 'image');
  const session = await sessions.find(sessionId);
  return {
    outcome: entry?.outcome,
    spent: session?.spentMicros,
    held: session?.heldMicros,
    image: (await assets.find(slot.id))?.status,
  };
}

const refused = new Permanent('provider_refused', 'The provider refused.');
const away = new Transient('download_failed', 'The file could not be fetched.');
const failing = (fault: unknown, spent: Failed['spent']) => async () => ({ fault, spent });
const throwing = async () => {
  throw new TypeError('nobody foresaw this');
};

test('a failure that cost something is paid, and the rest is given back', async () => {
  const paid = { outcome: 'failed', spent: 30_000, held: 0, image: 'failed' };
  expect(await afterRun(failing(refused, 30_000))).toEqual(paid);
});

test('when nobody can tell what a call cost, its money stays held and it is not made again', async () => {
  const unknown = { outcome: 'unknown', spent: 0, held: PRICE, image: 'failed' };
  expect(await afterRun(failing(refused, 'held'))).toEqual(unknown);
});

test('a call that goes on keeps its money held, and the next try takes it up', async () => {
  const open = { outcome: 'open', spent: 0, held: PRICE, image: 'queued' };
  expect(await afterRun(failing(away, 'running'))).toEqual(open);
});

test('a surprise in a paid call is tried again with the same call, and held for good when that is no better', async () => {
  const open = { outcome: 'open', spent: 0, held: PRICE, image: 'queued' };
  expect(await afterRun(throwing)).toEqual(open);
  const unknown = { outcome: 'unknown', spent: 0, held: PRICE, image: 'failed' };
  expect(await afterRun(throwing, aRun({ triedTimes: 5 }))).toEqual(unknown);
});

test('a stopped call costs what the provider says', async () => {
  const stopped = { outcome: 'cancelled', spent: 10_000, held: 0, image: 'queued' };
  expect(await afterRun(failing(new Aborted('cancelled', 'Cancelled.'), 10_000))).toEqual(stopped);
});

test('work that takes its worker down every time is given up without another call', async () => {
  let calls = 0;
  const make = async () => {
    calls += 1;
    return throwing();
  };
  const givenUp = { outcome: undefined, spent: 0, held: 0, image: 'failed' };
  expect(await afterRun(make, aRun({ isHopeless: true }))).toEqual(givenUp);
  expect(calls).toBe(0);
});
