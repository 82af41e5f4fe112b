import { readFile, readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Aborted, Permanent, Transient } from '#src/domain/faults.ts';
import { isFailed } from '#src/domain/spending.ts';
import { failed, made as madeBy } from '../support/made.ts';
import { openHostedWorld, TOKEN, type HostedWorld } from './hosted-world.ts';

let world: HostedWorld;
beforeAll(async () => {
  world = await openHostedWorld();
});
afterAll(() => world.close());
afterEach(() => world.emulator.faults.clear());

/** Makes one image and tells what it cost, or how it failed; and how many calls were created for it. */
async function drawn(more: Parameters<HostedWorld['aContext']>[0] = {}, request = world.anImage()) {
  const before = world.emulator.created();
  const context = await world.aContext(more);
  const outcome = await world.hosted.makers.image.make(request, context).then(
    (made) => (isFailed(made) ? { made: null, ...made } : { made, fault: null, spent: null }),
    // What a maker of paid calls throws nobody foresaw: the engine leaves its call open.
    (fault: unknown) => ({ made: null, fault, spent: 'running' }),
  );
  return { ...outcome, context, created: world.emulator.created() - before };
}

describe('when all is well', () => {
  test('a picture is made from the photo, in one call, at the price of its rule', async () => {
    const { made, context, created } = await drawn();
    expect(made).toMatchObject({
      provider: 'replicate',
      model: 'black-forest-labs/flux-kontext-pro',
      mimeType: 'image/png',
      actualMicros: 40_000,
      warnings: [],
    });
    expect((await readFile(made?.path ?? '')).subarray(1, 4).toString()).toBe('PNG');
    expect(created).toBe(1);
    const [prediction] = world.emulator.predictions.list();
    expect(context.ids).toEqual([prediction?.answer.id]);
    expect(prediction?.order.input['prompt']).toContain(world.anImage().brief.product_anchor);
  });

  test.each([
    ['stability-ai/sdxl', 'a list of files'],
    ['bytedance/seedream-4.5', 'a list of files'],
    ['google/nano-banana', 'no seed'],
    ['black-forest-labs/flux-2-pro', 'several references'],
    ['black-forest-labs/flux-pro', 'one reference'],
  ])('%s (%s) is understood', async (model) => {
    const { made, fault } = await drawn({}, world.anImage({ model }));
    expect(fault).toBeNull();
    expect(made?.actualMicros).toBeLessThanOrEqual(
      (await world.hosted.makers.image.quote(world.anImage({ model }))).maxMicros,
    );
  });

  test('a model that sees no photo is not told to draw the one in the photo', async () => {
    await drawn({}, world.anImage({ model: 'stability-ai/sdxl' }));
    const prompt = String(world.emulator.predictions.list()[0]?.order.input['prompt']);
    expect(prompt).not.toContain('reference photo');
    expect(prompt).toContain('Crema');
    expect(prompt).toContain('the very same object in every picture');
  });

  test.each([
    'wan-video/wan-2.2-i2v-fast',
    'bytedance/seedance-1-pro-fast',
    'kwaivgi/kling-v2.5-turbo-pro',
    'google/veo-3.1-fast',
    'stability-ai/stable-video-diffusion',
  ])('%s makes a clip of a still', async (model) => {
    const made = await madeBy(world.hosted.makers.clip.make(world.aClip({ model }), await world.aContext()));
    expect(made).toMatchObject({ model, mimeType: 'video/mp4' });
    expect(made.actualMicros).toBeLessThanOrEqual(
      (await world.hosted.makers.clip.quote(world.aClip({ model }))).maxMicros,
    );
  });

  test.each(['stability-ai/stable-audio-2.5', 'meta/musicgen'])('%s makes music', async (model) => {
    const made = await madeBy(
      world.hosted.makers.music.make(world.someMusic({ model }), await world.aContext()),
    );
    expect(made.mimeType).toMatch(/^audio\//);
  });
});

describe('the provider takes too long', () => {
  test('running over the limit: it is cancelled and tried again after 30 s', async () => {
    world.emulator.faults.arm('run', 'never-finish');
    const brief = world.another({ limits: { image: { runMs: 100, queueMs: 60_000 } } });
    const { fault, spent } = await failed(brief.makers.image.make(world.anImage(), await world.aContext()));
    expect(fault).toBeInstanceOf(Transient);
    expect(fault).toMatchObject({ code: 'provider_timeout', retryAfterMs: 30_000 });
    expect(spent).toBe(40_000);
    expect(world.emulator.predictions.list()[0]?.answer.status).toBe('canceled');
  });

  test('waiting in the queue is not running, and costs nothing when it is given up', async () => {
    world.emulator.faults.arm('run', 'never-start');
    const brief = world.another({ limits: { image: { runMs: 1, queueMs: 200 } } });
    const { fault } = await failed(brief.makers.image.make(world.anImage(), await world.aContext()));
    expect(fault).toMatchObject({ code: 'provider_timeout' });
  });
});

describe('the provider is busy (429)', () => {
  afterEach(() => world.forgetLimits());

  test('nothing was created, so it waits as long as the sentence says and creates', async () => {
    world.emulator.faults.arm('create', 'throttled');
    const started = performance.now();
    expect(await drawn()).toMatchObject({ fault: null, created: 1 });
    // "resets in ~1s"
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  test('the user reads how long it will be, from the header or the body', async () => {
    world.emulator.faults.arm('create', 'throttled-small-account');
    const { context, created, fault } = await drawn({ signal: AbortSignal.timeout(2_000) });
    expect(context.waits[0]).toMatch(/^Busy, retrying in (9|10) s$/);
    expect(created).toBe(0);
    expect(fault).not.toBeNull();
  });

  test('the limit of a small account is learned, for every process', async () => {
    world.emulator.faults.arm('create', 'throttled-small-account');
    await drawn({ signal: AbortSignal.timeout(500) });
    const [row] = await world.limits();
    // The emulator's account: 600 a minute, 60 at once.
    expect(row).toMatchObject({ perMinute: 600, burst: 60 });
  });
});

describe('the safety check refuses', () => {
  test.each(['nsfw', 'sensitive', 'silent-safety'] as const)(
    '%s: the words for it are known',
    async (fault) => {
      world.emulator.faults.arm('run', fault);
      const { fault: error } = await drawn();
      expect(error).toMatchObject({
        code: 'provider_unsafe',
        message: expect.stringContaining('Please modify your prompt'),
      });
    },
  );

  test('the second try is softer, and says what was changed', async () => {
    const request = world.anImage({ prompt: 'A naked knife. The product is Crema.' });
    const { made } = await drawn({ previousTrouble: 'provider_unsafe' }, request);
    expect(made?.warnings).toEqual([
      "The model's safety check stopped the first try; it was drawn again without “naked”, “knife”.",
    ]);
    expect(world.emulator.predictions.list()[0]?.order.input['prompt']).toContain('The product is Crema.');
  });
});

describe('the model fails', () => {
  test.each(['failed', 'out-of-memory'] as const)('%s: tried again with another seed', async (fault) => {
    world.emulator.faults.arm('run', fault);
    expect((await drawn()).fault).toMatchObject({ code: 'provider_failed' });
    await drawn({ previousTrouble: 'provider_failed' });
    const [second, first] = world.emulator.predictions.list();
    expect(second?.order.input['seed']).not.toBe(first?.order.input['seed']);
  });

  test('a start that timed out costs nothing', async () => {
    world.emulator.faults.arm('run', 'start-timeout');
    expect(await drawn()).toMatchObject({ fault: { code: 'provider_timeout' }, spent: 0 });
  });
});

describe('the answer to a create is lost', () => {
  test.each(['reset-after', 'error-after'] as const)(
    '%s: it was created, so it is found and adopted',
    async (fault) => {
      world.emulator.faults.arm('create', fault);
      const { made, created, context } = await drawn();
      expect(made).not.toBeNull();
      expect(created).toBe(1);
      expect(context.ids).toHaveLength(1);
    },
  );

  test.each(['reset-before', 'error-before', 'html'] as const)(
    '%s: it is certainly not there, so it is created',
    async (fault) => {
      world.emulator.faults.arm('create', fault);
      const { made, created } = await drawn();
      expect(made).not.toBeNull();
      expect(created).toBe(1);
    },
  );

  test('music carries no picture to know it by: the whole input is compared', async () => {
    world.emulator.faults.arm('create', 'reset-after');
    const before = world.emulator.created();
    await world.hosted.makers.music.make(world.someMusic({ seed: 99 }), await world.aContext());
    expect(world.emulator.created() - before).toBe(1);
  });

  test('two calls look alike: it stops and says so instead of paying twice', async () => {
    const request = world.someMusic({ seed: 1234 });
    await world.hosted.makers.music.make(request, await world.aContext());
    await world.hosted.makers.music.make(request, await world.aContext());
    const resumed = await world.aContext({ attempt: { isResumed: true } });
    expect(await failed(world.hosted.makers.music.make(request, resumed))).toMatchObject({
      fault: { code: 'provider_outcome_unknown' },
      spent: 'held',
    });
  });

  test('the provider has forgotten: it stops and says so', async () => {
    expect(await drawn({ attempt: { isResumed: true, ageMs: 2 * 3_600_000 } })).toMatchObject({
      fault: { code: 'provider_outcome_unknown' },
      spent: 'held',
      created: 0,
    });
  });
});

describe('the provider refuses for good', () => {
  test.each([
    ['unauthenticated', 'provider_key_refused'],
    ['out-of-credit', 'provider_no_credit'],
  ] as const)('%s: it stops and says what to do', async (fault, code) => {
    world.emulator.faults.arm('create', fault);
    const { fault: error, spent, created } = await drawn();
    expect(error).toBeInstanceOf(Permanent);
    expect(error).toMatchObject({ code });
    expect({ spent, created }).toEqual({ spent: 0, created: 0 });
  });

  test('the key is in no message', async () => {
    world.emulator.faults.arm('create', 'unauthenticated');
    const { fault } = await drawn();
    expect(String(fault) + JSON.stringify(fault)).not.toContain(TOKEN);
  });
});

describe('reading and fetching go wrong', () => {
  test.each(['error', 'reset', 'html', 'throttled'] as const)(
    'poll %s: it is read again, nothing is paid twice',
    async (fault) => {
      world.emulator.faults.arm('poll', fault);
      expect(await drawn()).toMatchObject({ fault: null, created: 1 });
    },
  );

  test.each(['error', 'reset', 'truncated', 'html', 'empty'] as const)(
    'download %s: it is fetched again',
    async (fault) => {
      world.emulator.faults.arm('download', fault);
      expect(await drawn()).toMatchObject({ fault: null, created: 1 });
    },
  );

  test('a file that never comes whole leaves the paid call alive, and the next try fetches it', async () => {
    world.emulator.faults.arm('download', 'truncated', 4);
    const { fault, spent, context } = await drawn();
    expect(fault).toMatchObject({ code: 'download_failed' });
    expect(spent).toBe('running');
    const [externalId = null] = context.ids;
    expect(await drawn({ attempt: { isResumed: true, externalId } })).toMatchObject({
      fault: null,
      created: 0,
    });
  });

  test.each([
    ['has no end', 'endless'],
    ['unpacks to far more than it weighs', 'bomb'],
  ] as const)('a file that %s is cut off', async (_, fault) => {
    world.emulator.faults.arm('download', fault, 4);
    const { fault: error, context } = await drawn();
    expect(error).toMatchObject({ code: 'download_failed' });
    expect(await readdir(context.outDir)).toEqual([]);
  });

  test('a result that the provider has deleted is said to be lost, with its price', async () => {
    world.emulator.faults.arm('download', 'gone');
    expect(await drawn()).toMatchObject({ fault: { code: 'provider_output_gone' }, spent: 40_000 });
  });

  test('an hour later even the address is gone', async () => {
    const { context } = await drawn();
    const [id = ''] = context.ids;
    world.emulator.predictions.expire(id);
    const late = await drawn({ attempt: { isResumed: true, externalId: id } });
    expect(late).toMatchObject({ fault: { code: 'provider_output_gone' }, created: 0 });
  });

  test.each(['error', 'reset'] as const)('upload %s: it is sent again', async (fault) => {
    world.emulator.faults.arm('upload', fault);
    expect(await drawn()).toMatchObject({ fault: null, created: 1 });
  });

  test('a photo that is too large for the provider is said to be', async () => {
    world.emulator.faults.arm('upload', 'too-large');
    expect(await drawn()).toMatchObject({ fault: { code: 'photo_too_large' }, created: 0 });
  });
});

describe('the work is stopped', () => {
  async function stoppedBy(reason: Aborted) {
    const controller = new AbortController();
    world.emulator.faults.arm('run', 'never-finish');
    const context = await world.aContext({ signal: controller.signal });
    const making = world.hosted.makers.image.make(world.anImage(), {
      ...context,
      onExternalId: async () => void setTimeout(() => controller.abort(reason), 100),
    });
    const { fault, spent } = await failed(making);
    expect(fault).toBeInstanceOf(Aborted);
    expect(spent).toBe(reason.code === 'cancelled' ? 40_000 : 'running');
    return world.emulator.predictions.list()[0]?.answer.status;
  }

  test('by the user: the provider is told, so that it costs no more', async () => {
    expect(await stoppedBy(new Aborted('cancelled', 'Cancelled.'))).toBe('canceled');
  });

  test('by the user while it waits its turn: nothing is created, and it is certain that nothing was spent', async () => {
    world.emulator.faults.arm('create', 'throttled-small-account');
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Aborted('cancelled', 'Cancelled.')), 300);
    expect(await drawn({ signal: controller.signal })).toMatchObject({
      fault: { code: 'cancelled' },
      spent: 0,
      created: 0,
    });
    await world.forgetLimits();
  });

  test('by the user before a call that an earlier run may have made is found again: nobody says it was free', async () => {
    const cancelled = AbortSignal.abort(new Aborted('cancelled', 'Cancelled.'));
    expect(await drawn({ signal: cancelled, attempt: { isResumed: true } })).toMatchObject({
      fault: { code: 'cancelled' },
      spent: 'running',
      created: 0,
    });
  });

  test('by a restart, or by another worker taking over: the paid call goes on', async () => {
    expect(await stoppedBy(new Aborted('draining', 'Stopping.'))).toBe('processing');
    expect(await stoppedBy(new Aborted('taken_over', 'Another worker.'))).toBe('processing');
  });
});
