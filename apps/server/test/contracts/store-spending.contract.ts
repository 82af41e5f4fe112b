import { randomUUID } from 'node:crypto';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { describe, expect, test } from 'vitest';
import { dailySpending } from '#src/adapters/postgres/tables/spending.ts';
import { aSession, aUser, anAsset, anAttempt, there, type StoreWorld } from './store-world.ts';

const USD = 1_000_000;
const PLENTY = 10_000 * USD;

export function storeSpendingContract(world: () => StoreWorld): void {
  const store = () => world().store;
  const session = (id: string) => store().read.sessions.find(id).then(there);
  const open = (attempt: ReturnType<typeof anAttempt>, dailyCapMicros = PLENTY) =>
    store().write((tx) => tx.spending.open(attempt, dailyCapMicros));
  const close = (id: string, actualMicros: number, state: 'succeeded' | 'failed' | 'unknown' = 'succeeded') =>
    store().write((tx) => tx.spending.close(id, { state, actualMicros, durationMs: 1500, isGuess: false }));
  const guess = (id: string, actualMicros: number) =>
    store().write((tx) =>
      tx.spending.close(id, { state: 'succeeded', actualMicros, durationMs: 1500, isGuess: true }),
    );
  const daysOf = (userId: string) =>
    world()
      .drizzle.select({ held: dailySpending.heldMicros, spent: dailySpending.spentMicros })
      .from(dailySpending)
      .where(sql`${dailySpending.userId} = ${userId}`);

  describe('spending', () => {
    test('a hundred calls at once never pass the cap of the ad', async () => {
      const ad = await aSession(store(), { capMicros: 10 * USD + 5 });
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => open(anAttempt(ad, { estimateMicros: USD }))),
      );
      expect(answers.filter(({ refusedBy }) => refusedBy === null)).toHaveLength(10);
      const refused = answers.filter((answer) => answer.refusedBy !== null);
      expect(new Set(refused.map(({ refusedBy }) => refusedBy))).toEqual(new Set(['session']));
      expect(refused.at(-1)).toMatchObject({ leftMicros: 5 });
      expect(await session(ad.id)).toMatchObject({ heldMicros: 10 * USD, spentMicros: 0 });
      expect(await store().read.spending.ofSession(ad.id)).toHaveLength(10);
      expect(await daysOf(ad.userId)).toEqual([{ held: 10 * USD, spent: 0 }]);
    });

    test('what each model was thought to cost and did cost is added up, without calls that are under way', async () => {
      const ad = await aSession(store(), { capMicros: 10 * USD });
      const model = `model-${randomUUID()}`;
      const attempts = [1, 2, 3, 4].map(() => anAttempt(ad, { model, estimateMicros: USD }));
      for (const attempt of attempts) await open(attempt);
      await close(there(attempts[0]).id, 400_000);
      await close(there(attempts[1]).id, 0, 'failed');
      await guess(there(attempts[3]).id, 250_000);
      const rows = await store().read.spending.byModel();
      expect(rows.find((row) => row.model === model)).toMatchObject({
        calls: 3,
        failedCalls: 1,
        estimateMicros: 3 * USD,
        actualMicros: 650_000,
        guessedMicros: 250_000,
      });
    });

    test('how long a model usually takes is the middle of its latest calls that came to something', async () => {
      const ad = await aSession(store(), { capMicros: 10 * USD });
      const model = `model-${randomUUID()}`;
      const usual = () => store().read.spending.usualDurationMs('replicate', model);
      const run = async (durationMs: number, state: 'succeeded' | 'failed' = 'succeeded') => {
        const attempt = anAttempt(ad, { provider: 'replicate', model, estimateMicros: 0 });
        await open(attempt);
        await store().write((tx) =>
          tx.spending.close(attempt.id, { state, actualMicros: 0, durationMs, isGuess: false }),
        );
      };
      expect(await usual()).toBeNull();
      for (const durationMs of [90_000, 30_000, 20_000, 25_000, 40_000, 22_000]) await run(durationMs);
      await run(1, 'failed');
      expect(await usual()).toBe(25_000);
    });

    test("a hundred calls in several ads never pass the user's cap of the day", async () => {
      const { id: userId } = await aUser(store());
      const ads = await Promise.all(
        Array.from({ length: 4 }, () => aSession(store(), { userId, capMicros: PLENTY })),
      );
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          open(anAttempt(there(ads[index % 4]), { estimateMicros: USD }), 7 * USD),
        ),
      );
      expect(answers.filter(({ refusedBy }) => refusedBy === null)).toHaveLength(7);
      expect(answers.filter(({ refusedBy }) => refusedBy === 'day')).toHaveLength(93);
      const held = (await Promise.all(ads.map(({ id }) => session(id)))).map((ad) => ad.heldMicros);
      expect(held.reduce((sum, micros) => sum + micros)).toBe(7 * USD);
      expect(await daysOf(userId)).toEqual([{ held: 7 * USD, spent: 0 }]);
    });

    test('opening and settling at once keeps the books straight', async () => {
      const ad = await aSession(store(), { capMicros: 5 * USD });
      const spend = async (actualMicros: number) => {
        const attempt = anAttempt(ad, { estimateMicros: USD });
        if ((await open(attempt)).refusedBy !== null) return 0;
        await Promise.all([close(attempt.id, actualMicros), close(attempt.id, actualMicros)]);
        return actualMicros;
      };
      const spent = await Promise.all(Array.from({ length: 40 }, (_, index) => spend(index * 1000)));
      const total = spent.reduce((sum, micros) => sum + micros);
      expect(await session(ad.id)).toMatchObject({ heldMicros: 0, spentMicros: total });
      expect(await daysOf(ad.userId)).toEqual([{ held: 0, spent: total }]);
    });

    test('settling releases what was held and counts the price once', async () => {
      const ad = await aSession(store());
      const attempt = anAttempt(ad, { estimateMicros: 50_000 });
      await open(attempt);
      expect(await session(ad.id)).toMatchObject({ heldMicros: 50_000, spentMicros: 0 });
      await close(attempt.id, 30_000);
      await close(attempt.id, 50_000, 'failed');
      expect(await session(ad.id)).toMatchObject({ heldMicros: 0, spentMicros: 30_000 });
      expect(await store().read.spending.ofSession(ad.id)).toMatchObject([
        {
          id: attempt.id,
          outcome: 'succeeded',
          actualMicros: 30_000,
          estimateMicros: 50_000,
          durationMs: 1500,
        },
      ]);
    });

    test('money of a call nobody knows the end of stays held until it is known', async () => {
      const ad = await aSession(store());
      const attempt = anAttempt(ad, { estimateMicros: 50_000 });
      await open(attempt);
      await close(attempt.id, 0, 'unknown');
      expect(await session(ad.id)).toMatchObject({ heldMicros: 50_000, spentMicros: 0 });
      const unfinished = await store().read.spending.unfinished();
      expect(unfinished.find(({ id }) => id === attempt.id)).toMatchObject({ state: 'unknown' });
      await close(attempt.id, 50_000);
      expect(await session(ad.id)).toMatchObject({ heldMicros: 0, spentMicros: 50_000 });
      const after = await store().read.spending.unfinished();
      expect(after.some(({ id }) => id === attempt.id)).toBe(false);
    });

    test('a price above the estimate is refused and changes nothing', async () => {
      const ad = await aSession(store());
      const attempt = anAttempt(ad, { estimateMicros: 50_000 });
      await open(attempt);
      await expect(close(attempt.id, 50_001)).rejects.toThrow(RangeError);
      expect(await session(ad.id)).toMatchObject({ heldMicros: 50_000, spentMicros: 0 });
    });

    test('free work goes on when no money is left', async () => {
      const ad = await aSession(store(), { capMicros: 0 });
      const attempt = anAttempt(ad, { provider: 'studio', estimateMicros: 0 });
      expect(await open(attempt, 0)).toMatchObject({ refusedBy: null });
      await close(attempt.id, 0);
      expect(await session(ad.id)).toMatchObject({ heldMicros: 0, spentMicros: 0 });
    });

    test('the newest attempt for an asset is found, with the id the provider gave it', async () => {
      const ad = await aSession(store());
      const asset = await anAsset(store(), ad.id);
      const [older, newer, other] = [asset.id, asset.id, null].map((assetId) => anAttempt(ad, { assetId }));
      for (const attempt of [older, newer, other]) await open(there(attempt));
      await store().write((tx) => tx.spending.setExternalId(there(newer).id, 'p-123'));
      const latest = (assetId: string | null) =>
        store().write((tx) => tx.spending.latest(ad.id, 'image', assetId));
      expect(await latest(asset.id)).toEqual({
        ...newer,
        externalId: 'p-123',
        state: 'open',
        createdAt: expect.any(Date),
      });
      expect(await latest(null)).toMatchObject({ id: there(other).id });
      expect(await latest(randomUUID())).toBeNull();
    });

    test('amounts far beyond 32 bits stay exact numbers', async () => {
      const cap = 9_000_000_000 * USD;
      const ad = await aSession(store(), { capMicros: cap });
      const attempt = anAttempt(ad, { estimateMicros: cap - 1 });
      await open(attempt, cap);
      await close(attempt.id, cap - 2);
      expect(await session(ad.id)).toMatchObject({ capMicros: cap, spentMicros: cap - 2, heldMicros: 0 });
      expect(await daysOf(ad.userId)).toEqual([{ held: 0, spent: cap - 2 }]);
    });

    test('removing an ad gives back what it held of the day', async () => {
      const ad = await aSession(store());
      await open(anAttempt(ad, { estimateMicros: 50_000 }));
      await store().write((tx) => tx.sessions.remove(ad.id));
      expect(await daysOf(ad.userId)).toEqual([{ held: 0, spent: 0 }]);
    });
  });
}
