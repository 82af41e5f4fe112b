import { randomUUID } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultOfEnd, faultOfRefusal } from '#src/adapters/hosted/call-faults.ts';
import type { CallOrder } from '#src/adapters/hosted/hosted-provider.ts';
import { openHosted } from '#src/adapters/hosted/open-hosted.ts';
import { ProviderProblem } from '#src/adapters/hosted/provider-problem.ts';
import { Aborted, Permanent } from '#src/domain/faults.ts';
import { failed, made } from '../support/made.ts';
import {
  ANSWERING_KEY,
  type AnsweringName,
  type AnsweringWorld,
  openAnsweringWorld,
} from './answering-world.ts';
import { hostedProviderContract } from './hosted-provider.contract.ts';
import { type Orders, ordersIn } from './orders.ts';

describe.each(['openai', 'gemini'] as const)('%s', (name: AnsweringName) => {
  hostedProviderContract('answer', () => openAnsweringWorld(name));

  let world: AnsweringWorld;
  let orders: Orders;
  beforeAll(async () => {
    world = await openAnsweringWorld(name);
    orders = await ordersIn(world.dir);
  });
  afterAll(() => world.close());
  afterEach(() => world.disarm());

  const patient = () => AbortSignal.timeout(30_000);
  const withPhotos = (order: CallOrder): CallOrder => {
    const key = name === 'openai' ? 'image[]' : 'pictures';
    return { ...order, input: { ...order.input, [key]: [pathToFileURL(world.picturePath).href] } };
  };
  const problemOf = async (asking: Promise<unknown>) => {
    const problem: unknown = await asking.catch((error: unknown) => error);
    if (!(problem instanceof ProviderProblem)) throw new Error(`No problem, but ${String(problem)}`);
    return problem;
  };
  const imageMaker = (pauses: number[] = []) =>
    openHosted(world.provider, {
      limiter: { take: async () => ({ waitMs: 0 }), pause: async (_id, ms) => void pauses.push(ms) },
      signals: { send: async () => undefined, wait: async (_id, ms) => sleep(ms) },
      failpoint: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      timing: { pollMs: 20, reconcileMs: 200 },
    }).makers.image;

  test('the photo of the product goes along with the request', async () => {
    await world.provider.create(withPhotos(world.anOrder()));
    expect(world.emulator.asked.at(-1)?.pictures).toBe(1);
  });

  test('the key stands in no address', async () => {
    await world.provider.create(world.anOrder());
    await world.provider.account();
    const addresses = world.emulator.asked.map(({ url }) => decodeURIComponent(url));
    expect(addresses.filter((url) => url.includes('key'))).toEqual([]);
  });

  test('a good key says whose it is, a wrong one which setting to look at, and neither shows it', async () => {
    expect(await world.provider.account()).toMatch(/^an account at /);
    const problem = await problemOf(world.another({ key: 'a wrong key' }).account());
    const fault = faultOfRefusal({ id: name }, problem);
    expect(fault.message).toContain(`Check ${name.toUpperCase()}_IMAGES_KEY`);
    expect(fault.message).not.toContain(ANSWERING_KEY);
  });

  test('a model that is offered no more is told of, for nothing', async () => {
    const called = (id: string) => ({ id, version: undefined, map: { prompt: 'prompt' }, fixed: {} });
    const offered = world.anOrder().model;
    const told = await world.provider.disagreements([called(offered), called('dall-e-1')]);
    expect(told).toEqual([expect.stringContaining('dall-e-1')]);
  });

  test('an answer outlives the process that got it', async () => {
    const order = world.anOrder();
    await world.provider.create(order);
    const found = await world.another().get(order.attemptId, patient());
    expect(found.status).toBe('succeeded');
    expect(found.fileUrls[0]).toMatch(/^data:image\/png;base64,/);
  });

  test('what was certainly refused is made after a crash, without asking anybody', async () => {
    const order = world.anOrder();
    world.arm('create-throttled');
    await problemOf(world.provider.create(order));
    expect((await world.another().get(order.attemptId, patient())).status).toBe('expired');
    const before = world.created();
    const id = order.attemptId;
    const context = await orders.aContext({ attempt: { id, externalId: id, isResumed: true } });
    await made(imageMaker().make(orders.anImage(), context));
    expect(world.created() - before).toBe(1);
  });

  test('answers are removed after a day', async () => {
    const order = world.anOrder();
    await world.provider.create(order);
    const answersDir = join(world.dir, 'answers');
    const dayBefore = new Date(Date.now() - 25 * 60 * 60_000);
    await utimes(join(answersDir, `${order.attemptId}.json`), dayBefore, dayBefore);
    await world.provider.create(world.anOrder());
    expect(await readdir(answersDir)).not.toContain(`${order.attemptId}.json`);
  });

  test.each(['cut-short', 'error-after'] as const)(
    'an answer that is lost after it was billed (%s) is asked about, and its money stays held',
    async (fault) => {
      const [before, billed] = [world.created(), world.emulator.billedMicros()];
      if (fault === 'cut-short') world.emulator.faults.arm('download', fault);
      else world.emulator.faults.arm('create', fault);
      const outcome = await failed(imageMaker().make(orders.anImage(), await orders.aContext()));
      expect(outcome).toMatchObject({ fault: { code: 'provider_outcome_unknown' }, spent: 'held' });
      expect(world.created() - before).toBe(1);
      expect(world.emulator.billedMicros()).toBeGreaterThan(billed);
    },
  );

  test('an overloaded provider and one that wants less are waited for, and paid once', async () => {
    const before = world.created();
    const pauses: number[] = [];
    world.emulator.faults.arm('run', 'high-demand');
    world.arm('create-throttled');
    await made(imageMaker(pauses).make(orders.anImage(), await orders.aContext()));
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBeLessThanOrEqual(1_200);
    expect(world.created() - before).toBe(1);
  });

  test.each(['nsfw', 'sensitive'] as const)(
    'what the safety check stops (%s) is said in a clear sentence, and booked no lower than it is billed',
    async (fault) => {
      const before = world.emulator.billedMicros();
      world.emulator.faults.arm('run', fault);
      const outcome = await failed(imageMaker().make(orders.anImage(), await orders.aContext()));
      expect(outcome.fault).toMatchObject({ code: 'provider_unsafe' });
      expect(outcome.spent).toBeGreaterThanOrEqual(world.emulator.billedMicros() - before);
    },
  );

  test('an answer without a picture is a failure that is booked as it is billed', async () => {
    const before = world.emulator.billedMicros();
    world.emulator.faults.arm('run', 'silent-safety');
    const outcome = await failed(imageMaker().make(orders.anImage(), await orders.aContext()));
    expect(outcome).toMatchObject({ fault: { code: 'provider_failed' } });
    expect(outcome.spent).toBe(world.emulator.billedMicros() - before);
  });

  test('an answer that is no picture is paid, said to be lost, and not asked for again by itself', async () => {
    const [before, billed] = [world.created(), world.emulator.billedMicros()];
    world.emulator.faults.arm('download', 'html');
    const outcome = await failed(imageMaker().make(orders.anImage(), await orders.aContext()));
    expect(outcome.fault).toBeInstanceOf(Permanent);
    expect(outcome).toMatchObject({ fault: { code: 'provider_output_gone' } });
    expect(outcome.spent).toBe(world.emulator.billedMicros() - billed);
    expect(world.created() - before).toBe(1);
  });

  test('a picture that came broken is looked at again from what was kept, for nothing', async () => {
    const before = world.created();
    world.arm('download-cut-off');
    const context = await orders.aContext();
    const first = await made(imageMaker().make(orders.anImage(), context));
    const { attempt } = context;
    const again = await orders.aContext({
      attempt: { ...attempt, externalId: context.ids.at(-1) ?? null, isResumed: true },
    });
    const second = await made(imageMaker().make(orders.anImage(), again));
    expect(second.actualMicros).toBe(first.actualMicros);
    expect(world.created() - before).toBe(1);
  });

  test('an ad that is cancelled meanwhile waits for the answer, and books what it is billed', async () => {
    const before = world.emulator.billedMicros();
    const cancel = new AbortController();
    const context = await orders.aContext({ signal: cancel.signal });
    const onExternalId = async () => {
      setTimeout(() => cancel.abort(new Aborted('cancelled', 'Cancelled.')), 20);
    };
    const outcome = await failed(imageMaker().make(orders.anImage(), { ...context, onExternalId }));
    expect(outcome.fault).toMatchObject({ code: 'cancelled' });
    expect(outcome.spent).toBe(world.emulator.billedMicros() - before);
  });

  test('an attempt that was never sent is made after a crash, without asking anybody', async () => {
    const before = world.created();
    const context = await orders.aContext({ attempt: { id: randomUUID(), isResumed: true } });
    await made(imageMaker().make(orders.anImage(), context));
    expect(world.created() - before).toBe(1);
  });

  test('one that was sent by another machine, and is not known here, is asked about', async () => {
    const before = world.created();
    const id = randomUUID();
    const context = await orders.aContext({ attempt: { id, externalId: id, isResumed: true } });
    const outcome = await failed(imageMaker().make(orders.anImage(), context));
    expect(outcome).toMatchObject({ fault: { code: 'provider_outcome_unknown' }, spent: 'held' });
    expect(world.created()).toBe(before);
  });
});

test('a fault of the server in its own words is a failure that cost nothing', async () => {
  const world = await openAnsweringWorld('openai');
  try {
    world.arm('run-fails');
    const call = await world.provider.create(world.anOrder());
    expect(faultOfEnd(call, call.isFree ? 0 : 1)).toMatchObject({
      fault: { code: 'provider_failed' },
      spent: 0,
    });
  } finally {
    await world.close();
  }
});
