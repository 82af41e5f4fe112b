import { setTimeout as sleep } from 'node:timers/promises';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterEach, expect, test } from 'vitest';
import { cardsOf } from '#src/adapters/hosted/comfyui/comfyui-provider.ts';
import { missingParts } from '#src/adapters/hosted/comfyui/missing-parts.ts';
import { Aborted } from '#src/domain/faults.ts';
import { isFailed } from '#src/domain/spending.ts';
import { SHIPPED_WORKFLOWS } from '#src/domain/workflows/shipped-workflows.ts';
import { checkCards } from '#src/open-checks.ts';
import { openComfyuiWorld, type ComfyuiWorld } from './comfyui-world.ts';

let world: ComfyuiWorld;
afterEach(() => world.close());

test('two cards work at once, the third picture waits here, and its cancel leaves no trace', async () => {
  world = await openComfyuiWorld({ cardCount: 2 });
  for (const card of world.cards) card.faults.arm('run-never-ends');
  const stops = [0, 1, 2].map(() => new AbortController());
  const contexts = await Promise.all(stops.map(({ signal }) => world.aContext({ signal })));
  const makings = contexts.map((context) => world.hosted.makers.image.make(world.anImage(), context));
  const begun = () => world.cards.map((card) => card.created());
  for (let tries = 0; tries < 500 && begun().includes(0); tries++) await sleep(20);
  expect(begun()).toEqual([1, 1]);
  stops[2]?.abort(new Aborted('cancelled', 'Not wanted any more.'));
  expect(await makings[2]).toMatchObject({ fault: { code: 'cancelled' }, spent: 0 });
  expect(begun()).toEqual([1, 1]);
  stops.forEach((stop) => stop.abort(new Aborted('cancelled', 'Not wanted any more.')));
  await Promise.all(makings);
});

test('a second process waits for what the first one has on the card', async () => {
  world = await openComfyuiWorld();
  world.card.faults.arm('run-never-ends');
  const stop = new AbortController();
  const first = world.hosted.makers.image.make(
    world.anImage(),
    await world.aContext({ signal: stop.signal }),
  );
  for (let tries = 0; tries < 500 && world.card.created() === 0; tries++) await sleep(20);
  const second = world.another().makers.image.make(world.anImage(), await world.aContext());
  await sleep(300);
  expect(world.card.created()).toBe(1);
  stop.abort(new Aborted('cancelled', 'Not wanted any more.'));
  await first;
  expect(isFailed(await second)).toBe(false);
});

test('a missing model is told by its file, its folder and where to get it, before and while an ad is made', async () => {
  world = await openComfyuiWorld({ models: { checkpoints: [] } });
  const made = await world.hosted.makers.image.make(
    world.anImage({ photos: [], model: 'comfyui/sdxl' }),
    await world.aContext(),
  );
  const sentence =
    'No file “sd_xl_base_1.0.safetensors” in models/checkpoints: download it from https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0 and press Try again.';
  expect(made).toMatchObject({ fault: { code: 'gpu_model_missing', message: sentence }, spent: 0 });
  const [card] = cardsOf({ provider: 'comfyui', baseUrls: [world.card.baseUrl], headers: {} });
  if (card === undefined) throw new Error('There is no card.');
  const missing = await missingParts(card, SHIPPED_WORKFLOWS);
  expect(missing.get('comfyui/sdxl')).toEqual([sentence]);
  expect(missing.get('comfyui/wan-2.2-5b')).toEqual([]);
});

test('the doctor tells what a card is, what it can make, and what each other workflow lacks', async () => {
  world = await openComfyuiWorld({ models: { checkpoints: ['svd_xt.safetensors'] } });
  const [card, absent] = await checkCards({
    provider: 'comfyui',
    baseUrls: [world.card.baseUrl, 'http://127.0.0.1:9'],
    headers: {},
  });
  if (!card || !('told' in card)) throw new Error('It does not answer.');
  expect(card.told).toMatch(
    /^ComfyUI 0\.3\.64 at 127\.0\.0\.1:\d+: cuda:0 NVIDIA GeForce RTX 3060, 12\.0 GB \(10\.6 free\)$/,
  );
  expect(card.missing.filter(({ parts }) => parts.length > 0).map(({ name }) => name)).toEqual([
    'Stable Diffusion XL',
    'LTX-Video',
  ]);
  expect(absent).toMatchObject({
    message: 'ComfyUI cannot be reached at 127.0.0.1:9. Start it, or check COMFYUI_URL.',
  });
});

test.each(['0.3.64', '0.26.1'] as const)(
  'of the workflows the first that ComfyUI %s can run is the usual one',
  async (version) => {
    world = await openComfyuiWorld({ version, models: { vae: ['ae.safetensors'] } });
    const usual = (await world.hosted.models()).filter((model) => model.default_for.includes('photo'));
    expect(usual.map(({ id }) => id)).toEqual(['comfyui/flux-kontext', 'comfyui/ltx-video']);
  },
);

test('what a proxy wants is said to it, for work and for files', async () => {
  const wantsHeader = { name: 'authorization', value: 'Bearer for-the-proxy' };
  world = await openComfyuiWorld({ wantsHeader });
  const inside = world.another({ headers: { Authorization: wantsHeader.value } });
  expect(isFailed(await inside.makers.image.make(world.anImage(), await world.aContext()))).toBe(false);
  const outside = await world.hosted.makers.image.make(world.anImage(), await world.aContext());
  expect(outside).toMatchObject({ fault: { code: 'provider_key_refused' }, spent: 0 });
});

test('a clip has so many frames as its length wants, and the sizes of its model', async () => {
  world = await openComfyuiWorld({ media: sketchMedia() });
  const made = await world.hosted.makers.clip.make(world.aClip(), await world.aContext());
  expect(made).toMatchObject({ mimeType: 'video/mp4', actualMicros: 0, model: 'comfyui/wan-2.2-5b' });
  expect(world.card.graphs()[0]?.['8']?.inputs).toMatchObject({ width: 1264, height: 704, length: 73 });
});
