import { createRequire } from 'node:module';

// Drizzle in its CommonJS build. Node copies the package.json beside every ES module that it loads; Drizzle's has 180 kB
// for more than a hundred modules, which took a second of processor time at every start.
const load = createRequire(import.meta.url);

const core = load('drizzle-orm') as typeof import('drizzle-orm');
export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  notInArray,
  or,
  sql,
  sum,
} = core;
export type { AnyColumn, SQL, SQLWrapper } from 'drizzle-orm';

const pgCore = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');
export const {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} = pgCore;
export type { AnyPgColumn } from 'drizzle-orm/pg-core';

const nodePostgres = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres');
const nodePostgresMigrator = load(
  'drizzle-orm/node-postgres/migrator',
) as typeof import('drizzle-orm/node-postgres/migrator');
export const { drizzle: drizzlePostgres } = nodePostgres;
export const { migrate: migratePostgres } = nodePostgresMigrator;

const pglite = load('drizzle-orm/pglite') as typeof import('drizzle-orm/pglite');
const pgliteMigrator = load('drizzle-orm/pglite/migrator') as typeof import('drizzle-orm/pglite/migrator');
export const { drizzle: drizzlePglite } = pglite;
export const { migrate: migratePglite } = pgliteMigrator;
