import { startComfyui, type ComfyuiEmulator } from '@spotsmith/provider-emulators/comfyui/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import type { Session } from '@spotsmith/contract/sessions';
import { afterEach, expect, test } from 'vitest';
import { FAILPOINTS, type FailpointName } from '#src/ports/ports.ts';
import { beginCrashingAd, type CrashingAd } from '../support/drive-through-crashes.ts';
import { SMALL_AD, SMALL_WISHES } from '../support/story-world.ts';

let ad: CrashingAd;
let card: ComfyuiEmulator;
afterEach(async () => {
  await ad.world.close();
  await card.close();
});

const WORKS = SMALL_AD.num_images + SMALL_WISHES.numClips;
/** The first leads past the brief: from then on every failpoint is come to with an image or a clip. */
const CRASHES: FailpointName[] = [
  'after-provider-create',
  ...FAILPOINTS.filter((name) => name !== 'after-provider-create'),
];

test('an ad of one’s own graphics card survives a crash and a restart of ComfyUI at every failpoint, and nothing is made twice', async () => {
  card = await startComfyui({ media: sketchMedia(), speed: 60, scale: 0.15 });
  ad = await beginCrashingAd({ COMFYUI_URL: card.baseUrl }, { provider: 'comfyui' });
  // The answer to one submit is lost on top of it all.
  card.faults.arm('submit-lost-after');
  const died: unknown[] = [];
  const stages: string[] = [];
  const lives: { runs: string[]; ready: number }[] = [];
  for (const failpoint of CRASHES) {
    const ranBefore = card.runs().length;
    const { how, before } = await ad.driveUntilCrash(failpoint);
    died.push(how);
    stages.push(before.status);
    lives.push({ runs: card.runs().slice(ranBefore), ready: madeOf(before) });
    // It knows nothing any more of what it made, made half, or had waiting.
    await card.stop();
    await card.start();
  }
  const ranBefore = card.runs().length;
  const session = await ad.driveToTheEnd();
  lives.push({ runs: card.runs().slice(ranBefore), ready: madeOf(session) });

  expect(died).toEqual(CRASHES.map(() => 'SIGKILL'));
  expect(stages.slice(1).filter((stage) => !/^generating_(images|videos)$/.test(stage))).toEqual([]);
  expect(session.status).toBe('completed');
  expect(session.finals[0]?.verdict?.verdict).toBe('passed');
  expect(session.spent_usd).toBe(0);
  expect([...session.images, ...session.clips].map(({ provider }) => provider)).toEqual(
    Array.from({ length: WORKS }, () => 'comfyui'),
  );
  // Nothing is lost, and nothing was asked for beside it.
  expect(new Set(card.runs()).size).toBe(WORKS);
  for (const { runs } of lives) expect(new Set(runs).size).toBe(runs.length);
  // What was kept before ComfyUI forgot it is not made again.
  for (const [life, { ready }] of lives.entries()) {
    const still = new Set(lives.slice(life).flatMap(({ runs }) => runs));
    if (life < lives.length - 1) expect(still.size).toBeLessThanOrEqual(WORKS - ready);
  }
  expect(await ad.broken()).toEqual([]);
});

function madeOf({ images, clips }: Session): number {
  return [...images, ...clips].filter(({ status }) => status === 'ready').length;
}
