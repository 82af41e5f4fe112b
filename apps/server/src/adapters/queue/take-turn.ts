import { z } from 'zod';
import { nextTurn } from '#src/domain/fair-turn.ts';
import type { JobName } from '#src/domain/jobs.ts';

type Sql = { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> };

const Turns = z.object({
  user_id: z.string().nullable(),
  served: z.coerce.number().nullable(),
  last: z.coerce.number().nullable(),
});

/**
 * Whose job it is and when it is served, as pg-boss takes it: people are its groups, and an earlier turn is a higher
 * priority.
 */
export async function takeTurn(
  sql: Sql,
  name: JobName,
  sessionId: string,
): Promise<{ priority: number; group?: { id: string } }> {
  const { rows } = await sql.executeSql(
    `with person as (select user_id::text as id from sessions where id = $2)
     select (select id from person) as user_id,
       coalesce(max(-priority) filter (where state = 'active'), min(-priority) filter (where state < 'active')) as served,
       max(-priority) filter (where group_id = (select id from person)) as last
     from pgboss.job where name = $1 and state <= 'active'`,
    [name, sessionId],
  );
  const { user_id: userId, served, last } = Turns.parse(rows[0]);
  return { priority: -nextTurn(served, last), ...(userId === null ? {} : { group: { id: userId } }) };
}
