import { sql } from './drizzle.ts';
import type { CallLimit, RateLimiter } from '#src/ports/rate-limiter.ts';
import { toFault } from './database-faults.ts';
import type { Handle } from './handle.ts';
import { callLimits as limits } from './tables/call-limits.ts';

/** What a provider allows an account in good standing, a little below its own figure. */
const USUAL: CallLimit = { perMinute: 570, burst: 20 };

/** Tokens at this moment: what was left, and what has flowed in since. */
const tokensNow = sql`least(${limits.burst}, ${limits.tokens} + extract(epoch from clock_timestamp() - ${limits.filledAt}) * ${limits.perMinute} / 60)`;

/** The token bucket that all processes share. Each step is one statement, so that no two of them take the same token. */
export function rateLimiter(db: Handle, usual: CallLimit = USUAL): RateLimiter {
  /** A row for every provider; a limit it spoke of is forgotten after an hour, e.g. because credit was bought. */
  async function upToDate(provider: string): Promise<void> {
    await db
      .insert(limits)
      .values({ provider, ...usual, tokens: usual.burst })
      .onConflictDoUpdate({
        target: limits.provider,
        set: { perMinute: usual.perMinute, burst: usual.burst, learnedAt: null },
        setWhere: sql`${limits.learnedAt} < clock_timestamp() - interval '1 hour'`,
      });
  }

  return {
    async take(provider) {
      try {
        await upToDate(provider);
        const taken = await db
          .update(limits)
          .set({ tokens: sql`${tokensNow} - 1`, filledAt: sql`clock_timestamp()` })
          .where(
            sql`${limits.provider} = ${provider} and ${tokensNow} >= 1 and coalesce(${limits.blockedUntil} <= clock_timestamp(), true)`,
          )
          .returning({ provider: limits.provider });
        if (taken.length > 0) return { waitMs: 0 };
        const [row] = await db
          .select({
            seconds:
              sql`greatest(extract(epoch from ${limits.blockedUntil} - clock_timestamp()), (1 - ${tokensNow}) * 60 / ${limits.perMinute}, 0.02)`.mapWith(
                Number,
              ),
          })
          .from(limits)
          .where(sql`${limits.provider} = ${provider}`);
        return { waitMs: Math.ceil((row?.seconds ?? 1) * 1000) };
      } catch (error) {
        throw toFault(error);
      }
    },

    async pause(provider, waitMs, learned) {
      try {
        await upToDate(provider);
        const until = sql`clock_timestamp() + ${waitMs / 1000} * interval '1 second'`;
        await db
          .update(limits)
          .set({
            blockedUntil: sql`greatest(${limits.blockedUntil}, ${until})`,
            tokens: sql`least(${tokensNow}, 1)`,
            filledAt: sql`clock_timestamp()`,
            ...(learned === null ? {} : { ...learned, tokens: 0, learnedAt: sql`clock_timestamp()` }),
          })
          .where(sql`${limits.provider} = ${provider}`);
      } catch (error) {
        throw toFault(error);
      }
    },
  };
}
