import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterEach, expect, test } from 'vitest';
import { beginCrashingAd, type CrashingAd } from '../support/drive-through-crashes.ts';
import { SMALL_AD, SMALL_WISHES } from '../support/story-world.ts';

let ad: CrashingAd;
let emulator: Emulator;
afterEach(async () => {
  await ad.world.close();
  await emulator.close();
});

const CALLS = SMALL_AD.num_images + SMALL_WISHES.numClips + 1;

test('an ad of hosted models survives crashes around every paid call, and pays for each once', async () => {
  emulator = await startEmulator({ media: sketchMedia(), speed: 10, scale: 0.25 });
  ad = await beginCrashingAd({
    REPLICATE_API_TOKEN: 'r8_for_the_emulator',
    REPLICATE_BASE_URL: emulator.baseUrl,
    PROVIDER_LIST_LAG_SECONDS: '2',
  });
  // The answer to one create is lost on top of it all.
  emulator.faults.arm('create', 'reset-after');
  const died: unknown[] = [];
  for (const failpoint of ['after-provider-create', 'after-external-id']) {
    died.push((await ad.driveUntilCrash(failpoint)).how);
  }
  const session = await ad.driveToTheEnd();

  expect(died).toEqual(['SIGKILL', 'SIGKILL']);
  expect(session.status).toBe('completed');
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  expect(emulator.created()).toBe(CALLS);
  // Four pictures, two clips, one track, at the prices of the catalogue.
  expect(session.spent_usd).toBeCloseTo(4 * 0.04 + 2 * 0.11 + 0.2, 6);
  expect(await ad.broken()).toEqual([]);
});
