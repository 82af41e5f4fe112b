import { sql } from './drizzle.ts';
import { WORKING_STATUSES } from '#src/domain/session-state.ts';
import type { Database } from './open-database.ts';

/** SHA-256 of a stored object, hexadecimal; null when it is not there. */
export type HashOf = (key: string) => Promise<string | null>;

/**
 * What must hold whatever crashed before; with `isAtRest` also what holds only when no work is under way or waits. Returns a
 * sentence for each breach; an empty list is a clean house. Reads only.
 */
export async function brokenInvariants(
  { drizzle }: Pick<Database, 'drizzle'>,
  hashOf: HashOf,
  { isAtRest }: { isAtRest: boolean },
): Promise<string[]> {
  const breaches: string[] = [];
  const { rows: queue } = await drizzle.execute(sql`select to_regclass('pgboss.job') as there`);
  // A database whose server never ran to the end of its start has no queue, and no work.
  const hasQueue = (queue[0] as { there: unknown } | undefined)?.there != null;
  for (const [sentence, query] of Object.entries({ ...ALWAYS, ...(isAtRest ? AT_REST : {}) })) {
    if (!hasQueue && query.includes('pgboss.')) continue;
    const { rows } = await drizzle.execute(sql.raw(query));
    breaches.push(...rows.map((row) => `${sentence}: ${JSON.stringify(row)}`));
  }
  const { rows } = await drizzle.execute(
    sql`select f.key, f.sha256 from files f join assets a on a.file_id = f.id where a.status = 'ready'`,
  );
  for (const row of rows) breaches.push(...(await fileBreaches(row, hashOf)));
  return breaches;
}

const ALWAYS: Record<string, string> = {
  'more is spent and held than the cap allows': `select id from sessions where spent_micros + held_micros > cap_micros`,
  'what is spent is not what the ledger says': `
    select s.id, s.spent_micros, coalesce(sum(c.actual_micros), 0) as ledger
    from sessions s
    left join provider_attempts a on a.session_id = s.id
    left join generation_costs c on c.attempt_id = a.id
    group by s.id, s.spent_micros having s.spent_micros <> coalesce(sum(c.actual_micros), 0)`,
  'an asset was made twice': `
    select asset_id, count(*) as times from provider_attempts
    where state = 'succeeded' and asset_id is not null group by asset_id having count(*) > 1`,
  'an asset is neither at rest nor waiting for a person': `
    select a.id, a.kind, a.status from assets a join sessions s on s.id = a.session_id
    where a.status in ('queued', 'running') and not a.is_superseded and s.status = 'completed'`,
  'an ad is being worked on, and no job is there to do it': `
    select s.id, s.status from sessions s
    where s.status in (${WORKING_STATUSES.map((status) => `'${status}'`).join(', ')}) and s.deleted_at is null
    and not exists (select from pgboss.job j where j.state in ('created', 'retry', 'active')
      and j.name <> 'prerender' and j.data -> 'payload' ->> 'sessionId' = s.id::text)`,
  'a photo waits to be cut out, and no job is there to do it': `
    select a.id from assets a
    where a.kind = 'photo' and a.status in ('queued', 'running') and not a.is_superseded
    and not exists (select from pgboss.job j where j.state in ('created', 'retry', 'active')
      and j.data -> 'payload' ->> 'assetId' = a.id::text)`,
  'a finished asset has no file': `select id, kind from assets where status = 'ready' and file_id is null`,
  'progress messages have gaps': `
    select s.id, s.last_seq, count(p.seq) as messages, max(p.seq) as newest
    from sessions s left join progress_events p on p.session_id = s.id
    group by s.id, s.last_seq having s.last_seq <> count(p.seq) or s.last_seq <> coalesce(max(p.seq), 0)`,
};

const AT_REST: Record<string, string> = {
  'money is still held': `select id, held_micros from sessions where held_micros <> 0`,
  'an attempt never ended': `select id, asset_id from provider_attempts where state = 'open'`,
  'a job is stuck': `
    select name, state from pgboss.job where state in ('active', 'failed') and name <> 'sweep'`,
};

async function fileBreaches(row: unknown, hashOf: HashOf): Promise<string[]> {
  const { key, sha256 } = row as { key: string; sha256: string };
  const actual = await hashOf(key);
  if (actual === null) return [`a finished file is gone: ${key}`];
  return actual === sha256 ? [] : [`a finished file has changed: ${key}`];
}
