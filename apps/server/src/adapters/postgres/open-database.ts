import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzlePglite, drizzlePostgres, type SQL, sql } from './drizzle.ts';
import { Pool } from 'pg';
import { diskFault } from '#src/domain/disk-fault.ts';
import { Unavailable } from '#src/domain/faults.ts';
import { toFault } from './database-faults.ts';
import type { Handle } from './handle.ts';
import { listenToPostgres, type Hear } from './listen-to-postgres.ts';
import { lockDirectory, type Announcement, type DirectoryLock } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';

export type DatabaseSettings =
  | { kind: 'embedded'; directory: string }
  | {
      kind: 'postgresql';
      url: string;
      poolSize: number;
      /** PostgreSQL itself, when `url` is a PgBouncer in transaction mode: it can neither LISTEN nor hold a lock. */
      directUrl?: string | null;
    };

/** An open database, migrated. Both kinds have the same tables and speak the same SQL. */
export type Database = {
  readonly drizzle: Handle;
  /** What every transaction has to begin with; null when the connection has it already. */
  readonly atBegin: SQL | null;
  /** What the queue needs to work on the same database. */
  readonly engine: { kind: 'embedded'; pglite: PGlite } | { kind: 'postgresql'; url: string };
  /** Calls `hear` with each notification on the channel; with null when some may have been missed. */
  listen(channel: string, hear: Hear): Promise<() => void>;
  /** Embedded only: tells a refused second process where to reach this one. Does nothing on PostgreSQL. */
  announce(announcement: Announcement): void;
  close(): Promise<void>;
};

/**
 * Opens the database and brings its tables up to date.
 * Throws Unavailable `database_in_use`, `database_unavailable`, `database_too_old`, `database_damaged`,
 * `data_dir_not_writable` or `storage_full`.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.kind === 'embedded' ? openEmbedded(settings.directory) : openPostgres(settings);
}

async function openEmbedded(directory: string): Promise<Database> {
  const lock = makeAndLock(directory);
  try {
    const pglite = await openPglite(directory);
    await migrate({ kind: 'embedded', pglite });
    return {
      drizzle: drizzlePglite({ client: pglite, casing: 'snake_case' }),
      atBegin: null,
      engine: { kind: 'embedded', pglite },
      listen: async (channel, hear) => {
        const stop = await pglite.listen(channel, hear);
        return () => void stop();
      },
      announce: (announcement) => lock.announce(announcement),
      async close() {
        await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const OLDEST_POSTGRES = 15;

/** In milliseconds. A row lock is held for a few; whoever waits longer than this waits for something that is stuck. */
const TIMEOUTS = {
  lock_timeout: 10_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 30_000,
};

type PostgresSettings = Extract<DatabaseSettings, { kind: 'postgresql' }>;

async function openPostgres({ url, poolSize, directUrl }: PostgresSettings): Promise<Database> {
  const isPooled = directUrl != null;
  const ownUrl = directUrl ?? url;
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'spotsmith',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A pooler shares its connections between processes and refuses settings of one's own.
    ...(isPooled ? {} : TIMEOUTS),
  });
  // The pool drops a lost connection by itself, and whoever uses it next gets the error. An "error" event that nobody
  // hears would end the process: the pool's is for idle connections, the client's for those in a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const listener = listenToPostgres({ connectionString: ownUrl, application_name: 'spotsmith-listen' });
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_POSTGRES) {
      throw new Unavailable(
        'database_too_old',
        `The PostgreSQL server has version ${version}; Spotsmith needs ${OLDEST_POSTGRES} or newer.`,
      );
    }
    await migrate({ kind: 'postgresql', url: ownUrl });
  } catch (error) {
    await pool.end();
    throw toFault(error);
  }
  return {
    drizzle: drizzlePostgres({ client: pool, casing: 'snake_case' }),
    atBegin: isPooled ? sql.raw(asLocalSettings(TIMEOUTS)) : null,
    engine: { kind: 'postgresql', url: ownUrl },
    listen: (channel, hear) => listener.listen(channel, hear),
    announce: () => undefined,
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

/** `set local lock_timeout = 10000; …`: they end with the transaction. */
function asLocalSettings(settings: Record<string, number>): string {
  return Object.entries(settings)
    .map(([name, value]) => `set local ${name} = ${value}`)
    .join('; ');
}

/** Whatever the data directory allows, and whoever opens it: a database is this user's alone. */
const OWNER_ONLY = { umask: 0o077, mode: 0o700 };

function makeAndLock(directory: string): DirectoryLock {
  // PGlite makes its files as open as this allows, as long as it runs.
  process.umask(OWNER_ONLY.umask);
  try {
    mkdirSync(dirname(directory), { recursive: true, mode: OWNER_ONLY.mode });
    const lock = lockDirectory(directory);
    if (existsSync(directory)) closeToOthers(directory);
    return lock;
  } catch (cause) {
    throw diskFault(cause, dirname(directory)) ?? cause;
  }
}

function closeToOthers(directory: string): void {
  try {
    chmodSync(directory, OWNER_ONLY.mode);
  } catch {
    // A file system without permissions has none to set.
  }
}
