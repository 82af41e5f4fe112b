import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { type Database, openDatabase } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { apiClient } from '#src/cli/api-client.ts';
import { AdStopped, makeAd } from '#src/cli/make-ad.ts';
import { randomFrom } from '#src/domain/random.ts';
import { openStorage } from '#src/open-storage.ts';
import { checkStorage } from '#src/use-cases/session/check-storage.ts';
import { sweep } from '#src/use-cases/session/sweep.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { SMALL_WISHES } from '../support/story-world.ts';
import { followEvents } from './follow-events.ts';
import { type Fleet, OWNER, startFleet } from './start-fleet.ts';

// `npm run fleet`: a company's installation on this machine (see start-fleet.ts), ads made through all its APIs in turn
// while processes are killed or stopped at random. Ends with the table that matters, and with 1 when a line is wrong.

const { values } = parseArgs({
  options: {
    ads: { type: 'string', default: '50' },
    'at-once': { type: 'string', default: '10' },
    apis: { type: 'string', default: '2' },
    workers: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** Mean seconds between one process being back and the next one going; 0 lets all live. */
    'kill-every': { type: 'string', default: '10' },
  },
});
const ADS = Number(values.ads);
const random = randomFrom(Number(values.seed));
const KILL_EVERY_MS = 1_000 * Number(values['kill-every']);
const MOST_TRIES = 30;
const startedAt = Date.now();

const fleet = await startFleet({ apis: Number(values.apis), workers: Number(values.workers) });
// Its servers are processes of their own: they would outlive us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void fleet.close().finally(() => process.exit(1)));
}
try {
  console.log(`${fleet.members.map(({ name }) => name).join(', ')} stand after ${minutes()} minutes`);
  const token = await logIn();
  const killing = killAtRandom(fleet);
  const ads = await makeAll(token);
  const kills = await killing.stop();
  await fleet.stopMembers();
  await report(ads, kills);
} finally {
  await fleet.close();
}

function minutes(): string {
  return ((Date.now() - startedAt) / 60_000).toFixed(1);
}

