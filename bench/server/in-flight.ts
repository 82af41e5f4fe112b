import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmulator } from '@spotsmith/replicate-emulator/emulator';
import { sketchMedia } from '@spotsmith/replicate-emulator/sketch-media';
import { openStoryWorld, SMALL_AD, SMALL_WISHES } from '../../apps/server/test/support/story-world.ts';
import { makeAd } from '../../apps/server/src/cli/make-ad.ts';

// `npm run bench:server`: how quickly one process answers while many ads of hosted models are in flight in it, against
// the same requests to the same process at rest; how its memory grows; and how quickly an ad's images are ordered.

const { values } = parseArgs({ options: { ads: { type: 'string', default: '50' } } });
const ADS = Number(values.ads);
const REST_REQUESTS = 300;
const BETWEEN_REQUESTS_MS = 20;
const QUICK = { num_images: 6 } as const;

type Sample = { ms: number[]; rssMiB: number[] };

const emulator = await startEmulator({ media: sketchMedia(), scale: 0.2, speed: 2 });
const world = await openStoryWorld();
try {
  const server = await world.start({
    REPLICATE_API_TOKEN: 'r8_for_the_bench',
    REPLICATE_BASE_URL: emulator.baseUrl,
    DAILY_CAP_PER_USER: '100000',
  });
  const { id } = await server.api.createSession(SMALL_AD);
  const paths = ['/api/sessions', `/api/sessions/${id}`, `/api/sessions/${id}/estimate`, '/api/auth/me'];

  const ask = async (path: string): Promise<number> => {
    const startedMs = performance.now();
    const answer = await fetch(`${server.url}${path}`, {
      headers: { authorization: `Bearer ${server.token}` },
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    return performance.now() - startedMs;
  };
  const watch = async (isOver: (asked: number) => boolean): Promise<Sample> => {
    const sample: Sample = { ms: [], rssMiB: [] };
    while (!isOver(sample.ms.length)) {
      sample.ms.push(await ask(paths[sample.ms.length % paths.length] ?? ''));
      if (sample.ms.length % 50 === 0) sample.rssMiB.push(await residentMiB(server.pid));
      await sleep(BETWEEN_REQUESTS_MS);
    }
    return sample;
  };

  await watch((asked) => asked >= 100);
  const atRest = await watch((asked) => asked >= REST_REQUESTS);
  const six = await server.api.createSession({ ...SMALL_AD, ...QUICK });
  await server.api.generateImages(six.id);
  while ((await server.api.getSession(six.id)).status !== 'reviewing_images') await sleep(500);
  const spreadMs = spreadOfFirst(QUICK.num_images);

  let isOver = false;
  const making = Array.from({ length: ADS }, async (_, seed) => {
    const session = await server.api.createSession({ ...SMALL_AD, seed });
    await makeAd(server.api, session.id, SMALL_WISHES, () => undefined);
  });
  const all = Promise.all(making).finally(() => (isOver = true));
  const [underLoad] = await Promise.all([watch(() => isOver), all]);

  const [rest, load] = [percentile(atRest.ms, 95), percentile(underLoad.ms, 95)];
  console.log(
    `${ADS} ads of hosted models in flight in one process, ${underLoad.ms.length} requests meanwhile`,
  );
  console.log('');
  console.log('|  | at rest | in flight | ratio |');
  console.log('|---|---|---|---|');
  console.log(row('median answer, ms', percentile(atRest.ms, 50), percentile(underLoad.ms, 50)));
  console.log(row('95th percentile, ms (bar: 300)', rest, load));
  console.log(row('memory, MiB', percentile(atRest.rssMiB, 50), percentile(lastThird(underLoad.rssMiB), 50)));
  console.log('');
  console.log(`memory in the first and last third: ${thirds(underLoad.rssMiB)} MiB`);
  console.log(`six images ordered within ${spreadMs} ms (bar: 1000)`);
} finally {
  await world.close();
  await emulator.close();
}

/** From the first to the last of the first so many creates at the provider, in milliseconds. */
function spreadOfFirst(count: number): number {
  const created = emulator.predictions.list().map(({ answer }) => Date.parse(answer.created_at));
  const first = created.toSorted((a, b) => a - b).slice(0, count);
  return Math.max(...first) - Math.min(...first);
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

function lastThird(numbers: readonly number[]): number[] {
  return numbers.slice(Math.floor((numbers.length * 2) / 3));
}

function thirds(numbers: readonly number[]): string {
  const first = numbers.slice(0, Math.ceil(numbers.length / 3));
  return `${percentile(first, 50).toFixed(0)} and ${percentile(lastThird(numbers), 50).toFixed(0)}`;
}

function row(what: string, base: number, other: number): string {
  return `| ${what} | ${base.toFixed(1)} | ${other.toFixed(1)} | ${(other / base).toFixed(2)} |`;
}
