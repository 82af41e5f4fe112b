import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CallOrder, type HostedProvider, isOver } from '#src/adapters/hosted/hosted-provider.ts';
import { payOnce } from '#src/adapters/hosted/pay-once.ts';
import { ProviderProblem } from '#src/adapters/hosted/provider-problem.ts';
import { openHosted } from '#src/adapters/hosted/open-hosted.ts';
import { CATALOGUE } from '#src/domain/catalogue/catalogue.ts';
import { Aborted } from '#src/domain/faults.ts';
import { failed, made } from '../support/made.ts';
import { type Orders, ordersIn } from './orders.ts';

/** What a stand-in for the provider can be told to do wrong, once. */
export type ProviderFault =
  | 'create-answer-lost'
  | 'create-never-arrived'
  | 'create-throttled'
  | 'key-refused'
  | 'no-credit'
  | 'run-fails'
  | 'run-never-ends'
  | 'download-cut-off';

export type ProviderWorld = {
  provider: HostedProvider;
  /** A cheap call for a file, that no other order of this world is like. */
  anOrder(): CallOrder;
  /** A picture on the disk. */
  picturePath: string;
  arm(fault: ProviderFault): void;
  disarm(): void;
  /** How many calls were created, and so paid, up to now. */
  created(): number;
  /** What they are billed all together, in millionths of a dollar, worked out by the stand-in; null where it knows no prices. */
  billedMicros: (() => number) | null;
  /** Until what was begun is over, and billed. */
  settle?(): Promise<unknown>;
  close(): Promise<void>;
};

/** How a provider finds a lost call again; in a `partial-list` not every call stands, and with `answer` none is found. */
type FoundBy = HostedProvider['recovery']['by'] | 'partial-list';

/**
 * What every provider has to do for each call to be made once. `foundBy` is how it finds a lost one again. Whoever
 * adds a provider runs this on a stand-in for it; the protocol above, `payOnce`, and the makers on it are then proven for it too.
 */
