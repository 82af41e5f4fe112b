import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { billOf } from '@spotsmith/provider-emulators/bill';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import type { FaultRates } from '@spotsmith/provider-emulators/faults';
import type { PredictionAnswer } from '@spotsmith/provider-emulators/predictions';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { sql } from '#src/adapters/postgres/drizzle.ts';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { AdStopped, makeAd } from '#src/cli/make-ad.ts';
import { formatUsd } from '#src/domain/money.ts';
import { randomFrom } from '#src/domain/random.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { openStoryWorld, SMALL_WISHES, type StoryServer, type StoryWorld } from '../support/story-world.ts';

// `npm run soak:hosted`: many ads of hosted models at once, with random faults at the provider, whose clock is three minutes
// off, whose list lags and which fills defaults into inputs, with FFmpeg killed at random, and random kill -9 of the server.
// Ends with the table that matters: nothing paid twice, no cap exceeded, nothing good lost, booked what was billed.

const { values } = parseArgs({
  options: {
    ads: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    'clock-offset-ms': { type: 'string', default: '-180000' },
    'list-lag-ms': { type: 'string', default: '3000' },
    /** One FFmpeg of so many is killed; 0 kills none. */
    'kill-ffmpeg-of': { type: 'string', default: '60' },
  },
});
const ADS = Number(values.ads);
const AT_ONCE = Number(values['at-once']);
const MAX_TRIES_PER_AD = 6;

const FAULTS: FaultRates = {
  create: {
    rate: 0.06,
    among: ['throttled', 'error-before', 'error-after', 'reset-before', 'reset-after', 'html'],
  },
  poll: { rate: 0.03, among: ['error', 'reset', 'html'] },
  run: {
    rate: 0.05,
    among: ['nsfw', 'sensitive', 'failed', 'out-of-memory', 'high-demand', 'start-timeout', 'silent-safety'],
  },
  download: { rate: 0.05, among: ['error', 'reset', 'truncated', 'cut-short', 'html', 'empty'] },
  upload: { rate: 0.05, among: ['error', 'reset'] },
};

const random = randomFrom(Number(values.seed));
const startedAt = Date.now();
const emulator = await startEmulator({
  media: sketchMedia(),
  speed: 20,
  scale: 0.2,
  faultRates: FAULTS,
  random,
  clockOffsetMs: Number(values['clock-offset-ms']),
  listLagMs: Number(values['list-lag-ms']),
  fillsDefaults: true,
});
const world = await openStoryWorld();
const ffmpegPath = await mortalFfmpeg(Number(values['kill-ffmpeg-of']));
try {
  const house = keepAlive(world, emulator);
  const stopped = await makeAll(house);
  const kills = await house.close();
  await report(stopped, kills);
} finally {
  await world.close();
  await emulator.close();
}

type House = { server(): Promise<StoryServer>; close(): Promise<number> };

