import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { USER_ROLES } from '@spotsmith/contract/words';
import type { Json } from '#src/domain/asset.ts';
import { createdAt, instant, oneOf } from './columns.ts';

export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    fullName: text().notNull(),
    role: text({ enum: USER_ROLES }).notNull(),
    passwordHash: text().notNull(),
    isDisabled: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('users_email_key').on(sql`lower(${table.email})`),
    check('users_role_check', oneOf(table.role, USER_ROLES)),
  ],
);

const userId = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** Logins. A row that is gone or expired means that its token is worth nothing. */
export const authTokens = pgTable(
  'auth_tokens',
  {
    id: text().primaryKey(),
    userId: userId(),
    expiresAt: instant().notNull(),
  },
  (table) => [index('auth_tokens_user_id_idx').on(table.userId)],
);

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    name: text().notNull(),
    prefix: text().notNull(),
    tokenHash: text().notNull().unique('api_tokens_token_hash_key'),
    createdAt: createdAt(),
    lastUsedAt: instant(),
  },
  (table) => [index('api_tokens_user_id_idx').on(table.userId)],
);

export const brandKits = pgTable(
  'brand_kits',
  {
    id: uuid().primaryKey(),
    userId: userId(),
    name: text().notNull(),
    kit: jsonb().$type<Json>().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index('brand_kits_user_id_idx').on(table.userId)],
);

/** `status` and `body` are null while the first request is still running. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: userId(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer(),
    body: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.userId, table.key] }),
    index('idempotency_keys_created_at_idx').on(table.createdAt),
    check('idempotency_keys_answer_check', sql`(${table.status} is null) = (${table.body} is null)`),
  ],
);
