import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { makeAd } from '../../apps/server/src/cli/make-ad.ts';
import { freePort } from '../../apps/server/test/support/free-port.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
} from '../../apps/server/test/support/story-world.ts';
import { invitePeople, percentile } from './people.ts';

// `npm run bench:server`: how quickly one process answers while many people's ads of hosted models are in flight in it,
// against the same requests to the same process at rest; how its memory grows from one wave of ads to the next; and how
// quickly an ad's images are ordered and, once the provider has them, there.

const { values } = parseArgs({
  options: { ads: { type: 'string', default: '50' }, waves: { type: 'string', default: '2' } },
});
const ADS = Number(values.ads);
const WAVES = Number(values.waves);
const WARM_UP_REQUESTS = 100;
const REST_REQUESTS = 300;
const BETWEEN_REQUESTS_MS = 50;
/** Pictures and films are a fifth of their size: what is measured is the server, not the emulator beside it. */
const SCALE = 0.2;

type Sample = { ms: number[]; rssMiB: number[] };

const emulator = await startEmulator({
  media: sketchMedia(),
  scale: SCALE,
  createsPerMinute: 6_000,
  burst: 600,
});
try {
  console.log(await inFlight());
  console.log(await oneAd('without webhooks', {}));
  const port = await freePort();
  const webhooks = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  console.log(await oneAd('with webhooks', webhooks));
} finally {
  await emulator.close();
}

async function inFlight(): Promise<string> {
  const world = await openStoryWorld();
  try {
    const server = await world.start({ ...providerSettings(emulator), TRUST_PROXY: '1' });
    const people = await invitePeople(server, ADS);
    const { id } = await server.api.createSession(SMALL_AD);
    const paths = ['/api/sessions', `/api/sessions/${id}`, `/api/sessions/${id}/estimate`, '/api/auth/me'];
    const watch = async (isOver: (asked: number) => boolean): Promise<Sample> => {
      const sample: Sample = { ms: [], rssMiB: [] };
      while (!isOver(sample.ms.length)) {
        sample.ms.push(await ask(server, paths[sample.ms.length % paths.length] ?? ''));
        sample.rssMiB.push(await residentMiB(server.pid));
        await sleep(BETWEEN_REQUESTS_MS);
      }
      return sample;
    };

    await watch((asked) => asked >= WARM_UP_REQUESTS);
    const atRest = await watch((asked) => asked >= REST_REQUESTS);
    const waves: Sample[] = [];
    for (let wave = 0; wave < WAVES; wave++) {
      let isOver = false;
      const making = people.map(async (api, seed) => {
        const session = await api.createSession({ ...SMALL_AD, seed });
        await makeAd(api, session.id, SMALL_WISHES, () => undefined);
      });
      const all = Promise.all(making).finally(() => (isOver = true));
      const [sample] = await Promise.all([watch(() => isOver), all]);
      waves.push(sample);
    }
    return table(atRest, waves);
  } finally {
    await world.close();
  }
}

/** How an ad's six images come, in a process that does nothing else. */
async function oneAd(how: string, settings: Record<string, string>): Promise<string> {
  const world = await openStoryWorld();
  try {
    const { api } = await world.start({ ...providerSettings(emulator), ...settings });
    const earlier = new Set(emulator.predictions.list().map(({ answer }) => answer.id));
    const { id, last_seq } = await api.createSession({ ...SMALL_AD, num_images: 6 });
    const readyAt: number[] = [];
    const unfollow = api.follow(id, last_seq, ({ message }) => {
      if (/^Image \d of \d is ready$/.test(message)) readyAt.push(Date.now());
    });
    await api.generateImages(id);
    while (readyAt.length < 6) await sleep(100);
    unfollow();
    const calls = emulator.predictions
      .list()
      .map(({ answer }) => answer)
      .filter((call) => !earlier.has(call.id));
    const ordered = sortedTimes(calls.map(({ created_at }) => created_at));
    const done = sortedTimes(calls.map(({ completed_at }) => completed_at ?? ''));
    const waits = readyAt.map((at, index) => at - (done[index] ?? Number.NaN));
    const spreadMs = (ordered.at(-1) ?? 0) - (ordered[0] ?? 0);
    return `Six images ${how}: ordered within ${spreadMs} ms (bar: 1000); from the provider's success to the image here at most ${Math.max(...waits)} ms, median ${percentile(waits, 50)} ms.`;
  } finally {
    await world.close();
  }
}

function providerSettings({ baseUrl }: Emulator): Record<string, string> {
  return { REPLICATE_API_TOKEN: 'r8_for_the_bench', REPLICATE_BASE_URL: baseUrl };
}

async function ask({ url, token }: StoryServer, path: string): Promise<number> {
  const startedMs = performance.now();
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body}`);
  return performance.now() - startedMs;
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function table(atRest: Sample, waves: readonly Sample[]): string {
  const row = (what: string, of: (sample: Sample) => number) => {
    const base = of(atRest);
    const cells = waves.map((wave) => `${of(wave).toFixed(1)} (${(of(wave) / base).toFixed(2)} ×)`);
    return `| ${[what, base.toFixed(1), ...cells].join(' | ')} |`;
  };
  const heads = waves.map((_, wave) => `wave ${wave + 1}`);
  return [
    `${ADS} people's ads of hosted models in flight in one process, wave after wave; ${waves.map(({ ms }) => ms.length).join(' and ')} requests meanwhile.`,
    '',
    `| ${['', 'at rest', ...heads].join(' | ')} |`,
    `|${'---|'.repeat(heads.length + 2)}`,
    row('median answer, ms', ({ ms }) => percentile(ms, 50)),
    row('95th percentile, ms (bar: 300)', ({ ms }) => percentile(ms, 95)),
    row('memory, median, MiB', ({ rssMiB }) => percentile(rssMiB, 50)),
    row('memory, most, MiB', ({ rssMiB }) => Math.max(...rssMiB)),
    '',
  ].join('\n');
}

function sortedTimes(instants: readonly string[]): number[] {
  return instants.map((instant) => Date.parse(instant)).toSorted((a, b) => a - b);
}
