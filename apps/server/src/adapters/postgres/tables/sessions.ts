import {
  boolean,
  check,
  doublePrecision,
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
import type { Brief } from '@spotsmith/contract/brief';
import type { Finish } from '@spotsmith/contract/finish';
import type { Trouble } from '@spotsmith/contract/problem';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { SessionOptions } from '@spotsmith/contract/sessions';
import { SESSION_STATUSES, STAGES } from '@spotsmith/contract/words';
import type { Json } from '#src/domain/asset.ts';
import { users } from './accounts.ts';
import { createdAt, instant, micros, oneOf } from './columns.ts';

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    prompt: text().notNull(),
    options: jsonb().$type<SessionOptions>().notNull(),
    review: boolean().notNull(),
    seed: integer().notNull(),
    status: text({ enum: SESSION_STATUSES }).notNull().default('created'),
    resumeStatus: text({ enum: SESSION_STATUSES }),
    brief: jsonb().$type<Brief>(),
    scenePrompt: text().notNull().default(''),
    clipSeconds: doublePrecision(),
    finish: jsonb().$type<Finish>(),
    storyboard: jsonb().$type<Storyboard>(),
    trouble: jsonb().$type<Trouble>(),
    version: integer().notNull().default(1),
    stageRun: integer().notNull().default(0),
    capMicros: micros().notNull(),
    spentMicros: micros().notNull().default(0),
    heldMicros: micros().notNull().default(0),
    lastSeq: integer().notNull().default(0),
    overall: doublePrecision().notNull().default(0),
    lastMessage: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
    isPinned: boolean().notNull().default(false),
    removeAfter: instant(),
  },
  (table) => [
    index('sessions_user_id_created_at_idx').on(table.userId, table.createdAt, table.id),
    index('sessions_updated_at_idx').on(table.updatedAt),
    index('sessions_deleted_at_idx')
      .on(table.deletedAt)
      .where(sql`${table.deletedAt} is not null`),
    index('sessions_remove_after_idx')
      .on(table.removeAfter)
      .where(sql`${table.removeAfter} is not null`),
    check('sessions_pinned_check', sql`${table.removeAfter} is null or not ${table.isPinned}`),
    check('sessions_status_check', oneOf(table.status, SESSION_STATUSES)),
    check('sessions_resume_status_check', oneOf(table.resumeStatus, SESSION_STATUSES)),
    check('sessions_money_check', sql`${table.spentMicros} >= 0 and ${table.heldMicros} >= 0`),
    check('sessions_cap_check', sql`${table.spentMicros} + ${table.heldMicros} <= ${table.capMicros}`),
  ],
);

/** What the socket replays. `seq` is allotted from `sessions.last_seq`, so it has no gaps. */
export const progressEvents = pgTable(
  'progress_events',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    stage: text({ enum: STAGES }).notNull(),
    progress: doublePrecision().notNull(),
    overall: doublePrecision().notNull(),
    message: text().notNull(),
    metadata: jsonb().$type<{ [key: string]: Json }>().notNull(),
    error: text(),
    retryAvailable: boolean(),
    assetCount: integer(),
    currentCostMicros: micros().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'progress_events_pkey', columns: [table.sessionId, table.seq] }),
    check('progress_events_stage_check', oneOf(table.stage, STAGES)),
    check(
      'progress_events_percent_check',
      sql`${table.progress} between 0 and 100 and ${table.overall} between 0 and 100`,
    ),
  ],
);

export const shares = pgTable(
  'shares',
  {
    id: uuid().primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: createdAt(),
    revokedAt: instant(),
    allowsComments: boolean().notNull().default(false),
    allowsApproval: boolean().notNull().default(false),
    approvedBy: text(),
    approvedVersion: integer(),
    approvedAt: instant(),
  },
  (table) => [
    uniqueIndex('shares_token_hash_key').on(table.tokenHash),
    index('shares_session_id_idx').on(table.sessionId),
    check(
      'shares_approval_check',
      sql`num_nulls(${table.approvedBy}, ${table.approvedVersion}, ${table.approvedAt}) in (0, 3)`,
    ),
  ],
);

export const shareComments = pgTable(
  'share_comments',
  {
    id: uuid().primaryKey(),
    shareId: uuid()
      .notNull()
      .references(() => shares.id, { onDelete: 'cascade' }),
    author: text().notNull(),
    text: text().notNull(),
    atSeconds: doublePrecision(),
    version: integer().notNull(),
    createdAt: createdAt(),
    doneAt: instant(),
  },
  (table) => [index('share_comments_share_id_idx').on(table.shareId, table.createdAt)],
);

/** One use each: taking a ticket deletes its row. */
export const socketTickets = pgTable('socket_tickets', {
  hash: text().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  sessionId: uuid()
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  expiresAt: instant().notNull(),
});
