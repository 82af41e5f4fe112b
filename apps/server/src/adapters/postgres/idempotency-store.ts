import { and, eq, lt, sql } from './drizzle.ts';
import type { IdempotencyWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { idempotencyKeys } from './tables/accounts.ts';

/** A request that has not answered for so long has died with its process: the next one may try. */
const ABANDONED_AFTER = sql`interval '1 minute'`;

export function idempotencyWriter(tx: Handle): IdempotencyWriter {
  const keyIs = (userId: string, key: string) =>
    and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));

  return {
    async claim({ userId, key, requestHash }) {
      const claimed = await tx
        .insert(idempotencyKeys)
        .values({ userId, key, requestHash })
        .onConflictDoUpdate({
          target: [idempotencyKeys.userId, idempotencyKeys.key],
          set: { createdAt: sql`clock_timestamp()` },
          setWhere: sql`${idempotencyKeys.requestHash} = ${requestHash} and ${idempotencyKeys.status} is null
            and ${idempotencyKeys.createdAt} < clock_timestamp() - ${ABANDONED_AFTER}`,
        })
        .returning({ key: idempotencyKeys.key });
      if (claimed.length > 0) return { kind: 'claimed' };

      const [known] = await tx.select().from(idempotencyKeys).where(keyIs(userId, key));
      if (known && known.requestHash !== requestHash) return { kind: 'mismatch' };
      if (known && known.status !== null && known.body !== null) {
        return { kind: 'answered', status: known.status, body: known.body };
      }
      return { kind: 'running' };
    },

    async answer(userId, key, answer) {
      await tx.update(idempotencyKeys).set(answer).where(keyIs(userId, key));
    },

    async release(userId, key) {
      await tx.delete(idempotencyKeys).where(keyIs(userId, key));
    },

    async removeOlderThan(instant) {
      await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, instant));
    },
  };
}
