import { join } from 'node:path';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import type { Session } from '@spotsmith/contract/sessions';
import { afterEach, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { openStoryWorld, SMALL_AD, SMALL_WISHES, type StoryWorld } from '../support/story-world.ts';

let world: StoryWorld;
let emulator: Emulator;
afterEach(async () => {
  await world.close();
  await emulator.close();
});

const CALLS = SMALL_AD.num_images + SMALL_WISHES.numClips + 1;

test('an ad of hosted models survives crashes around every paid call, and pays for each once', async () => {
  emulator = await startEmulator({ media: sketchMedia(), speed: 10, scale: 0.25 });
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  // The answer to one create is lost on top of it all.
  emulator.faults.arm('create', 'reset-after');
  const id = await begin();
  const died: unknown[] = [];
  for (const failpoint of ['after-provider-create', 'after-external-id']) {
    died.push(await driveUntilCrash(id, failpoint));
  }
  const session = await driveToTheEnd(id);

  expect(died).toEqual(['SIGKILL', 'SIGKILL']);
  expect(session.status).toBe('completed');
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  expect(emulator.created()).toBe(CALLS);
  // Four pictures, two clips, one track, at the prices of the catalogue.
  expect(session.spent_usd).toBeCloseTo(4 * 0.04 + 2 * 0.145 + 0.2, 6);
  const database = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
  expect(await brokenInvariants(database, join(world.dataDir, 'media'))).toEqual([]);
});

function start(environment: Record<string, string> = {}) {
  return world.start({
    REPLICATE_API_TOKEN: 'r8_for_the_emulator',
    REPLICATE_BASE_URL: emulator.baseUrl,
    ...environment,
  });
}

async function begin(): Promise<string> {
  const server = await start();
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.uploadPhoto(id, world.photoPath);
  await server.stop('SIGTERM');
  return id;
}

async function driveUntilCrash(id: string, failpoint: string): Promise<unknown> {
  const server = await start({ FAILPOINT: failpoint });
  const driven = makeAd(server.api, id, SMALL_WISHES, () => undefined).catch(() => null);
  const how = await server.ended;
  await driven;
  return how;
}

async function driveToTheEnd(id: string): Promise<Session> {
  const server = await start();
  const session = await makeAd(server.api, id, SMALL_WISHES, () => undefined);
  await server.stop('SIGTERM');
  return session;
}
