import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#src/adapters/postgres/open-database.ts';
import { Permanent, Transient } from '#src/domain/faults.ts';
import { failed, made as madeBy } from '../support/made.ts';
import { openHostedDatabase, openHostedWorld, type HostedWorld } from './hosted-world.ts';

let database: Database;
let world: HostedWorld;
beforeAll(async () => {
  database = await openHostedDatabase();
});
afterAll(() => database.close());
afterEach(() => world.close());

const HOUR = 3_600_000;
const MINUTE = 60_000;

const clocks = {
  'an hour behind ours': -HOUR,
  'a minute ahead of ours': MINUTE,
  'a minute behind ours': -MINUTE,
  'three minutes behind ours': -3 * MINUTE,
  'an hour ahead of ours': HOUR,
};

describe.each(Object.entries(clocks))('a provider whose clock is %s', (_what, clockOffsetMs) => {
  test('makes a picture that did not take too long, in one call', async () => {
    world = await openHostedWorld({ clockOffsetMs, database });
    const made = await madeBy(world.hosted.makers.image.make(world.anImage(), await world.aContext()));
    expect(made.actualMicros).toBe(40_000);
    expect(world.emulator.created()).toBe(1);
  });

  test('is not paid twice for a call whose answer was lost', async () => {
    world = await openHostedWorld({ clockOffsetMs, database });
    world.emulator.faults.arm('create', 'reset-after');
    await madeBy(world.hosted.makers.image.make(world.anImage({ photos: [] }), await world.aContext()));
    expect(world.emulator.created()).toBe(1);
  });

  test('is not paid twice by the next process, for a call of one that was killed', async () => {
    world = await openHostedWorld({ clockOffsetMs, database });
    const id = randomUUID();
    const request = world.anImage({ photos: [] });
    const killed = await world.aContext({ attempt: { id } });
    await madeBy(world.hosted.makers.image.make(request, killed));
    const next = await world.aContext({ attempt: { id, isResumed: true, ageMs: 10_000 } });
    await madeBy(world.another().makers.image.make(request, next));
    expect(next.ids).toEqual(killed.ids);
    expect(world.emulator.created()).toBe(1);
  });
});

test('a lost call is found in a list that lags, among inputs that the provider filled up', async () => {
  world = await openHostedWorld({ database, listLagMs: 700, fillsDefaults: true });
  world.emulator.faults.arm('create', 'error-after');
  const patient = world.another({ timing: { pollMs: 50, reconcileMs: 5_000 } });
  await madeBy(patient.makers.image.make(world.anImage({ photos: [] }), await world.aContext()));
  expect(world.emulator.created()).toBe(1);
});

test('an earlier call with the same input is not taken for the lost one', async () => {
  world = await openHostedWorld({ database });
  const request = world.anImage({ photos: [] });
  const earlier = await world.aContext();
  await madeBy(world.hosted.makers.image.make(request, earlier));
  const [first] = world.emulator.predictions.list();
  if (first) first.answer.created_at = new Date(Date.now() - 10_000).toISOString();
  const later = await world.aContext({ attempt: { isResumed: true, ageMs: 1_000 } });
  await madeBy(world.hosted.makers.image.make(request, later));
  expect(later.ids).not.toEqual(earlier.ids);
  expect(world.emulator.created()).toBe(2);
});

test('an earlier call with the same input that another attempt has is not taken for the lost one, however close', async () => {
  world = await openHostedWorld({ database });
  const request = world.anImage({ photos: [] });
  const earlier = await world.aContext();
  await madeBy(world.hosted.makers.image.make(request, earlier));
  const taken = new Set(earlier.ids);
  const later = await world.aContext({
    attempt: { isResumed: true, ageMs: 1_000 },
    takenIds: async () => taken,
  });
  await madeBy(world.hosted.makers.image.make(request, later));
  expect(later.ids).not.toEqual(earlier.ids);
  expect(world.emulator.created()).toBe(2);
});

test('what somebody cancels at the provider is not made, and paid, again', async () => {
  world = await openHostedWorld({ database });
  world.emulator.faults.arm('run', 'never-finish');
  const making = failed(world.hosted.makers.image.make(world.anImage(), await world.aContext()));
  await expect.poll(() => world.emulator.predictions.list()[0]?.answer.status).toBe('processing');
  const [prediction] = world.emulator.predictions.list();
  if (prediction) world.emulator.predictions.cancel(prediction);
  const { fault } = await making;
  expect(fault).toBeInstanceOf(Permanent);
  expect(fault).toMatchObject({ code: 'provider_cancelled' });
  expect(world.emulator.created()).toBe(1);
});

test('a model that many people want is asked again with patience', async () => {
  world = await openHostedWorld({ database });
  world.emulator.faults.arm('run', 'high-demand');
  const { fault } = await failed(world.hosted.makers.image.make(world.anImage(), await world.aContext()));
  expect(fault).toBeInstanceOf(Transient);
  expect(fault).toMatchObject({ code: 'provider_busy', retryAfterMs: 30_000 });
});
