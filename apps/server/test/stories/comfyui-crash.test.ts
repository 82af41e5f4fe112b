import { join } from 'node:path';
import { startComfyui, type ComfyuiEmulator } from '@spotsmith/provider-emulators/comfyui/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import type { Session } from '@spotsmith/contract/sessions';
import { afterEach, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { openStoryWorld, SMALL_AD, SMALL_WISHES, type StoryWorld } from '../support/story-world.ts';

let world: StoryWorld;
let card: ComfyuiEmulator;
afterEach(async () => {
  await world.close();
  await card.close();
});

const CALLS = SMALL_AD.num_images + SMALL_WISHES.numClips;

test('an ad of one’s own graphics card survives crashes and a restart of ComfyUI, and nothing is made twice', async () => {
  card = await startComfyui({ media: sketchMedia(), speed: 40, scale: 0.2 });
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  // The answer to one submit is lost on top of it all.
  card.faults.arm('submit-lost-after');
  const id = await begin();
  const died: unknown[] = [];
  for (const failpoint of ['after-provider-create', 'after-external-id', 'after-make', 'before-settle']) {
    died.push(await driveUntilCrash(id, failpoint));
  }
  // Between two lives of ours it is restarted, too, and knows nothing any more.
  const ranBefore = card.runs();
  await card.stop();
  await card.start();
  const session = await driveToTheEnd(id);

  expect(died).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL']);
  expect(session.status).toBe('completed');
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  expect(session.spent_usd).toBe(0);
  expect([...session.images, ...session.clips].map(({ provider }) => provider)).toEqual(
    Array.from({ length: CALLS }, () => 'comfyui'),
  );
  const ran = card.runs();
  // What was not settled when it was forgotten is made again, and nothing else is.
  const again = ran.slice(ranBefore.length).filter((run) => ranBefore.includes(run));
  expect(new Set(ran).size).toBe(CALLS);
  expect(new Set(ranBefore).size).toBe(ranBefore.length);
  expect(new Set(again).size).toBe(again.length);
  const database = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
  expect(await brokenInvariants(database, join(world.dataDir, 'media'))).toEqual([]);
});

function start(environment: Record<string, string> = {}) {
  return world.start({ COMFYUI_URL: card.baseUrl, ...environment });
}

async function begin(): Promise<string> {
  const server = await start();
  const { id } = await server.api.createSession({ ...SMALL_AD, provider: 'comfyui' });
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
