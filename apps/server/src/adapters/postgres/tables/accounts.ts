import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
  uuid,
} from '../drizzle.ts';
import type { OwnQuotas, Preferences } from '@spotsmith/contract/account';
import { TOKEN_SCOPES, USER_ROLES } from '@spotsmith/contract/words';
import { NO_PREFERENCES } from '#src/domain/preferences.ts';
import { NO_OWN_QUOTAS } from '#src/domain/quotas.ts';
import type { SecondFactor } from '#src/domain/user.ts';
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
    secondFactor: jsonb().$type<SecondFactor>(),
    quotas: jsonb().$type<OwnQuotas>().notNull().default(NO_OWN_QUOTAS),
    preferences: jsonb().$type<Preferences>().notNull().default(NO_PREFERENCES),
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
    scope: text({ enum: TOKEN_SCOPES }).notNull().default('make'),
    madeById: uuid().references((): AnyPgColumn => apiTokens.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: instant(),
    lastUsedAt: instant(),
  },
  (table) => [
    index('api_tokens_user_id_idx').on(table.userId),
    index('api_tokens_made_by_id_idx').on(table.madeById),
    check('api_tokens_scope_check', oneOf(table.scope, TOKEN_SCOPES)),
  ],
);

/** Ways in that nobody took yet. Taking one deletes its row. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    role: text({ enum: USER_ROLES }).notNull(),
    tokenHash: text().notNull().unique('invitations_token_hash_key'),
    invitedById: userId(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('invitations_email_key').on(sql`lower(${table.email})`),
    index('invitations_invited_by_id_idx').on(table.invitedById),
    check('invitations_role_check', oneOf(table.role, USER_ROLES)),
  ],
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
