import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgressMessage } from '@spotsmith/contract/progress';
import type { Session } from '@spotsmith/contract/sessions';
import { afterEach, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { randomFrom } from '#src/domain/random.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
  type StoryWorld,
} from '../support/story-world.ts';

let world: StoryWorld;
afterEach(() => world.close());

const seen: ProgressMessage[] = [];

test('an ad survives three kills at random moments: it is finished, nothing is made twice, no message is lost', async () => {
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  const random = randomFrom(20_261_122);
  const id = await begin();
  let kills = 0;
  const session = await driveThroughCrashes(id, async (server) => {
    if (kills === 3) return;
    await sleep(1_000 + random() * 3_000);
    kills += 1;
    await server.stop('SIGKILL');
  });
  expect(session.finals).toHaveLength(1);
  await expectCleanHouse(session);
});

test('an ad survives a crash at each point between asking, making, storing and paying', async () => {
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  const failpoints = [
    'after-intent',
    'after-make',
    'after-store-file',
    'before-settle',
    'before-commit-state',
    'after-settle',
  ];
  const id = await begin();
  const died: (number | string | null)[] = [];
  const session = await driveThroughCrashes(
    id,
    async (server) => {
      if (server.failpoint !== undefined) died.push(await server.ended);
    },
    failpoints,
  );
  expect(died).toEqual(failpoints.map(() => 'SIGKILL'));
  await expectCleanHouse(session);
});

/** Creates the ad with its photo and stops the server again. */
async function begin(): Promise<string> {
  seen.length = 0;
  const server = await world.start();
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.uploadPhoto(id, world.photoPath);
  await server.stop('SIGTERM');
  return id;
}

type Life = StoryServer & { failpoint: string | undefined; ended: Promise<number | string | null> };

/** Starts the server again and again, each time driving the ad on, until it is finished. */
async function driveThroughCrashes(
  id: string,
  crash: (life: Life) => Promise<void>,
  failpoints: string[] = [],
): Promise<Session> {
  const left = [...failpoints];
  for (;;) {
    const failpoint = left.shift();
    const server = await world.start(failpoint === undefined ? {} : { FAILPOINT: failpoint });
    const killed = crash({ ...server, failpoint, ended: server.ended });
    const driven = makeAd(server.api, id, SMALL_WISHES, (message) => seen.push(message));
    const session = await driven.catch((error: unknown) => {
      if (!isConnectionLoss(error)) throw error;
      return null;
    });
    if (session !== null) {
      await server.stop('SIGTERM');
      return session;
    }
    await killed;
  }
}

function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')
  );
}

async function expectCleanHouse(session: Session): Promise<void> {
  expect(session.status).toBe('completed');
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  const database = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
  expect(await brokenInvariants(database, join(world.dataDir, 'media'))).toEqual([]);
  await expectEveryMessage(session);
}

/** What was told live is what is written down, and what was not told live can be read afterwards. */
async function expectEveryMessage(session: Session): Promise<void> {
  const server = await world.start();
  const answer = await fetch(`${server.url}/api/sessions/${session.id}/events?after=0`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  const { items } = (await answer.json()) as { items: ProgressMessage[] };
  expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
  for (const message of seen) expect(items[message.seq - 1]).toEqual(message);
  await server.stop('SIGTERM');
}
