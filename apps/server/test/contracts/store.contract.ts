import type { AdOrder, SessionStatus } from '@spotsmith/contract/words';
import { randomUUID } from 'node:crypto';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '#src/domain/session.ts';
import { aSession, aUser, aClipOf, anAsset, faultCode, there, type StoreWorld } from './store-world.ts';
import { storeAccountsContract } from './store-accounts.contract.ts';
import { storeMediaContract } from './store-media.contract.ts';
import { storeProgressContract } from './store-progress.contract.ts';
import { storeSpendingContract } from './store-spending.contract.ts';

/** What every database behind the `Store` port must do. `open` gives an empty, migrated one. */
export function storeContract(name: string, open: () => Promise<StoreWorld>): void {
  describe(`The store on ${name}`, () => {
    let world: StoreWorld;
    const store = () => world.store;
    beforeAll(async () => {
      world = await open();
    });
    afterAll(async () => {
      await world.close();
    });

    describe('transactions', () => {
      test('a write that fails leaves nothing behind', async () => {
        const session = await aSession(store());
        const failing = store().write(async (tx) => {
          await tx.sessions.update(session.id, { title: 'Half done' });
          throw new Error('stop here');
        });
        await expect(failing).rejects.toThrow('stop here');
        expect(there(await store().read.sessions.find(session.id)).title).toBe('Crema');
      });

      test('reading or writing beside an open transaction is refused at once, not waited for', async () => {
        const session = await aSession(store());
        await store().write(async () => {
          await expect(store().read.sessions.find(session.id)).rejects.toThrow(/inside `store.write`/);
          await expect(store().write(async () => undefined)).rejects.toThrow(/inside `store.write`/);
        });
        expect(await store().read.sessions.find(session.id)).toEqual(session);
      });

      test('what was started inside a transaction may read once the transaction is over', async () => {
        const session = await aSession(store());
        const over = Promise.withResolvers<void>();
        let late: Promise<unknown> = Promise.resolve();
        await store().write(async () => {
          late = over.promise.then(() => store().read.sessions.find(session.id));
        });
        over.resolve();
        expect(await late).toEqual(session);
      });

      test('two writers who lock each other out both get through', async () => {
        const [left, right] = [await aSession(store()), await aSession(store())];
        const renameBoth = (first: string, second: string) =>
          store().write(async (tx) => {
            await tx.sessions.update(first, { title: 'Both' });
            await new Promise((resolve) => setTimeout(resolve, 50));
            await tx.sessions.update(second, { title: 'Both' });
          });
        await Promise.all([renameBoth(left.id, right.id), renameBoth(right.id, left.id)]);
        expect(there(await store().read.sessions.find(left.id)).version).toBe(3);
        expect(there(await store().read.sessions.find(right.id)).version).toBe(3);
      });

      test("a transaction tells the time by the database's clock", async () => {
        const now = await store().write((tx) => tx.now());
        expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
      });

      test('the database refuses words that the product does not have', async () => {
        const session = await aSession(store());
        const nonsense = world.drizzle.execute(
          sql`update sessions set status = 'daydreaming' where id = ${session.id}`,
        );
        await expect(nonsense).rejects.toMatchObject({ cause: { constraint: 'sessions_status_check' } });
      });
    });

    describe('sessions', () => {
      test('an ad comes back as it was written, with its documents', async () => {
        const session = await aSession(store(), { prompt: 'Ünïcode 😀 “quotes” \\ %', seed: 2_147_483_647 });
        const finish = { product_name: 'Crema', aspect_ratios: ['9:16' as const] };
        const trouble = { code: 'x', message: 'Something', can_retry: true };
        const updated = await store().write((tx) =>
          tx.sessions.update(session.id, { finish, trouble, clipSeconds: 3.5 }),
        );
        expect(await store().read.sessions.find(session.id)).toEqual(updated);
        expect(updated).toEqual({
          ...session,
          finish,
          trouble,
          clipSeconds: 3.5,
          version: 2,
          updatedAt: updated.updatedAt,
        });
        const cleared = await store().write((tx) => tx.sessions.update(session.id, { trouble: null }));
        expect(cleared.trouble).toBeNull();
      });

      test('every change counts the version up, a move of the state the run as well', async () => {
        const session = await aSession(store());
        const edited = await store().write((tx) => tx.sessions.update(session.id, { title: 'New' }));
        expect([edited.version, edited.stageRun]).toEqual([session.version + 1, session.stageRun]);
        const moved = await store().write((tx) =>
          tx.sessions.update(session.id, { status: 'parsing_prompt' }),
        );
        expect([moved.version, moved.stageRun]).toEqual([session.version + 2, session.stageRun + 1]);
      });

      test('changing an ad that is gone says so', async () => {
        const write = store().write((tx) => tx.sessions.update(randomUUID(), { title: 'New' }));
        expect(await faultCode(write)).toBe('session_not_found');
      });

      test('writers of one ad take turns, so no change is lost', async () => {
        const session = await aSession(store(), { title: '' });
        await Promise.all(
          Array.from({ length: 12 }, () =>
            store().write(async (tx) => {
              const locked = there(await tx.sessions.lock(session.id));
              await tx.sessions.update(session.id, { title: `${locked.title}x` });
            }),
          ),
        );
        expect(there(await store().read.sessions.find(session.id)).title).toBe('x'.repeat(12));
      });

      test('pages list every ad of the user once, newest first, without the deleted ones', async () => {
        const { id: userId } = await aUser(store());
        const made: Session[] = [];
        for (let index = 0; index < 5; index++) made.push(await aSession(store(), { userId }));
        await store().write((tx) => tx.sessions.update(there(made[2]).id, { deletedAt: new Date() }));
        const seen: string[] = [];
        let after: Session | null = null;
        for (;;) {
          const page: Session[] = await store().read.sessions.list({
            userId,
            limit: 2,
            order: 'created',
            after,
            statuses: null,
            search: null,
            isDeleted: false,
          });
          if (page.length === 0) break;
          seen.push(...page.map(({ id }) => id));
          after = there(page.at(-1));
        }
        const newestFirst = made
          .filter((_, index) => index !== 2)
          .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
        expect(seen).toEqual(newestFirst.map(({ id }) => id));
      });

      test('ads come by name or by their last change, of one group, page by page, and are counted', async () => {
        const { id: userId } = await aUser(store());
        const titles = ['banana', 'Apple', 'cherry', 'apple'];
        const made: Session[] = [];
        for (const title of titles) made.push(await aSession(store(), { userId, title }));
        await store().write((tx) => tx.sessions.update(there(made[1]).id, { status: 'completed' }));
        await store().write((tx) => tx.sessions.update(there(made[2]).id, { deletedAt: new Date() }));
        const all = async (order: AdOrder, statuses: readonly SessionStatus[] | null = null) => {
          const seen: Session[] = [];
          for (;;) {
            const query = { userId, limit: 1, order, statuses, search: null, isDeleted: false };
            const page = await store().read.sessions.list({ ...query, after: seen.at(-1) ?? null });
            if (page.length === 0) return seen.map(({ title }) => title);
            seen.push(...page);
          }
        };
        expect((await all('title')).map((title) => title.toLowerCase())).toEqual([
          'apple',
          'apple',
          'banana',
        ]);
        expect((await all('changed'))[0]).toBe('Apple');
        expect(await all('created', ['completed'])).toEqual(['Apple']);
        const counts = await store().read.sessions.countByStatus(userId);
        expect(
          counts.toSorted((a, b) => Number(b.isDeleted) - Number(a.isDeleted) || a.count - b.count),
        ).toEqual([
          { status: 'created', isDeleted: true, count: 1 },
          { status: 'completed', isDeleted: false, count: 1 },
          { status: 'created', isDeleted: false, count: 2 },
        ]);
      });

      test('search takes every character literally and does not mind the case', async () => {
        const { id: userId } = await aUser(store());
        const sale = await aSession(store(), { userId, title: 'Sale: 50% off_all \\o/' });
        await aSession(store(), { userId, title: 'Sale: 50 off' });
        const find = async (search: string) =>
          (
            await store().read.sessions.list({
              userId,
              limit: 10,
              order: 'created',
              after: null,
              statuses: null,
              search,
              isDeleted: false,
            })
          ).map(({ id }) => id);
        expect(await find('50% OFF_')).toEqual([sale.id]);
        expect(await find('\\o')).toEqual([sale.id]);
        expect(await find('slow MORNINGS')).toHaveLength(2);
      });

      test('the sweep finds deleted ads', async () => {
        const [deleted, kept] = [await aSession(store()), await aSession(store())];
        await store().write((tx) => tx.sessions.update(deleted.id, { deletedAt: new Date() }));
        const later = new Date(Date.now() + 60_000);
        const earlier = new Date(Date.now() - 60_000);
        const found = await store().write(async (tx) => ({
          deleted: await tx.sessions.listDeletedBefore(later, 1000),
          tooEarly: await tx.sessions.listDeletedBefore(earlier, 1000),
        }));
        const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id);
        expect(ids(found.deleted)).toContain(deleted.id);
        expect(ids(found.deleted)).not.toContain(kept.id);
        expect(ids(found.tooEarly)).not.toContain(deleted.id);
      });

      test('the removal of an untouched ad is announced, and called off by any change or a pin', async () => {
        const now = new Date();
        const [forgotten, renamed, pinned, deleted] = [
          await aSession(store()),
          await aSession(store()),
          await aSession(store()),
          await aSession(store()),
        ];
        const later = new Date(now.getTime() + 60_000);
        const due = (at: Date) =>
          store().write(async (tx) => (await tx.sessions.listDueForRemoval(at, 1000)).map(({ id }) => id));
        await store().write(async (tx) => {
          await tx.sessions.update(pinned.id, { isPinned: true });
          await tx.sessions.update(deleted.id, { deletedAt: now });
          await tx.sessions.announceRemovals(later, later);
        });
        expect((await store().read.sessions.find(forgotten.id))?.removeAfter).toEqual(later);
        await store().write((tx) => tx.sessions.update(renamed.id, { title: 'Still wanted' }));

        const removed = await due(later);
        expect(removed).toContain(forgotten.id);
        for (const { id } of [renamed, pinned, deleted]) expect(removed).not.toContain(id);
        expect(await due(now)).not.toContain(forgotten.id);

        await store().write((tx) => tx.sessions.callOffRemovals());
        expect(await due(later)).toEqual([]);
      });

      test('removing an ad removes all that hangs on it', async () => {
        const session = await aSession(store());
        const fileId = randomUUID();
        await store().write(async (tx) => {
          await tx.files.insert({
            id: fileId,
            sessionId: session.id,
            key: `sessions/${session.id}/images/${fileId}.png`,
            mimeType: 'image/png',
            bytes: 1,
            sha256: 'b'.repeat(64),
          });
        });
        const image = await anAsset(store(), session.id, { fileId });
        const clip = await aClipOf(store(), image);
        await store().write((tx) => tx.sessions.remove(session.id));
        expect(await store().read.sessions.find(session.id)).toBeNull();
        expect(await store().read.assets.find(clip.id)).toBeNull();
        expect(await store().read.files.find(fileId)).toBeNull();
      });
    });

    storeMediaContract(() => world);
    storeSpendingContract(() => world);
    storeProgressContract(() => world);
    storeAccountsContract(() => world);
  });
}
