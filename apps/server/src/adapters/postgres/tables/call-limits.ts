import { check, doublePrecision, pgTable, sql, text } from '../drizzle.ts';
import { instant } from './columns.ts';

/** How fast calls may be created at a provider: one token bucket for all processes. */
export const callLimits = pgTable(
  'call_limits',
  {
    provider: text().primaryKey(),
    perMinute: doublePrecision().notNull(),
    burst: doublePrecision().notNull(),
    tokens: doublePrecision().notNull(),
    filledAt: instant()
      .notNull()
      .default(sql`clock_timestamp()`),
    /** The provider asked for peace until then. */
    blockedUntil: instant(),
    /** When the provider told a limit of its own; it is forgotten after an hour. */
    learnedAt: instant(),
  },
  (table) => [check('call_limits_check', sql`${table.perMinute} > 0 and ${table.burst} >= 1`)],
);
