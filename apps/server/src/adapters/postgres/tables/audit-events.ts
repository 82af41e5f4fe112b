import { bigint, check, index, pgTable, sql, text } from '../drizzle.ts';
import { AUDIT_ACTIONS } from '@spotsmith/contract/words';
import { createdAt, oneOf } from './columns.ts';

/** Outlives whom and what it tells of: addresses and names, no references. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    action: text({ enum: AUDIT_ACTIONS }).notNull(),
    actor: text(),
    subject: text()
      .notNull()
      .default(sql`''`),
  },
  (table) => [
    index('audit_events_at_idx').on(table.at),
    check('audit_events_action_check', oneOf(table.action, AUDIT_ACTIONS)),
  ],
);
