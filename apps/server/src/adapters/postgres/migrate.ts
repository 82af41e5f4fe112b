import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { drizzlePglite, drizzlePostgres, migratePglite, migratePostgres } from './drizzle.ts';
import { Client } from 'pg';

const migrations = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) };

/** Any number, as long as every process uses the same: "spot" in ASCII. */
const MIGRATION_LOCK = 0x73_70_6f_74;

/**
 * Runs the SQL in `migrations/` that this database has not seen yet. Processes that start together queue up on an
 * advisory lock; the embedded database has one process anyway.
 */
export async function migrate(
  database: { kind: 'embedded'; pglite: PGlite } | { kind: 'postgresql'; url: string },
): Promise<void> {
  if (database.kind === 'embedded') {
    await migratePglite(drizzlePglite({ client: database.pglite }), migrations);
    return;
  }
  const client = new Client({
    connectionString: database.url,
    application_name: 'spotsmith-migrate',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migratePostgres(drizzlePostgres({ client }), migrations);
  } finally {
    // Closing frees the lock.
    await client.end();
  }
}
