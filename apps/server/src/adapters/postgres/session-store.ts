import { and, asc, desc, eq, ilike, isNotNull, isNull, lt, lte, or, sql } from './drizzle.ts';
import type { SessionReader, SessionWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { releaseHoldsOf } from './spending-store.ts';
import { sessions } from './tables/sessions.ts';

export function sessionReader(db: Handle): SessionReader {
  return {
    async find(id) {
      const [session] = await db.select().from(sessions).where(eq(sessions.id, id));
      return session ?? null;
    },

    async list({ userId, limit, before, search, isDeleted }) {
      const olderThanCursor =
        before &&
        or(
          lt(sessions.createdAt, before.createdAt),
          and(eq(sessions.createdAt, before.createdAt), lt(sessions.id, before.id)),
        );
      const pattern = search === null ? null : `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return db
        .select()
        .from(sessions)
        .where(
          and(
            eq(sessions.userId, userId),
            (isDeleted ? isNotNull : isNull)(sessions.deletedAt),
            olderThanCursor ?? undefined,
            pattern === null
              ? undefined
              : or(ilike(sessions.title, pattern), ilike(sessions.prompt, pattern)),
          ),
        )
        .orderBy(desc(sessions.createdAt), desc(sessions.id))
        .limit(limit);
    },
  };
}

export function sessionWriter(tx: Handle): SessionWriter {
  return {
    ...sessionReader(tx),

    async lock(id) {
      const [session] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('update');
      return session ?? null;
    },

    async insert(session) {
      return firstOf(await tx.insert(sessions).values(session).returning());
    },

    async update(id, patch) {
      const updated = await tx
        .update(sessions)
        .set({
          ...patch,
          version: sql`${sessions.version} + 1`,
          ...(patch.status && { stageRun: sql`${sessions.stageRun} + 1` }),
          updatedAt: sql`clock_timestamp()`,
          removeAfter: null,
        })
        .where(eq(sessions.id, id))
        .returning();
      return firstOf(updated, 'session_not_found', 'There is no such ad.');
    },

    async listDeletedBefore(instant, limit) {
      return tx
        .select()
        .from(sessions)
        .where(and(isNotNull(sessions.deletedAt), lt(sessions.deletedAt, instant)))
        .orderBy(asc(sessions.deletedAt))
        .limit(limit);
    },

    async announceRemovals(untouchedSince, removeAfter) {
      const isForgotten = and(
        isNull(sessions.deletedAt),
        isNull(sessions.removeAfter),
        eq(sessions.isPinned, false),
        lt(sessions.updatedAt, untouchedSince),
      );
      await tx.update(sessions).set({ removeAfter }).where(isForgotten);
    },

    async callOffRemovals() {
      await tx.update(sessions).set({ removeAfter: null }).where(isNotNull(sessions.removeAfter));
    },

    async listDueForRemoval(now, limit) {
      return tx
        .select()
        .from(sessions)
        .where(and(isNull(sessions.deletedAt), lte(sessions.removeAfter, now)))
        .orderBy(asc(sessions.removeAfter))
        .limit(limit);
    },

    async remove(id) {
      await releaseHoldsOf(tx, id);
      await tx.delete(sessions).where(eq(sessions.id, id));
    },
  };
}