export function hostedProviderContract(foundBy: FoundBy, open: () => Promise<ProviderWorld>): void {
  let world: ProviderWorld;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  afterEach(() => world.disarm());

  const isPaid = foundBy !== 'attempt';
  const hasList = foundBy === 'list' || foundBy === 'partial-list';
  /** It goes on by itself once it was created, and can be stopped. */
  const isFollowed = foundBy !== 'answer';
  const patient = () => AbortSignal.timeout(30_000);
  const A_MINUTE_MS = 60_000;
  const problemOf = async (asking: Promise<unknown>) => {
    const problem: unknown = await asking.catch((error: unknown) => error);
    if (!(problem instanceof ProviderProblem)) throw new Error(`No problem, but ${String(problem)}`);
    return problem;
  };
  async function ended(id: string) {
    for (;;) {
      const call = await world.provider.get(id, patient());
      if (isOver(call)) return call;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  describe('a call', () => {
    test('is followed by its id to a file that may be fetched', async () => {
      const { id } = await world.provider.create(world.anOrder());
      const done = await ended(id);
      expect(done.status).toBe('succeeded');
      expect(done.fileUrls.map((url) => world.provider.isFileSource(new URL(url)))).toEqual([true]);
    });

    test('says why it failed', async () => {
      world.arm('run-fails');
      const { id } = await world.provider.create(world.anOrder());
      const done = await ended(id);
      expect(done.status).toBe('failed');
      expect(done.error).not.toBe('');
    });

    test.skipIf(!isFollowed)('ends when it is cancelled', async () => {
      world.arm('run-never-ends');
      const { id } = await world.provider.create(world.anOrder());
      await world.provider.cancel(id);
      expect((await ended(id)).status).toBe('cancelled');
    });

    test('that nobody made is not found', async () => {
      expect((await problemOf(world.provider.get('no-such-call', patient()))).kind).toBe('not-found');
    });
  });

  describe('a create that goes wrong', () => {
    const refusals = [
      ['create-throttled', 'throttled'],
      ['key-refused', 'unauthenticated'],
      // Only where something is paid for.
      ...(isPaid ? ([['no-credit', 'no-credit']] as const) : []),
    ] as const;
    test.each(refusals)('%s: it is certain that nothing was made', async (fault, kind) => {
      const before = world.created();
      world.arm(fault);
      expect((await problemOf(world.provider.create(world.anOrder()))).kind).toBe(kind);
      expect(world.created()).toBe(before);
    });

    test.each(['create-answer-lost', 'create-never-arrived'] as const)(
      '%s: nobody can tell from the answer',
      async (fault) => {
        world.arm(fault);
        expect((await problemOf(world.provider.create(world.anOrder()))).kind).toBe('unknown');
      },
    );
  });

  describe('files', () => {
    test.each([
      'http://127.0.0.1/a',
      'http://169.254.169.254/latest/meta-data',
      'https://evil.example/a.png',
      'file:///etc/passwd',
    ])('none is fetched from %s', (url) => {
      expect(world.provider.isFileSource(new URL(url))).toBe(false);
    });
  });

  if (hasList) foundInList();
  if (foundBy === 'attempt') foundByAttempt();

  function foundInList(): void {
    const list = () => {
      const { recovery } = world.provider;
      if (recovery.by !== 'list') throw new Error('It has no list.');
      return recovery;
    };

    test('a call stands in the list with what it can be recognised by', async () => {
      const order = world.anOrder();
      const { id } = await world.provider.create(order);
      await ended(id);
      const all = await list().listSince(A_MINUTE_MS, patient(), order.model);
      const listed = all.find((call) => call.id === id);
      expect(listed?.models).toContain(order.version ?? order.model);
      expect(listed?.input).toEqual(order.input);
    });

    test('an upload is found by its mark, and only by its own', async () => {
      const [mark, other] = [randomUUID(), randomUUID()];
      const upload = (name: string) => world.provider.upload(world.picturePath, 'image/png', name, patient());
      const addresses = [await upload(mark), await upload(other)];
      expect(addresses.map(await list().uploadedUnder(mark, patient()))).toEqual([true, false]);
    });
  }

  function foundByAttempt(): void {
    test('a call bears the id of its attempt', async () => {
      const order = world.anOrder();
      expect((await world.provider.create(order)).id).toBe(order.attemptId);
    });

    test('an attempt that is created again, waiting, running or done, is taken up', async () => {
      const order = world.anOrder();
      const before = world.created();
      await world.provider.create(order);
      await world.provider.create(order);
      await ended(order.attemptId);
      expect((await world.provider.create(order)).status).toBe('succeeded');
      expect(world.created() - before).toBe(1);
    });
  }

  test('a webhook without a good signature is nobody’s', async () => {
    expect(await world.provider.verifyWebhook({}, '{"id":"x"}')).toBeNull();
  });

  describe('one attempt', () => {
    const limiter = { take: async () => ({ waitMs: 0 }), pause: async () => undefined };
    // What is not finished may be missing from the list for a while.
    const timing = { pollMs: 20, reconcileMs: foundBy === 'partial-list' ? 5_000 : 200 };
    /** Runs an attempt once more; each run knows only what the one before lived to write down. */
    function anAttempt(similar = world.anOrder()) {
      const order = { ...similar, attemptId: randomUUID() };
      const attempt = { id: order.attemptId, startedAt: new Date(), isResumed: false };
      const startedMs = performance.now();
      let externalId: string | null = null;
      return async (crash: string | null = null) => {
        const context = {
          attempt: {
            ...attempt,
            externalId,
            get ageMs() {
              return performance.now() - startedMs;
            },
          },
          outDir: '',
          signal: patient(),
          previousTrouble: null,
          takenIds: async () => new Set<string>(),
          onExternalId: async (id: string) => void (externalId = id),
          onProgress: () => undefined,
          onSight: () => undefined,
        };
        attempt.isResumed = true;
        const failpoint = (name: string) => {
          if (name === crash) throw new Error(`Crashed ${name}.`);
        };
        const deps = { provider: world.provider, limiter, failpoint, timing };
        const call = await made(
          payOnce(deps, { ...order, hasUploads: false, alternative: null }, context),
        ).catch((error: unknown) => {
          if (crash === null) throw error;
          return null;
        });
        return call?.id ?? null;
      };
    }

    test.each(['after-provider-create', 'after-external-id'])(
      'that is killed %s is taken up, not created again',
      async (crash) => {
        const before = world.created();
        const run = anAttempt();
        expect(await run(crash)).toBeNull();
        const id = await run();
        expect(await run()).toBe(id);
        expect(world.created() - before).toBe(1);
      },
    );

    /** What is found again, or certainly was not made: then it is made now. */
    const certain = [
      ...(foundBy === 'answer' ? [] : ['create-answer-lost' as const]),
      ...(foundBy === 'list' || foundBy === 'attempt' ? ['create-never-arrived' as const] : []),
    ];
    test.skipIf(certain.length === 0).each(certain)('is paid once: %s', async (fault) => {
      const before = world.created();
      world.arm(fault);
      const run = anAttempt();
      const id = await run();
      expect(await run()).toBe(id);
      expect(world.created() - before).toBe(1);
    });

    const uncertain = (['create-answer-lost', 'create-never-arrived'] as const).filter(
      (fault) => !certain.includes(fault),
    );
    test.skipIf(uncertain.length === 0).each(uncertain)(
      'is not made again, but asked about: %s',
      async (fault) => {
        const before = world.created();
        world.arm(fault);
        const run = anAttempt();
        const paid = fault === 'create-answer-lost' ? 1 : 0;
        for (let tries = 0; tries < 2; tries++) {
          const outcome: unknown = await run().catch((error: unknown) => error);
          expect(outcome).toMatchObject({ code: 'provider_outcome_unknown' });
          expect(world.created() - before).toBe(paid);
        }
      },
    );

    test(`of two that look alike ${hasList ? 'stops, and says that nobody can tell' : 'takes up its own'}`, async () => {
      const order = world.anOrder();
      await world.provider.create(order);
      const run = anAttempt(order);
      await run('after-provider-create');
      const before = world.created();
      const again = await run().catch((error: unknown) => error);
      if (hasList) expect(again).toMatchObject({ code: 'provider_outcome_unknown' });
      else expect(again).not.toBe(order.attemptId);
      expect(world.created()).toBe(before);
    });
  });

  // One's own graphics cards bill nothing, and have workflows in place of a catalogue.
  describe.skipIf(!isPaid)('media', () => {
    let dir: string;
    let orders: Orders;
    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'spotsmith-contract-'));
      orders = await ordersIn(dir);
      await world.settle?.();
    });
    afterAll(() => rm(dir, { recursive: true }));

    const makers = () =>
      openHosted(world.provider, {
        limiter: { take: async () => ({ waitMs: 0 }), pause: async () => undefined },
        signals: { send: async () => undefined, wait: async (_id, ms) => sleep(ms) },
        failpoint: () => undefined,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        timing: { pollMs: 20, reconcileMs: 200 },
      }).makers;
    const models = (kind: 'image' | 'clip' | 'music') =>
      CATALOGUE.filter((model) => model.provider === world.provider.id && model.kind === kind);
    async function make(kind: 'image' | 'clip' | 'music', model: string) {
      const context = await orders.aContext();
      const [image, clip, music] = [
        orders.anImage({ model }),
        orders.aClip({ model }),
        orders.someMusic({ model }),
      ];
      if (kind === 'image') {
        return {
          ...(await made(makers().image.make(image, context))),
          ...(await makers().image.quote(image)),
        };
      }
      if (kind === 'clip') {
        return { ...(await made(makers().clip.make(clip, context))), ...(await makers().clip.quote(clip)) };
      }
      return { ...(await made(makers().music.make(music, context))), ...(await makers().music.quote(music)) };
    }

    test.each(['image', 'clip', 'music'] as const)(
      '%ss are booked as they are billed, to the last digit, and never above what was held',
      async (kind) => {
        for (const { id } of models(kind)) {
          const before = world.billedMicros?.() ?? 0;
          const { actualMicros, maxMicros } = await make(kind, id);
          expect(actualMicros).toBeLessThanOrEqual(maxMicros);
          if (world.billedMicros !== null)
            expect([id, world.billedMicros() - before]).toEqual([id, actualMicros]);
        }
      },
    );

    test.skipIf(!isFollowed)(
      'a file that is cut off on its way is fetched again, and paid once',
      async () => {
        const [model] = models('image');
        if (model === undefined) throw new Error('It has no image model.');
        const before = world.created();
        world.arm('download-cut-off');
        expect((await make('image', model.id)).mimeType).toMatch(/^image\//);
        expect(world.created() - before).toBe(1);
      },
    );

    test('a failure is booked as it is billed', async () => {
      const [model] = models('image');
      if (model === undefined) throw new Error('It has no image model.');
      if (world.billedMicros === null) return;
      const before = world.billedMicros();
      world.arm('run-fails');
      const { spent } = await failed(
        makers().image.make(orders.anImage({ model: model.id }), await orders.aContext()),
      );
      expect(spent).toBe(world.billedMicros() - before);
    });

    test.skipIf(!isFollowed)(
      'a cancelled ad stops its call at the provider, and books what that is billed',
      async () => {
        const [model] = models('image');
        if (model === undefined) throw new Error('It has no image model.');
        const before = world.billedMicros?.() ?? 0;
        world.arm('run-never-ends');
        const cancel = new AbortController();
        const context = await orders.aContext({ signal: cancel.signal });
        const onExternalId = async () => {
          setTimeout(() => cancel.abort(new Aborted('cancelled', 'Cancelled.')), 300);
        };
        const { fault, spent } = await failed(
          makers().image.make(orders.anImage({ model: model.id }), { ...context, onExternalId }),
        );
        expect(fault).toMatchObject({ code: 'cancelled' });
        if (world.billedMicros !== null) expect(spent).toBe(world.billedMicros() - before);
      },
    );
  });
}