async function logIn(): Promise<string> {
  const answer = await fetch(`${fleet.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(OWNER),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

/** Two of three are killed, the third is asked to go, as in a rolling deployment. */
function killAtRandom({ members }: Fleet) {
  const closing = new AbortController();
  const kills = { SIGKILL: 0, SIGTERM: 0 };
  const done = (async () => {
    while (KILL_EVERY_MS > 0 && !closing.signal.aborted) {
      await sleep(KILL_EVERY_MS * (0.5 + random()), undefined, { signal: closing.signal }).catch(
        () => undefined,
      );
      if (closing.signal.aborted) return;
      const member = members[Math.floor(random() * members.length)];
      const signal = random() < 2 / 3 ? 'SIGKILL' : 'SIGTERM';
      await member?.restart(signal);
      kills[signal] += 1;
      console.log(`${signal} to ${member?.name}; it is back`);
    }
  })();
  return {
    async stop() {
      closing.abort();
      await done;
      return kills;
    },
  };
}

type Ad = { id: string | null; isDone: boolean; connections: number; trouble: string | null };

async function makeAll(token: string): Promise<Ad[]> {
  const ads: Ad[] = [];
  let next = 0;
  const one = async () => {
    while (next < ADS) {
      ads.push(await makeOne(token, next++));
      console.log(`${ads.length}/${ADS} ads, ${fleet.emulator.created()} paid calls, ${minutes()} minutes`);
    }
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, one));
  return ads;
}

async function makeOne(token: string, number: number): Promise<Ad> {
  const api = apiClient({ url: fleet.url, token });
  let follower: ReturnType<typeof followEvents> | null = null;
  let id: string | null = null;
  let trouble = '';
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      const request = {
        prompt: `Dew no. ${number}, the face serum for calm mornings`,
        num_images: 4,
        seed: number,
      };
      id ??= (await api.createSession(request)).id;
      follower ??= followEvents({ url: fleet.url, token, sessionId: id });
      const { last_seq: last } = await makeAd(api, id, SMALL_WISHES, () => undefined);
      const { seen, connections } = follower;
      for (let waits = 0; Math.max(0, ...seen) < last && waits < 100; waits++) await sleep(100);
      const isWhole = seen.length >= last && seen.every((seq, index) => seq === index + 1);
      const said = isWhole ? null : `events of ${id} came as ${seen.join(' ')}, up to ${last} were told`;
      follower.stop();
      return { id, isDone: true, connections: connections(), trouble: said };
    } catch (error) {
      // An API was killed under our hands: the same again, at the next one.
      trouble = error instanceof AdStopped ? error.message : String(error);
      console.log(`ad ${number}, try ${tries}: ${trouble}`);
      await sleep(1_000);
    }
  }
  follower?.stop();
  return { id, isDone: false, connections: follower?.connections() ?? 0, trouble };
}

/** What an ad takes of the database and of processors; the figures that `docs/scaling.md` starts from. */
async function useOf(database: Database, ads: number): Promise<[string, string][]> {
  const { rows } = await database.drizzle.execute(sql`
    select (select sum(n_live_tup) from pg_stat_user_tables where schemaname = 'public') as rows,
      (select xact_commit from pg_stat_database where datname = current_database()) as transactions,
      (select sum(pg_total_relation_size(relid)) from pg_stat_user_tables where schemaname = 'public') as bytes,
      (select count(*) from job_runs) as jobs,
      (select sum(cpu_ms) / 1000.0 from job_runs) as cpu_seconds`);
  return Object.entries(rows[0] as Record<string, string>).map(([what, total]) => [
    `${what} an ad`,
    (Number(total) / ads).toFixed(1),
  ]);
}

async function report(ads: readonly Ad[], kills: { SIGKILL: number; SIGTERM: number }): Promise<void> {
  const { files } = await openStorage(fleet.config);
  const breaches = await brokenInvariants(fleet.config.database, async (key) =>
    buffer(await files.open(key)),
  );
  const database = await openDatabase(fleet.config.database);
  const store = openStore(database, () => ({
    send: () => Promise.reject(new Error('Nothing is sent now.')),
  }));
  const { rows } = await database.drizzle.execute(
    sql`select external_id, state from provider_attempts where provider = 'replicate'`,
  );
  const attempts = rows as { external_id: string | null; state: string }[];
  const known = new Set(attempts.map((attempt) => attempt.external_id));
  const strays = fleet.emulator.predictions.list().filter(({ answer }) => !known.has(answer.id));
  const use = await useOf(database, ads.length);
  const before = await checkStorage({ store, files });
  const { maxCostPerSessionMicros, dailyCapPerUserMicros, canvasScale } = fleet.config;
  const limits = {
    maxCostPerSessionMicros,
    dailyCapPerUserMicros,
    canvasScale,
    retentionDays: null,
    quotas: { disk_bytes: 0, ads: 0, photos: 0, tracks: 0, running: 0 },
    defaultProvider: 'studio' as const,
  };
  await sweep({ store, files, limits, log: { info: () => {}, warn: () => {}, error: () => {} } }, 0);
  const after = await checkStorage({ store, files });
  await database.close();

  const troubles = ads.flatMap(({ trouble }) => (trouble === null ? [] : [trouble]));
  const lines: [string, number | string, isWrong?: boolean][] = [
    ['ads finished', ads.filter(({ isDone }) => isDone).length, ads.some(({ isDone }) => !isDone)],
    ['processes killed / asked to go', `${kills.SIGKILL} / ${kills.SIGTERM}`],
    ['connections of socket clients', ads.reduce((sum, { connections }) => sum + connections, 0)],
    [
      'ads with an event lost, doubled or out of order',
      ads.filter(({ isDone, trouble }) => isDone && trouble !== null).length,
      troubles.length > 0,
    ],
    ['paid calls', fleet.emulator.created()],
    ['paid calls nobody knows of (paid twice or lost)', strays.length, strays.length > 0],
    ['calls whose outcome is unknown, said so', attempts.filter(({ state }) => state === 'unknown').length],
    ['files the database knows', after.known],
    ['files missing in the storage', after.missing.length, after.missing.length > 0],
    ['files nobody knows, before the sweep', before.orphans.length],
    ['files nobody knows, after it', after.orphans.length, after.orphans.length > 0],
    ['other breaches', breaches.length, breaches.length > 0],
    ...use,
    ['minutes', minutes()],
  ];
  console.log('');
  for (const [what, count, isWrong] of lines)
    console.log(`${isWrong ? '✗' : ' '} ${what.padEnd(50)} ${count}`);
  for (const line of [...breaches, ...new Set(troubles)].slice(0, 20)) console.log(`  ${line}`);
  if (lines.some(([, , isWrong]) => isWrong)) process.exitCode = 1;
}