/** The server, killed at random moments and started again, until it is closed. */
function keepAlive({ start }: StoryWorld, { baseUrl }: Emulator): House {
  const settings = {
    REPLICATE_API_TOKEN: 'r8_for_the_soak',
    REPLICATE_BASE_URL: baseUrl,
    MAX_COST_PER_SESSION: '20',
    DAILY_CAP_PER_USER: '100000',
    ...(ffmpegPath !== null && { FFMPEG_PATH: ffmpegPath }),
  };
  const closing = new AbortController();
  let kills = 0;
  let server = start(settings);
  const killing = (async () => {
    while (!closing.signal.aborted) {
      // A server that starts is let live a while: what is proven is that work survives, not that starting does.
      await server;
      await sleep(20_000 + random() * 40_000, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      await (await server).stop('SIGKILL');
      kills += 1;
      console.log(`kill -9, the ${kills}. time; ${emulator.created()} paid calls so far`);
      server = start(settings);
    }
  })();
  return {
    server: () => server,
    async close() {
      closing.abort();
      await killing;
      await (await server).stop('SIGTERM');
      return kills;
    },
  };
}

/** An FFmpeg of which one in so many is killed before it begins, as a system short of memory does it. */
async function mortalFfmpeg(oneIn: number): Promise<string | null> {
  if (oneIn === 0) return null;
  const path = join(world.dataDir, '..', 'ffmpeg');
  const real = process.env['FFMPEG_PATH'] ?? 'ffmpeg';
  const dice = `$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')`;
  await writeFile(path, `#!/bin/sh\n[ $((${dice} % ${oneIn})) -eq 0 ] && kill -9 $$\nexec '${real}' "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Returns why the ads that did not finish stopped. */
async function makeAll(house: House): Promise<string[]> {
  let next = 0;
  let finished = 0;
  const stopped: string[] = [];
  const worker = async () => {
    while (next < ADS) {
      const reason = await makeOne(house, next++);
      if (reason === null) finished += 1;
      else stopped.push(reason);
      console.log(`${finished + stopped.length}/${ADS} ads, ${emulator.created()} paid calls`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return stopped;
}

/** Null when the ad is finished, else why it stopped. */
async function makeOne(house: House, number: number): Promise<string | null> {
  let id: string | null = null;
  let stops = 0;
  for (;;) {
    const { api } = await house.server();
    try {
      if (id === null) {
        const session = await api.createSession({
          prompt: `Dew no. ${number}, the face serum for calm mornings`,
          num_images: 4,
          seed: number,
        });
        id = session.id;
        if (number % 10 === 0) await api.uploadPhoto(id, world.photoPath);
      }
      await makeAd(api, id, SMALL_WISHES, () => undefined);
      return null;
    } catch (error) {
      if (error instanceof AdStopped && ++stops >= MAX_TRIES_PER_AD) return error.message;
      // Killed under our hands, or stopped by faults: again, on the next server.
      await sleep(1_000);
    }
  }
}

async function report(stopped: string[], kills: number): Promise<void> {
  const settings = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
  const breaches = await brokenInvariants(settings, join(world.dataDir, 'media'));
  const database = await openDatabase(settings);
  const { rows } = await database.drizzle.execute(
    sql`select external_id, state, actual_micros, estimate_micros from provider_attempts
      join generation_costs on attempt_id = id where provider = 'replicate'`,
  );
  await database.close();
  const attempts = rows as Attempt[];
  const known = new Set(attempts.map((attempt) => attempt.external_id));
  const strays = emulator.predictions.list().filter(({ answer }) => !known.has(answer.id));
  const calls = emulator.predictions.list();
  const lost = calls.filter(({ answer }) => isLost(answer, attempts));
  const isSettled = new Set(attempts.flatMap((one) => (one.actual_micros === null ? [] : [one.external_id])));
  const bill = billOf(calls.filter(({ answer }) => isSettled.has(answer.id)));
  const wholeBill = billOf(calls);
  const bookedMicros = attempts.reduce((sum, one) => sum + Number(one.actual_micros ?? 0), 0);
  const lines: [string, number | string][] = [
    ['ads finished', ADS - stopped.length],
    ['ads stopped with a reason', stopped.length],
    ['kill -9 of the server', kills],
    ['paid calls', emulator.created()],
    ['paid calls nobody knows of (paid twice or lost)', strays.length],
    ['calls whose outcome is unknown, said so', attempts.filter(({ state }) => state === 'unknown').length],
    ['good files that were not kept', lost.length],
    ['booked', formatUsd(bookedMicros)],
    ['billed for the same calls', formatUsd(bill.micros)],
    ['  of it for runs that came to nothing', formatUsd(bill.failuresMicros)],
    ['billed for calls whose outcome is unknown', formatUsd(wholeBill.micros - bill.micros)],
    ['caps exceeded', breaches.filter((breach) => breach.startsWith('more is spent')).length],
    ['assets lost', breaches.filter((breach) => breach.includes('finished')).length],
    ['other breaches', breaches.length],
    ['minutes', ((Date.now() - startedAt) / 60_000).toFixed(1)],
  ];
  console.log('');
  for (const [what, count] of lines) console.log(`${what.padEnd(50)} ${count}`);
  for (const line of [...breaches, ...new Set(stopped)].slice(0, 20)) console.log(`  ${line}`);
  const isWrong = strays.length + breaches.length + lost.length > 0 || bookedMicros !== bill.micros;
  if (isWrong) process.exitCode = 1;
}

type Attempt = {
  external_id: string | null;
  state: string;
  actual_micros: number | string | null;
  estimate_micros: number | string;
};

/** Made well at the provider, and nothing of it kept here. */
function isLost({ id, status, output }: PredictionAnswer, attempts: readonly Attempt[]): boolean {
  const hasFile = typeof output === 'string' || (Array.isArray(output) && output.length > 0);
  const attempt = attempts.find(({ external_id: externalId }) => externalId === id);
  return (
    status === 'succeeded' &&
    hasFile &&
    attempt !== undefined &&
    ['failed', 'unknown'].includes(attempt.state)
  );
}
