import { lte, sql } from './drizzle.ts';
import type { RequestCountWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { requestCounts } from './tables/request-counts.ts';

const now = sql`clock_timestamp()`;
const inAMinute = sql`${now} + interval '1 minute'`;
const hasEnded = lte(requestCounts.endsAt, now);

export function requestCountWriter(tx: Handle): RequestCountWriter {
  return {
    async countUp(key) {
      const { count, endsAt, countedAt } = firstOf(
        await tx
          .insert(requestCounts)
          .values({ key, count: 1, endsAt: inAMinute })
          .onConflictDoUpdate({
            target: requestCounts.key,
            set: {
              count: sql`case when ${hasEnded} then 1 else ${requestCounts.count} + 1 end`,
              endsAt: sql`case when ${hasEnded} then ${inAMinute} else ${requestCounts.endsAt} end`,
            },
          })
          .returning({
            count: requestCounts.count,
            endsAt: requestCounts.endsAt,
            countedAt: sql`clock_timestamp()::timestamptz(3)`.mapWith(requestCounts.endsAt),
          }),
      );
      return { count, secondsLeft: Math.ceil((endsAt.getTime() - countedAt.getTime()) / 1000) };
    },

    async removeEnded() {
      await tx.delete(requestCounts).where(hasEnded);
    },
  };
}
