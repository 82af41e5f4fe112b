import { and, eq, inArray, isNull, sql } from './drizzle.ts';
import { WORKING_STATUSES } from '#src/domain/session-state.ts';
import type { UsageReader } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { fileReader } from './stored-file-store.ts';
import { assets } from './tables/assets.ts';
import { sessions } from './tables/sessions.ts';

export function usageReader(db: Handle): UsageReader {
  return {
    async of(userId) {
      const isKept = and(eq(sessions.userId, userId), isNull(sessions.deletedAt));
      const isWorkedOn = inArray(sessions.status, WORKING_STATUSES);
      const [ads] = await db
        .select({ ads: count(), running: count(isWorkedOn) })
        .from(sessions)
        .where(isKept);
      const [uploads] = await db
        .select({
          photos: count(inArray(assets.kind, ['photo', 'logo'])),
          tracks: count(eq(assets.kind, 'music')),
        })
        .from(assets)
        .innerJoin(sessions, eq(sessions.id, assets.sessionId))
        .where(and(isKept, eq(assets.origin, 'uploaded'), eq(assets.isSuperseded, false)));
      return {
        disk_bytes: await fileReader(db).bytesUsed(userId),
        ads: ads?.ads ?? 0,
        running: ads?.running ?? 0,
        photos: uploads?.photos ?? 0,
        tracks: uploads?.tracks ?? 0,
      };
    },
  };
}

function count(condition = sql`true`) {
  return sql`count(*) filter (where ${condition})`.mapWith(Number);
}
