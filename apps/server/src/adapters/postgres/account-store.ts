import { and, asc, count, eq, gt, isNull, lt, max, ne, or, sql, sum } from './drizzle.ts';
import { Conflict } from '#src/domain/faults.ts';
import type { AccountReader, AccountWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { apiTokens, authTokens, invitations, users } from './tables/accounts.ts';
import { files } from './tables/assets.ts';
import { sessions, socketTickets } from './tables/sessions.ts';
import { dailySpending } from './tables/spending.ts';

const now = sql`clock_timestamp()`;
const isUnexpired = or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now));

export function accountReader(db: Handle): AccountReader {
  return {
    async findUser(id) {
      const [user] = await db.select().from(users).where(eq(users.id, id));
      return user ?? null;
    },

    async findUserByEmail(email) {
      const [user] = await db
        .select()
        .from(users)
        .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
      return user ?? null;
    },

    async listUsers() {
      return db.select().from(users).orderBy(asc(users.createdAt), asc(users.id));
    },

    async useOfAll(days) {
      const ads = db
        .select({ userId: sessions.userId, ads: count().as('ads'), last: max(sessions.updatedAt).as('last') })
        .from(sessions)
        .where(isNull(sessions.deletedAt))
        .groupBy(sessions.userId)
        .as('own_ads');
      const owner = sql<string>`coalesce(${files.userId}, ${sessions.userId})`;
      const stored = db
        .select({ userId: owner.as('owner_id'), bytes: sum(files.bytes).mapWith(Number).as('bytes') })
        .from(files)
        .leftJoin(sessions, eq(sessions.id, files.sessionId))
        .groupBy(owner)
        .as('own_files');
      const spent = db
        .select({
          userId: dailySpending.userId,
          micros: sum(dailySpending.spentMicros).mapWith(Number).as('micros'),
        })
        .from(dailySpending)
        .where(gt(dailySpending.day, sql`(${now} at time zone 'utc')::date - ${days}::int`))
        .groupBy(dailySpending.userId)
        .as('own_spending');
      const rows = await db
        .select({ userId: users.id, ads: ads.ads, last: ads.last, bytes: stored.bytes, micros: spent.micros })
        .from(users)
        .leftJoin(ads, eq(ads.userId, users.id))
        .leftJoin(stored, eq(stored.userId, users.id))
        .leftJoin(spent, eq(spent.userId, users.id))
        .orderBy(asc(users.createdAt), asc(users.id));
      return rows.map(({ userId, ads: many, last, bytes, micros }) => ({
        userId,
        ads: many ?? 0,
        bytes: bytes ?? 0,
        spentMicros: micros ?? 0,
        lastActiveAt: last,
      }));
    },

    async findAuthToken(jti) {
      const [token] = await db
        .select()
        .from(authTokens)
        .where(and(eq(authTokens.id, jti), gt(authTokens.expiresAt, now)));
      return token ?? null;
    },

    async findApiToken(tokenHash) {
      const [token] = await db
        .select()
        .from(apiTokens)
        .where(and(eq(apiTokens.tokenHash, tokenHash), isUnexpired));
      return token ?? null;
    },

    async listApiTokens(userId) {
      return db
        .select()
        .from(apiTokens)
        .where(eq(apiTokens.userId, userId))
        .orderBy(asc(apiTokens.createdAt), asc(apiTokens.id));
    },

    async findInvitation(tokenHash) {
      const [invitation] = await db
        .select()
        .from(invitations)
        .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, now)));
      return invitation ?? null;
    },

    async listInvitations() {
      return db
        .select()
        .from(invitations)
        .where(gt(invitations.expiresAt, now))
        .orderBy(asc(invitations.createdAt), asc(invitations.id));
    },
  };
}

export function accountWriter(tx: Handle): AccountWriter {
  return {
    ...accountReader(tx),

    async lockOwners() {
      return tx
        .select()
        .from(users)
        .where(and(eq(users.role, 'owner'), eq(users.isDisabled, false)))
        .orderBy(asc(users.id))
        .for('no key update');
    },

    async lockUser(id) {
      const [user] = await tx.select().from(users).where(eq(users.id, id)).for('no key update');
      return user ?? null;
    },

    async insertUser(user) {
      const [inserted] = await tx.insert(users).values(user).onConflictDoNothing().returning();
      if (!inserted) {
        throw new Conflict('email_taken', 'Somebody with this email address has an account already.');
      }
      return inserted;
    },

    async updateUser(id, patch) {
      const updated = await tx.update(users).set(patch).where(eq(users.id, id)).returning();
      return firstOf(updated, 'user_not_found', 'There is no such user.');
    },

    async removeUser(id) {
      await tx.delete(users).where(eq(users.id, id));
    },

    async insertAuthToken(token) {
      await tx.delete(authTokens).where(lt(authTokens.expiresAt, now));
      await tx.insert(authTokens).values(token);
    },

    async revokeAuthTokens(which) {
      const chosen = 'jti' in which ? eq(authTokens.id, which.jti) : eq(authTokens.userId, which.userId);
      await tx.delete(authTokens).where(chosen);
    },

    async endAccess(userId, keep) {
      await tx.delete(authTokens).where(eq(authTokens.userId, userId));
      await tx.delete(socketTickets).where(eq(socketTickets.userId, userId));
      const others = keep === undefined ? undefined : ne(apiTokens.name, keep.tokenName);
      await tx.delete(apiTokens).where(and(eq(apiTokens.userId, userId), others));
    },

    async insertApiToken(token) {
      return firstOf(await tx.insert(apiTokens).values(token).returning());
    },

    async touchApiToken(id) {
      // To the minute is enough, and saves a write per request.
      const isStale = or(
        isNull(apiTokens.lastUsedAt),
        lt(apiTokens.lastUsedAt, sql`${now} - interval '1 minute'`),
      );
      await tx
        .update(apiTokens)
        .set({ lastUsedAt: now })
        .where(and(eq(apiTokens.id, id), isStale));
    },

    async revokeApiToken(id, userId) {
      const revoked = await tx
        .delete(apiTokens)
        .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
        .returning({ id: apiTokens.id });
      return revoked.length > 0;
    },

    async insertInvitation(invitation) {
      const email = invitation.email.toLowerCase();
      await tx.delete(invitations).where(eq(sql`lower(${invitations.email})`, email));
      return firstOf(await tx.insert(invitations).values(invitation).returning());
    },

    async takeInvitation(tokenHash) {
      const [invitation] = await tx
        .delete(invitations)
        .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, now)))
        .returning();
      return invitation ?? null;
    },

    async withdrawInvitation(id) {
      const withdrawn = await tx
        .delete(invitations)
        .where(eq(invitations.id, id))
        .returning({ id: invitations.id });
      return withdrawn.length > 0;
    },

    async withdrawInvitationsBy(userId) {
      await tx.delete(invitations).where(eq(invitations.invitedById, userId));
    },

    async insertTicket(ticket) {
      await tx.delete(socketTickets).where(lt(socketTickets.expiresAt, now));
      await tx.insert(socketTickets).values(ticket);
    },

    async takeTicket(hash) {
      const [ticket] = await tx
        .delete(socketTickets)
        .where(and(eq(socketTickets.hash, hash), gt(socketTickets.expiresAt, now)))
        .returning({ userId: socketTickets.userId, sessionId: socketTickets.sessionId });
      return ticket ?? null;
    },
  };
}
