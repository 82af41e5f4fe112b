import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A Drizzle database or one of its transactions, on either engine. */
export type Handle = PgDatabase<PgQueryResultHKT>;
