import { and, asc, eq, gt, sql } from './drizzle.ts';
import type { Progress } from '#src/ports/progress.ts';
import type { ProgressReader, ProgressWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { progressEvents, sessions } from './tables/sessions.ts';

/** The NOTIFY channel; its payload is the session's id. */
export const PROGRESS_CHANNEL = 'progress';

export function progressReader(db: Handle): ProgressReader {
  return {
    async after(sessionId, seq, limit) {
      const rows = await db
        .select()
        .from(progressEvents)
        .where(and(eq(progressEvents.sessionId, sessionId), gt(progressEvents.seq, seq)))
        .orderBy(asc(progressEvents.seq))
        .limit(limit);
      return rows.map(toProgress);
    },
  };
}

export function progressWriter(tx: Handle): ProgressWriter {
  return {
    ...progressReader(tx),

    async append(sessionId, message) {
      // The row lock of this update lets one message after the other in, so that `seq` has no gaps and no doubles.
      const session = firstOf(
        await tx
          .update(sessions)
          .set({
            lastSeq: sql`${sessions.lastSeq} + 1`,
            overall: message.overall,
            lastMessage: message.message,
            updatedAt: sql`clock_timestamp()`,
          })
          .where(eq(sessions.id, sessionId))
          .returning({ seq: sessions.lastSeq, currentCostMicros: sessions.spentMicros }),
        'session_not_found',
        'There is no such ad.',
      );
      const row = firstOf(
        await tx
          .insert(progressEvents)
          .values({ sessionId, ...session, ...message })
          .returning(),
      );
      await tx.execute(sql`select pg_notify(${PROGRESS_CHANNEL}, ${sessionId})`);
      return toProgress(row);
    },
  };
}

function toProgress(row: typeof progressEvents.$inferSelect): Progress {
  const { error, retryAvailable, assetCount, ...always } = row;
  return {
    ...always,
    ...(error !== null && { error }),
    ...(retryAvailable !== null && { retryAvailable }),
    ...(assetCount !== null && { assetCount }),
  };
}
