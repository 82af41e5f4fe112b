import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { openStoryWorld, SMALL_AD, type StoryWorld } from '../support/story-world.ts';
import { until } from '../support/until.ts';

let world: StoryWorld;
let emulator: Emulator;
afterEach(async () => {
  await world.close();
  await emulator.close();
});

test('pictures whose server is killed between a paid call and its id come all the same, and are paid once', async () => {
  emulator = await startEmulator({ media: sketchMedia(), speed: 10, scale: 0.25 });
  world = await openStoryWorld();
  const directory = join(world.dataDir, 'database');
  await copyEmbedded(directory);
  const environment = {
    REPLICATE_API_TOKEN: 'r8_for_the_emulator',
    REPLICATE_BASE_URL: emulator.baseUrl,
    PROVIDER_LIST_LAG_SECONDS: '2',
  };

  const killed = await world.start({ ...environment, FAILPOINT: 'after-provider-create' });
  const { id } = await killed.api.createSession(SMALL_AD);
  await killed.api.generateImages(id);
  expect(await killed.ended).toBe('SIGKILL');
  expect(emulator.created()).toBeGreaterThan(0);

  const server = await world.start(environment);
  const { images, spent_usd: spentUsd } = await until(server, id, 'reviewing_images');
  await server.stop('SIGTERM');
  expect(images.map(({ status }) => status)).toEqual(images.map(() => 'ready'));
  expect(emulator.created()).toBe(SMALL_AD.num_images);
  // Each at the price of the catalogue for a picture without a photo.
  expect(spentUsd).toBeCloseTo(SMALL_AD.num_images * 0.055, 6);
  expect(await brokenInvariants({ kind: 'embedded', directory }, join(world.dataDir, 'media'))).toEqual([]);
});
