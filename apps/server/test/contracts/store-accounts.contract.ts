import { randomUUID } from 'node:crypto';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { describe, expect, test } from 'vitest';
import { PLAIN_LOOK } from '#src/domain/brand-kit.ts';
import { aSession, aUser, faultCode, type StoreWorld } from './store-world.ts';

const HOUR_MS = 3_600_000;

export function storeAccountsContract(world: () => StoreWorld): void {
  const store = () => world().store;
  const soon = () => new Date(Date.now() + HOUR_MS);
  const gone = () => new Date(Date.now() - HOUR_MS);

  describe('accounts', () => {
    const anOwner = async () => {
      const { id } = await aUser(store());
      return store().write((tx) => tx.accounts.updateUser(id, { role: 'owner' }));
    };

    test('an email address belongs to one user, however it is spelt', async () => {
      const user = await aUser(store());
      expect(await store().read.accounts.findUserByEmail(user.email.toUpperCase())).toEqual(user);
      const twin = store().write((tx) =>
        tx.accounts.insertUser({ ...user, id: randomUUID(), email: user.email.toUpperCase() }),
      );
      expect(await faultCode(twin)).toBe('email_taken');
    });

    test('a user can be changed and is listed', async () => {
      const user = await aUser(store());
      const changed = await store().write((tx) => tx.accounts.updateUser(user.id, { isDisabled: true }));
      expect(changed).toEqual({ ...user, isDisabled: true });
      expect(await store().read.accounts.listUsers()).toContainEqual(changed);
    });

    test('of two owners who step down at once the second sees that the first is gone', async () => {
      const stepDown = (id: string, besideId: string) =>
        store().write(async (tx) => {
          const owners = await tx.accounts.lockOwners();
          if (!owners.some((owner) => owner.id === besideId)) return 'stays';
          await tx.accounts.updateUser(id, { role: 'member' });
          return 'steps down';
        });
      const pairs = await Promise.all(
        Array.from({ length: 10 }, async () => [await anOwner(), await anOwner()] as const),
      );
      const outcomes = await Promise.all(
        pairs.map(([one, other]) => Promise.all([stepDown(one.id, other.id), stepDown(other.id, one.id)])),
      );
      for (const outcome of outcomes) expect(outcome.toSorted()).toEqual(['stays', 'steps down']);
    });

    test('a login counts until it expires or is revoked', async () => {
      const { id: userId } = await aUser(store());
      const [current, expired, second] = [randomUUID(), randomUUID(), randomUUID()];
      const find = (jti: string) => store().read.accounts.findAuthToken(jti);
      await store().write(async (tx) => {
        await tx.accounts.insertAuthToken({ id: current, userId, expiresAt: soon() });
        await tx.accounts.insertAuthToken({ id: second, userId, expiresAt: soon() });
        await tx.accounts.insertAuthToken({ id: expired, userId, expiresAt: gone() });
      });
      expect(await find(current)).toMatchObject({ id: current, userId });
      expect(await find(expired)).toBeNull();
      await store().write((tx) => tx.accounts.revokeAuthTokens({ jti: current }));
      expect(await find(current)).toBeNull();
      expect(await find(second)).not.toBeNull();
      await store().write((tx) => tx.accounts.revokeAuthTokens({ userId }));
      expect(await find(second)).toBeNull();
    });

    test('an API token is found by its hash, remembers its last use and is revoked by its owner only', async () => {
      const [owner, stranger] = [await aUser(store()), await aUser(store())];
      const tokenHash = randomUUID();
      const token = await store().write((tx) =>
        tx.accounts.insertApiToken({
          id: randomUUID(),
          userId: owner.id,
          name: 'CI',
          prefix: 'sp_a',
          tokenHash,
          scope: 'read',
          madeById: null,
          expiresAt: null,
        }),
      );
      expect(await store().read.accounts.findApiToken(tokenHash)).toEqual(token);
      await store().write((tx) => tx.accounts.touchApiToken(token.id));
      const [used] = await store().read.accounts.listApiTokens(owner.id);
      expect(used?.lastUsedAt).toBeInstanceOf(Date);
      const revoke = (userId: string) => store().write((tx) => tx.accounts.revokeApiToken(token.id, userId));
      expect(await revoke(stranger.id)).toBe(false);
      expect(await revoke(owner.id)).toBe(true);
      expect(await store().read.accounts.findApiToken(tokenHash)).toBeNull();
    });

    test('an API token ends at its time, and with the one that made it', async () => {
      const { id: userId } = await aUser(store());
      const make = async (expiresAt: Date | null, madeById: string | null) => {
        const [id, tokenHash] = [randomUUID(), randomUUID()];
        const facts = { id, userId, name: 'CI', prefix: 'sps_a', scope: 'manage' as const };
        await store().write((tx) => tx.accounts.insertApiToken({ ...facts, tokenHash, expiresAt, madeById }));
        return { id, find: () => store().read.accounts.findApiToken(tokenHash) };
      };
      expect(await (await make(gone(), null)).find()).toBeNull();
      const maker = await make(soon(), null);
      const made = await make(soon(), maker.id);
      expect(await made.find()).toMatchObject({ scope: 'manage', madeById: maker.id });
      await store().write((tx) => tx.accounts.revokeApiToken(maker.id, userId));
      expect(await made.find()).toBeNull();
    });

    test('a socket ticket opens one socket, even when ten ask at once', async () => {
      const session = await aSession(store());
      const { userId, id: sessionId } = session;
      const [hash, expired] = [randomUUID(), randomUUID()];
      await store().write(async (tx) => {
        await tx.accounts.insertTicket({ hash, userId, sessionId, expiresAt: soon() });
        await tx.accounts.insertTicket({ hash: expired, userId, sessionId, expiresAt: gone() });
      });
      const take = (ticket: string) => store().write((tx) => tx.accounts.takeTicket(ticket));
      const taken = await Promise.all(Array.from({ length: 10 }, () => take(hash)));
      expect(taken.filter((ticket) => ticket !== null)).toEqual([{ userId, sessionId }]);
      expect(await take(expired)).toBeNull();
    });
  });

  describe('invitations', () => {
    const invite = (invitedById: string, given: { email?: string; expiresAt?: Date } = {}) =>
      store().write((tx) =>
        tx.accounts.insertInvitation({
          id: randomUUID(),
          email: `${randomUUID()}@example.com`,
          role: 'member',
          tokenHash: randomUUID(),
          invitedById,
          expiresAt: soon(),
          ...given,
        }),
      );
    const take = (tokenHash: string) => store().write((tx) => tx.accounts.takeInvitation(tokenHash));

    test('one lets one person in, even when ten come at once, and none when it expired or was withdrawn', async () => {
      const { id: owner } = await aUser(store());
      const invitation = await invite(owner);
      const expired = await invite(owner, { expiresAt: gone() });
      const withdrawn = await invite(owner);
      expect(await store().write((tx) => tx.accounts.withdrawInvitation(withdrawn.id))).toBe(true);
      expect(await store().read.accounts.findInvitation(invitation.tokenHash)).toEqual(invitation);
      const ours = (await store().read.accounts.listInvitations()).filter(
        ({ invitedById }) => invitedById === owner,
      );
      expect(ours).toEqual([invitation]);
      const taken = await Promise.all(Array.from({ length: 10 }, () => take(invitation.tokenHash)));
      expect(taken.filter((one) => one !== null)).toEqual([invitation]);
      expect(await take(expired.tokenHash)).toBeNull();
      expect(await take(withdrawn.tokenHash)).toBeNull();
    });

    test('a second one to an address, however it is spelt, takes the place of the first', async () => {
      const { id: owner } = await aUser(store());
      const first = await invite(owner);
      const second = await invite(owner, { email: first.email.toUpperCase() });
      expect(await take(first.tokenHash)).toBeNull();
      expect(await take(second.tokenHash)).toEqual(second);
    });
  });

  describe('brand kits', () => {
    const logoOf = (userId: string, bytes: number) => {
      const id = randomUUID();
      return { id, userId, key: `brands/${userId}/${id}.png`, mimeType: 'image/png', bytes, sha256: 'a' };
    };

    test('a person has one, and a new logo takes the place of the old one, even when two come at once', async () => {
      const { id: userId } = await aUser(store());
      const find = () => store().read.brandKits.find(userId);
      expect(await find()).toBeNull();
      const logos = [logoOf(userId, 100), logoOf(userId, 100)] as const;
      await Promise.all(logos.map((logo) => store().write((tx) => tx.brandKits.saveLogo(userId, logo))));
      expect(await store().read.files.bytesUsed(userId)).toBe(100);
      const kept = (await find())?.logoFileId;
      expect(logos.map(({ id }) => id)).toContain(kept);

      const look = { ...PLAIN_LOOK, colours: ['#1c7c7d'] };
      await store().write((tx) => tx.brandKits.saveLook(userId, look));
      expect(await find()).toEqual({ userId, look, logoFileId: kept });
      await store().write((tx) => tx.brandKits.saveLogo(userId, null));
      expect(await find()).toEqual({ userId, look, logoFileId: null });
      expect(await store().read.files.bytesUsed(userId)).toBe(0);
    });

    test('a person’s files count together, and are gone with the person', async () => {
      const session = await aSession(store());
      const { userId, id: sessionId } = session;
      const logo = logoOf(userId, 20);
      await store().write(async (tx) => {
        await tx.brandKits.saveLogo(userId, logo);
        const { userId: _, ...file } = logoOf(userId, 3);
        await tx.files.insert({ ...file, sessionId });
      });
      expect(await store().read.files.bytesUsed(userId)).toBe(23);
      expect(await store().read.files.bytesUsed(null)).toBeGreaterThanOrEqual(23);
      await store().write((tx) => tx.accounts.removeUser(userId));
      expect(await store().read.files.find(logo.id)).toBeNull();
      expect(await store().read.brandKits.find(userId)).toBeNull();
    });
  });

  describe('shares', () => {
    test('a share link works until it is revoked', async () => {
      const session = await aSession(store());
      const tokenHash = randomUUID();
      const share = await store().write((tx) =>
        tx.shares.insert({ id: randomUUID(), sessionId: session.id, tokenHash }),
      );
      expect(await store().read.shares.findByToken(tokenHash)).toEqual(share);
      const revoke = (sessionId: string) => store().write((tx) => tx.shares.revoke(share.id, sessionId));
      expect(await revoke(randomUUID())).toBe(false);
      expect(await revoke(session.id)).toBe(true);
      expect(await store().read.shares.findByToken(tokenHash)).toBeNull();
      expect(await store().read.shares.ofSession(session.id)).toMatchObject([{ id: share.id }]);
    });
  });

  describe('repeated requests', () => {
    const claim = (userId: string, key: string, requestHash = 'one') =>
      store().write((tx) => tx.idempotency.claim({ userId, key, requestHash }));

    test('of twenty equal requests at once one does the work, and all later ones get its answer', async () => {
      const { id: userId } = await aUser(store());
      const claims = await Promise.all(Array.from({ length: 20 }, () => claim(userId, 'key')));
      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
      expect(claims.filter(({ kind }) => kind === 'running')).toHaveLength(19);
      await store().write((tx) => tx.idempotency.answer(userId, 'key', { status: 202, body: '{}' }));
      expect(await claim(userId, 'key')).toEqual({ kind: 'answered', status: 202, body: '{}' });
      expect(await claim(userId, 'key', 'another body')).toEqual({ kind: 'mismatch' });
      expect(await claim((await aUser(store())).id, 'key')).toEqual({ kind: 'claimed' });
    });

    test('a key that was given back or is too old can be used again', async () => {
      const { id: userId } = await aUser(store());
      await claim(userId, 'key');
      await store().write((tx) => tx.idempotency.release(userId, 'key'));
      expect(await claim(userId, 'key')).toEqual({ kind: 'claimed' });
      await store().write((tx) => tx.idempotency.removeOlderThan(gone()));
      expect(await claim(userId, 'key')).toEqual({ kind: 'running' });
      await store().write((tx) => tx.idempotency.removeOlderThan(soon()));
      expect(await claim(userId, 'key')).toEqual({ kind: 'claimed' });
    });

    test('a key whose request died with its process is free after a minute', async () => {
      const { id: userId } = await aUser(store());
      await claim(userId, 'key');
      await world().drizzle.execute(
        sql`update idempotency_keys set created_at = created_at - interval '61 seconds' where user_id = ${userId}`,
      );
      expect(await claim(userId, 'key', 'another body')).toEqual({ kind: 'mismatch' });
      expect(await claim(userId, 'key')).toEqual({ kind: 'claimed' });
      expect(await claim(userId, 'key')).toEqual({ kind: 'running' });
    });
  });

  describe('requests that are counted', () => {
    const countUp = (key: string) => store().write((tx) => tx.requestCounts.countUp(key));
    const aMinuteLater = (key: string) =>
      world().drizzle.execute(
        sql`update request_counts set ends_at = ends_at - interval '61 seconds' where key = ${key}`,
      );

    test('of twenty at once none is overlooked', async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 20 }, () => countUp(key)));
      expect(answers.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });

    test('are forgotten a minute after the first one', async () => {
      const [key, other] = [randomUUID(), randomUUID()];
      expect(await countUp(key)).toEqual({ count: 1, secondsLeft: 60 });
      await countUp(other);
      await aMinuteLater(key);
      expect((await countUp(key)).count).toBe(1);
      await aMinuteLater(key);
      await store().write((tx) => tx.requestCounts.removeEnded());
      const { rows } = await world().drizzle.execute(
        sql`select key from request_counts where key in (${key}, ${other})`,
      );
      expect(rows).toEqual([{ key: other }]);
    });
  });
}
