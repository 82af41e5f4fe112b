import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ApiClient } from '../../apps/server/src/cli/api-client.ts';
import { OWNER, startFleet } from '../../apps/server/test/soak/start-fleet.ts';
import { invitePeople, percentile, post } from '../server/people.ts';

// `npm run bench:fleet`: how many jobs a second 1, 2 and 4 workers do for one API, and how quickly it lists ads while all
// of them are in flight. All processes share this machine: only the ratios say something about many.

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '100' }, workers: { type: 'string', default: '1,2,4' } },
});
const SESSIONS = Number(values.sessions);
const IMAGES = 4;
/** One to read the brief, and one an image. */
const JOBS = SESSIONS * (1 + IMAGES);
/** Fewer than the most that one person may order in a minute. */
const ADS_A_PERSON = 10;
const ORDERS_AT_ONCE = 8;
const LOOK_EVERY_MS = 500;

type Round = { workers: number; jobsPerSecond: number; listings: number[]; seconds: number };

const rounds: Round[] = [];
for (const workers of values.workers.split(',').map(Number)) rounds.push(await measure(workers));
const [first] = rounds;
console.log(
  `${SESSIONS} ads of ${IMAGES} images in flight at once, ${JOBS} jobs, on ${availableParallelism()} cores for everything.\n`,
);
console.log('| workers | jobs/s | against one | seconds | listing, median ms | listing, p95 ms |');
console.log('|---|---|---|---|---|---|');
for (const { workers, jobsPerSecond, listings, seconds } of rounds) {
  const ratio = jobsPerSecond / (first?.jobsPerSecond ?? jobsPerSecond);
  console.log(
    `| ${workers} | ${jobsPerSecond.toFixed(1)} | ${ratio.toFixed(2)} × | ${seconds.toFixed(0)} | ${percentile(listings, 50).toFixed(0)} | ${percentile(listings, 95).toFixed(0)} |`,
  );
}

async function measure(workers: number): Promise<Round> {
  const fleet = await startFleet({ apis: 1, workers, settings: { TRUST_PROXY: '1' } });
  try {
    const { url } = fleet;
    const { access_token: token } = (await post(`${url}/api/auth/login`, OWNER, {})) as {
      access_token: string;
    };
    const people = await invitePeople({ url, token }, Math.ceil(SESSIONS / ADS_A_PERSON));
    const ads = await inTurn(SESSIONS, async (seed) => {
      const api = people[seed % people.length];
      if (api === undefined) throw new Error('Nobody was invited.');
      const wish = { prompt: `Dew no. ${seed}, the face serum for calm mornings`, num_images: IMAGES, seed };
      return { api, id: (await api.createSession(wish)).id };
    });
    const startedMs = performance.now();
    const done = inTurn(SESSIONS, async (index) => ads[index]?.api.generateImages(ads[index].id)).then(
      async () => {
        // One after the other: asking for all of them at once would be most of the work.
        for (const { api, id } of ads) await untilDrawn(api, id);
      },
    );
    const listings: number[] = [];
    let isOver = false;
    void done.finally(() => (isOver = true)).catch(() => undefined);
    while (!isOver) {
      listings.push(await listingMs(url, token));
      await sleep(LOOK_EVERY_MS);
    }
    await done;
    const seconds = (performance.now() - startedMs) / 1000;
    return { workers, jobsPerSecond: JOBS / seconds, listings, seconds };
  } finally {
    await fleet.close();
  }
}

/** A few at a time, as many people's clicks come. */
async function inTurn<Answer>(count: number, act: (index: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) {
      const index = next++;
      answers[index] = await act(index);
    }
  };
  await Promise.all(Array.from({ length: ORDERS_AT_ONCE }, one));
  return answers;
}

/** Waits until an ad has its images; throws when it failed. */
async function untilDrawn(api: ApiClient, id: string): Promise<void> {
  for (;;) {
    const { status, trouble } = await api.getSession(id);
    if (status === 'reviewing_images') return;
    if (status === 'failed') throw new Error(`The ad ${id} failed: ${trouble?.message}`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function listingMs(url: string, token: string): Promise<number> {
  const startedMs = performance.now();
  const answer = await fetch(`${url}/api/sessions`, { headers: { authorization: `Bearer ${token}` } });
  await answer.text();
  if (!answer.ok) throw new Error(`The list of ads answered ${answer.status}.`);
  return performance.now() - startedMs;
}
