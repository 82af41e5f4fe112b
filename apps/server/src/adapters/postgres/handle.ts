import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What a raw query answers on either engine, as far as both agree. */
interface RowsResult extends PgQueryResultHKT {
  type: { rows: unknown[] };
}

/** A Drizzle database or one of its transactions, on either engine. */
export type Handle = PgDatabase<RowsResult>;
