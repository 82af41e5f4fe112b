import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { JOB_NAMES } from '#src/domain/jobs.ts';
import type { JobQueue } from '#src/ports/job-queue.ts';

/** Work of this age has something wrong with it, although its worker lives. */
const LONG_AT_WORK = '30 minutes';
/** A job that was tried so often is worth a look before it is given up. */
const MANY_TRIES = 3;

const Count = z.object({ name: z.string(), state: z.string(), count: z.coerce.number() });
const Payload = z.object({ sessionId: z.string().optional(), assetId: z.string().optional() });
const Row = z.object({
  id: z.string(),
  name: z.enum(JOB_NAMES),
  state: z.enum(['failed', 'retry', 'active']),
  retry_count: z.coerce.number(),
  created_on: z.coerce.date(),
  data: z.object({ payload: Payload, triedTimes: z.number().default(0) }),
  output: z.object({ message: z.string() }).nullable().catch(null),
});

/** What an operator asks of the queue, and does to single jobs, in pg-boss's table. */
export function troubledJobs(boss: PgBoss): Pick<JobQueue, 'depths' | 'troubled' | 'retry' | 'discard'> {
  const ask = async (text: string, values: unknown[] = []) =>
    (await boss.getDb().executeSql(text, values)).rows;
  const nameOf = async (id: string, states: string[]) => {
    const [row] = await ask('select name from pgboss.job where id = $1 and state::text = any($2)', [
      id,
      states,
    ]);
    return row === undefined ? null : z.object({ name: z.string() }).parse(row).name;
  };
  const ours = JOB_NAMES.map((name) => `'${name}'`).join(', ');
  return {
    async depths() {
      const rows = await ask(
        `select name, state::text as state, count(*) as count from pgboss.job
          where name in (${ours}) and state::text in ('created', 'retry', 'active', 'failed') group by 1, 2 order by 1, 2`,
      );
      return z.array(Count).parse(rows);
    },

    async troubled(limit) {
      const rows = await ask(
        `select id, name, state::text as state, retry_count, created_on, data, output from pgboss.job
          where name in (${ours}) and (state::text = 'failed'
            or (state::text = 'retry' and retry_count >= ${MANY_TRIES})
            or (state::text = 'active' and started_on < now() - interval '${LONG_AT_WORK}'))
          order by created_on limit $1`,
        [limit],
      );
      return z
        .array(Row)
        .parse(rows)
        .map(({ retry_count: retries, created_on: createdAt, data, output, ...job }) => ({
          ...job,
          sessionId: data.payload.sessionId ?? null,
          assetId: data.payload.assetId ?? null,
          triedTimes: data.triedTimes + retries,
          createdAt,
          error: output?.message ?? null,
        }));
    },

    async retry(id) {
      const name = await nameOf(id, ['failed']);
      if (name !== null) await boss.retry(name, id);
      return name !== null;
    },

    async discard(id) {
      const name = await nameOf(id, ['failed', 'retry', 'created']);
      if (name !== null) await boss.deleteJob(name, id);
      return name !== null;
    },
  };
}
