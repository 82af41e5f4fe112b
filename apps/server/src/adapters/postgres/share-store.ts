import { and, asc, eq, isNull, sql } from './drizzle.ts';
import type { ShareReader, ShareWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { shares } from './tables/sessions.ts';

export function shareReader(db: Handle): ShareReader {
  return {
    async findByToken(tokenHash) {
      const [share] = await db
        .select()
        .from(shares)
        .where(and(eq(shares.tokenHash, tokenHash), isNull(shares.revokedAt)));
      return share ?? null;
    },

    async ofSession(sessionId) {
      return db
        .select()
        .from(shares)
        .where(eq(shares.sessionId, sessionId))
        .orderBy(asc(shares.createdAt), asc(shares.id));
    },
  };
}

export function shareWriter(tx: Handle): ShareWriter {
  return {
    ...shareReader(tx),

    async insert(share) {
      return firstOf(await tx.insert(shares).values(share).returning());
    },

    async revoke(id, sessionId) {
      const revoked = await tx
        .update(shares)
        .set({ revokedAt: sql`clock_timestamp()` })
        .where(and(eq(shares.id, id), eq(shares.sessionId, sessionId), isNull(shares.revokedAt)))
        .returning({ id: shares.id });
      return revoked.length > 0;
    },
  };
}
