import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import type { ClipOrder } from '@spotsmith/provider-emulators/media-maker';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { until } from '../support/until.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
  type StoryWorld,
} from '../support/story-world.ts';

const IMAGE_USD = 0.055;
const CLIP_USD = 0.11;

let emulator: Emulator;
let world: StoryWorld;
let server: StoryServer;
let id: string;

/** The first clip looks like a video from outside, and nothing in it can be decoded. */
beforeAll(async () => {
  const media = sketchMedia();
  let clips = 0;
  const clip = async (order: ClipOrder) => {
    await media.clip(order);
    if (clips++ === 0) await blankOut(order.outPath);
  };
  emulator = await startEmulator({ media: { ...media, clip }, speed: 10, scale: 0.25 });
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  server = await world.start({
    REPLICATE_API_TOKEN: 'r8_for_the_emulator',
    REPLICATE_BASE_URL: emulator.baseUrl,
  });
  ({ id } = await server.api.createSession(SMALL_AD));
  await server.api.generateImages(id);
  const { images } = await until(server, id, 'reviewing_images');
  await server.api.approveImages(
    id,
    images.slice(0, 2).map((image) => image.id),
  );
  await server.api.generateClips(id, { clip_seconds: 2 });
});
afterAll(async () => {
  await world.close();
  await emulator.close();
});

test('a clip that came broken is shown as failed and counted as paid, and is not made again by itself', async () => {
  const session = await until(server, id, 'reviewing_videos');
  const failed = session.clips.filter(({ status }) => status === 'failed');
  expect(failed.map(({ trouble }) => trouble?.code)).toEqual(['bad_media']);
  expect(session.trouble?.message).toBe('1 of 2 clips succeeded. Continue with 1, or try the others again.');
  expect(emulator.created()).toBe(4 + 2);
  expect(session.spent_usd).toBeCloseTo(4 * IMAGE_USD + 2 * CLIP_USD, 6);
});

test('the local studio can stand in for it, at no cost, and the verdict says so', async () => {
  const { clips, version } = await server.api.getSession(id);
  const broken = clips.find(({ status }) => status === 'failed');
  const answer = await fetch(`${server.url}/api/sessions/${id}/assets/${broken?.id}/regenerate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, provider: 'studio' }),
  });
  expect(answer.status).toBe(202);
  await until(server, id, 'reviewing_videos');
  const session = await makeAd(server.api, id, SMALL_WISHES, () => undefined);
  expect(new Set(session.clips.map(({ provider }) => provider))).toEqual(new Set(['replicate', 'studio']));
  expect(session.finals[0]?.verdict?.verdict).toBe('degraded');
  expect(session.finals[0]?.verdict?.reasons).toContainEqual({
    code: 'stand_ins',
    message: 'The local studio made 1 clip in place of the hosted model.',
  });
  // Nothing but the music was bought since.
  expect(emulator.created()).toBe(4 + 2 + 1);
});

test('the books are right after all this', async () => {
  await server.stop('SIGTERM');
  const database = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
  expect(await brokenInvariants(database, join(world.dataDir, 'media'))).toEqual([]);
});

/** Writes nothing over the second half of the file's bytes that hold the picture. */
async function blankOut(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(Math.floor(size / 2)), 0, Math.floor(size / 2), Math.floor(size / 2));
  await file.close();
}
