import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from './drizzle.ts';
import type { SessionQuery, SessionReader, SessionWriter } from '#src/ports/store.ts';
import type { AdOrder } from '@spotsmith/contract/words';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { releaseHoldsOf } from './spending-store.ts';
import { sessions } from './tables/sessions.ts';

/** Names as people sort them: capitals are no other letters. */
const name = sql<string>`lower(${sessions.title})`;
const ORDERS: Readonly<Record<AdOrder, { key: SQL; isDescending: boolean }>> = {
  created: { key: sql`${sessions.createdAt}`, isDescending: true },
  changed: { key: sql`${sessions.updatedAt}`, isDescending: true },
  title: { key: name, isDescending: false },
};

type Place = NonNullable<SessionQuery['after']>;
function keyOf(order: AdOrder, { createdAt, updatedAt, title }: Place): SQL {
  if (order === 'title') return sql`lower(${title}::text)`;
  return sql`${sql.param(order === 'created' ? createdAt : updatedAt, sessions.createdAt)}`;
}

export function sessionReader(db: Handle): SessionReader {
  return {
    async find(id) {
      const [session] = await db.select().from(sessions).where(eq(sessions.id, id));
      return session ?? null;
    },

    async list({ userId, limit, order, after, search, isDeleted, statuses }) {
      const { key, isDescending } = ORDERS[order];
      const [beyond, direction] = isDescending ? [lt, desc] : [gt, asc];
      const behind =
        after &&
        or(
          beyond(key, keyOf(order, after)),
          and(eq(key, keyOf(order, after)), beyond(sessions.id, after.id)),
        );
      const pattern = search === null ? null : `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return db
        .select()
        .from(sessions)
        .where(
          and(
            eq(sessions.userId, userId),
            (isDeleted ? isNotNull : isNull)(sessions.deletedAt),
            statuses === null ? undefined : inArray(sessions.status, [...statuses]),
            behind ?? undefined,
            pattern === null
              ? undefined
              : or(ilike(sessions.title, pattern), ilike(sessions.prompt, pattern)),
          ),
        )
        .orderBy(direction(key), direction(sessions.id))
        .limit(limit);
    },

    async countByStatus(userId) {
      const isGone = sql<boolean>`${sessions.deletedAt} is not null`;
      return db
        .select({ status: sessions.status, isDeleted: isGone, count: count() })
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .groupBy(sessions.status, isGone);
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
