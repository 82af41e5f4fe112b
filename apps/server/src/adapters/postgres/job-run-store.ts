import { asc, eq, sql, type SQLWrapper } from './drizzle.ts';
import type { JobRunReader, JobRunWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { jobRuns } from './tables/job-runs.ts';
import { sessions } from './tables/sessions.ts';

export function jobRunReader(db: Handle): JobRunReader {
  const { job, isDone, waitedMs, tookMs, cpuMs, peakBytes } = jobRuns;
  const part = (share: number, amount: SQLWrapper) =>
    sql<number>`percentile_cont(${sql.raw(String(share))}) within group (order by ${amount})`.mapWith(Number);
  return {
    byJob: () =>
      db
        .select({
          job,
          runs: sql<number>`count(*)`.mapWith(Number),
          thrown: sql<number>`count(*) filter (where not ${isDone})`.mapWith(Number),
          medianWaitedMs: part(0.5, waitedMs),
          medianTookMs: part(0.5, tookMs),
          p95TookMs: part(0.95, tookMs),
          cpuMs: sql<number>`sum(${cpuMs})`.mapWith(Number),
          peakBytes: sql<number>`max(${peakBytes})`.mapWith(Number),
        })
        .from(jobRuns)
        .groupBy(job)
        .orderBy(asc(job)),
  };
}

export function jobRunWriter(tx: Handle): JobRunWriter {
  return {
    ...jobRunReader(tx),
    async insert(run) {
      const [session] = await tx
        .select({ id: sessions.id })
        .from(sessions)
        .where(eq(sessions.id, run.sessionId))
        .for('key share');
      if (session !== undefined) await tx.insert(jobRuns).values(run);
    },
  };
}
