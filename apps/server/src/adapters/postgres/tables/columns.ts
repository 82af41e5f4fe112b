import { type AnyColumn, bigint, sql, type SQL, timestamp } from '../drizzle.ts';

/**
 * A point in time. Milliseconds, as JavaScript has them: with PostgreSQL's microseconds a cursor read from a row
 * would lie before that row.
 */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () =>
  instant()
    .notNull()
    .default(sql`clock_timestamp()`);

/** Whole micro-dollars; int8 in the database, a number here. */
export const micros = () => bigint({ mode: 'number' });

/** The condition of a CHECK that lists the same words as the domain. */
export function oneOf(column: AnyColumn, words: readonly string[]): SQL {
  const list = words.map((word) => `'${word}'`).join(', ');
  return sql`${column} in (${sql.raw(list)})`;
}
