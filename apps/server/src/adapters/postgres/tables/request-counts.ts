import { index, integer, pgTable, text } from '../drizzle.ts';
import { instant } from './columns.ts';

/** What somebody asked for within a minute. Keys are digests: nobody's address is kept. */
export const requestCounts = pgTable(
  'request_counts',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    endsAt: instant().notNull(),
  },
  (table) => [index('request_counts_ends_at_idx').on(table.endsAt)],
);
