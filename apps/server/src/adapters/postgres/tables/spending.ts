import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uuid,
} from '../drizzle.ts';
import { ATTEMPT_STATES } from '#src/domain/spending.ts';
import { COST_STAGES } from '#src/domain/stages.ts';
import { users } from './accounts.ts';
import { assets } from './assets.ts';
import { createdAt, micros, oneOf } from './columns.ts';
import { sessions } from './sessions.ts';

const userId = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
const sessionId = () =>
  uuid()
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' });
const attemptId = () =>
  uuid()
    .primaryKey()
    .references(() => providerAttempts.id, { onDelete: 'cascade' });

/** One try at one piece of work. Committed before the provider hears of it. */
export const providerAttempts = pgTable(
  'provider_attempts',
  {
    id: uuid().primaryKey(),
    sessionId: sessionId(),
    userId: userId(),
    assetId: uuid().references(() => assets.id, { onDelete: 'set null' }),
    stage: text({ enum: COST_STAGES }).notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    inputHash: text().notNull(),
    externalId: text(),
    state: text({ enum: ATTEMPT_STATES }).notNull().default('open'),
    createdAt: createdAt(),
    /** Tells which of two attempts is the newer one. */
    ordinal: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (table) => [
    index('provider_attempts_session_id_idx').on(table.sessionId, table.stage, table.ordinal),
    index('provider_attempts_asset_id_idx').on(table.assetId),
    index('provider_attempts_unfinished_idx')
      .on(table.ordinal)
      .where(sql`${table.state} in ('open', 'unknown')`),
    check('provider_attempts_stage_check', oneOf(table.stage, COST_STAGES)),
    check('provider_attempts_state_check', oneOf(table.state, ATTEMPT_STATES)),
  ],
);

/** The ledger: what an attempt was thought to cost and did cost. Null while it is not known. */
export const generationCosts = pgTable(
  'generation_costs',
  {
    attemptId: attemptId(),
    units: doublePrecision().notNull(),
    unitName: text().notNull(),
    estimateMicros: micros().notNull(),
    actualMicros: micros(),
    /** Null of those that were booked before this was noted. */
    isGuess: boolean(),
    durationMs: integer(),
  },
  (table) => [
    check('generation_costs_actual_check', sql`${table.actualMicros} between 0 and ${table.estimateMicros}`),
  ],
);

/**
 * Money held for an attempt that may still cost it. `sessions.held_micros` is the sum over a session, and
 * `daily_spending.held_micros` that over a user and day; settling deletes the row, so it happens once.
 */
export const budgetHolds = pgTable(
  'budget_holds',
  {
    attemptId: attemptId(),
    sessionId: sessionId(),
    userId: userId(),
    day: date({ mode: 'string' }).notNull(),
    amountMicros: micros().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('budget_holds_session_id_idx').on(table.sessionId),
    check('budget_holds_amount_check', sql`${table.amountMicros} > 0`),
  ],
);

/** Held and spent by a user on one day (UTC). */
export const dailySpending = pgTable(
  'daily_spending',
  {
    userId: userId(),
    day: date({ mode: 'string' }).notNull(),
    heldMicros: micros().notNull().default(0),
    spentMicros: micros().notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'daily_spending_pkey', columns: [table.userId, table.day] }),
    check('daily_spending_money_check', sql`${table.heldMicros} >= 0 and ${table.spentMicros} >= 0`),
  ],
);
