import { bigint, boolean, index, integer, jsonb, pgTable, text, uuid } from '../drizzle.ts';
import type { ProgramUse } from '#src/domain/job-run.ts';
import { assets } from './assets.ts';
import { createdAt } from './columns.ts';
import { sessions } from './sessions.ts';

/** How long each delivery of a job waited and worked, and what its programs used. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    assetId: uuid().references(() => assets.id, { onDelete: 'set null' }),
    job: text().notNull(),
    isDone: boolean().notNull(),
    waitedMs: integer().notNull(),
    tookMs: integer().notNull(),
    cpuMs: integer().notNull(),
    peakBytes: bigint({ mode: 'number' }).notNull(),
    programs: jsonb().$type<ProgramUse[]>().notNull(),
    endedAt: createdAt(),
  },
  (table) => [
    index('job_runs_session_id_idx').on(table.sessionId),
    index('job_runs_asset_id_idx').on(table.assetId),
  ],
);
