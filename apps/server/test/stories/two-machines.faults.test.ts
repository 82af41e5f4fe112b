import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgressMessage } from '@spotsmith/contract/progress';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { apiClient, type ApiClient } from '#src/cli/api-client.ts';
import { makeAd } from '#src/cli/make-ad.ts';
import { loadConfig } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { createUser } from '#src/use-cases/account/create-user.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { createDatabase } from '../support/create-database.ts';
import { runServer, type RunningServer } from '../support/run-server.ts';
import { openStoryWorld, SMALL_AD, SMALL_WISHES, type StoryWorld } from '../support/story-world.ts';

const TAKING_UP = /taking up work/;
const EMAIL = 'ada@example.com';
const PASSWORD = 'correct horse battery staple';

let dir: string;
let world: StoryWorld;
let environment: Record<string, string>;
let api: ApiClient;
let door: RunningServer;

/** One process takes requests, others do the work, PostgreSQL is all they share beside the media directory. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-fleet-'));
  world = await openStoryWorld();
  const [server] = inject('postgresServers');
  if (server === undefined) throw new Error('These stories need a PostgreSQL server.');
  environment = { DATABASE_URL: await createDatabase(server.adminUrl), DATA_DIR: join(dir, 'data') };
  door = await runServer({ ...environment, ROLE: 'api' });
  await addOwner();
  api = apiClient({ url: door.url ?? '', token: await logIn() });
});

afterAll(async () => {
  await door.stop('SIGKILL');
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

test('an ad asked for at one process is made by another, and every message crosses', async () => {
  const worker = await runServer({ ...environment, ROLE: 'worker' }, TAKING_UP);
  const { id } = await api.createSession(SMALL_AD);
  await api.uploadPhoto(id, world.photoPath);
  const messages: ProgressMessage[] = [];
  const session = await makeAd(api, id, SMALL_WISHES, (message) => messages.push(message));
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  expect(await worker.stop('SIGTERM')).toBe(0);
});

test('work of a worker that was killed is taken up by another one', async () => {
  const first = await runServer({ ...environment, ROLE: 'worker', FAILPOINT: 'after-make' }, TAKING_UP);
  const { id } = await api.createSession(SMALL_AD);
  await api.generateImages(id);
  expect(await first.ended).toBe('SIGKILL');
  const second = await runServer({ ...environment, ROLE: 'worker' }, TAKING_UP);
  const session = await makeAd(api, id, SMALL_WISHES, () => undefined);
  expect(session.status).toBe('completed');
  expect(await second.stop('SIGTERM')).toBe(0);
});

test('pictures whose work takes every worker down are given up after a dozen times, and the others go on', async () => {
  const first = await runServer({ ...environment, ROLE: 'worker', FAILPOINT: 'after-store-file' }, TAKING_UP);
  const { id } = await api.createSession(SMALL_AD);
  await api.generateImages(id);
  expect(await first.ended).toBe('SIGKILL');
  await countCrashesOfActiveJobs(12);
  const second = await runServer({ ...environment, ROLE: 'worker' }, TAKING_UP);
  await vi.waitFor(async () => expect((await api.getSession(id)).status).toBe('reviewing_images'), WAIT);
  const { images } = await api.getSession(id);
  const givenUp = images.filter(({ status }) => status === 'failed');
  expect(givenUp.length).toBeGreaterThan(0);
  expect(givenUp.map(({ trouble }) => trouble?.code)).toEqual(givenUp.map(() => 'crashes_worker'));
  expect(images.filter(({ status }) => status === 'ready')).toHaveLength(4 - givenUp.length);
  expect(await second.stop('SIGTERM')).toBe(0);
});

test('a stopped worker puts its work back, and a database that went through all this is sound', async () => {
  const first = await runServer({ ...environment, ROLE: 'worker' }, TAKING_UP);
  const { id } = await api.createSession(SMALL_AD);
  await api.generateImages(id);
  await vi.waitFor(async () => expect((await api.getSession(id)).status).toBe('generating_images'), WAIT);
  expect(await first.stop('SIGTERM')).toBe(0);
  const second = await runServer({ ...environment, ROLE: 'worker' }, TAKING_UP);
  await makeAd(api, id, SMALL_WISHES, () => undefined);
  await second.stop('SIGTERM');
  const { database, dataDir } = loadConfig({ NODE_ENV: 'test', ...environment });
  expect(await brokenInvariants(database, join(dataDir, 'media'))).toEqual([]);
});

const WAIT = { timeout: 60_000, interval: 50 };

/** As if the workers of all jobs in hand had died so often already. */
async function countCrashesOfActiveJobs(times: number): Promise<void> {
  const client = new Client({ connectionString: environment['DATABASE_URL'] });
  await client.connect();
  await client.query(`update pgboss.job set retry_count = $1 where state = 'active'`, [times]);
  await client.end();
}

async function addOwner(): Promise<void> {
  const accounts = await openAccounts(loadConfig({ NODE_ENV: 'test', ...environment }));
  await createUser(accounts, { email: EMAIL, fullName: 'Ada', password: PASSWORD, role: 'owner' });
  await accounts.close();
}

async function logIn(): Promise<string> {
  const answer = await fetch(`${door.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
