import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCatalogue } from '#src/adapters/hosted/replicate/check-catalogue.ts';
import { replicateClient } from '#src/adapters/hosted/replicate/replicate-client.ts';
import { CATALOGUE, type HostedModel } from '#src/domain/catalogue/catalogue.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ media: sketchMedia() });
});
afterAll(() => emulator.close());
const ofReplicate = CATALOGUE.filter(({ provider }) => provider === 'replicate');
const client = () => replicateClient({ token: 'any', baseUrl: emulator.baseUrl });

test('every model of the provider in the catalogue is spoken to as its published schema wants it', async () => {
  expect(await checkCatalogue(client(), ofReplicate)).toEqual([]);
});

test('a model that is gone, renamed its inputs or moved on is named', async () => {
  const [flux] = CATALOGUE;
  const svd = CATALOGUE.find(({ id }) => id === 'stability-ai/stable-video-diffusion');
  if (!flux || !svd) throw new Error('The catalogue has lost its models.');
  const changed: HostedModel[] = [
    { ...flux, id: 'nobody/nothing' },
    { ...flux, map: { ...flux.map, seed: 'random_seed' } },
    { ...svd, version: '0'.repeat(64), map: {} },
  ];
  expect(await checkCatalogue(client(), changed)).toEqual([
    'nobody/nothing: the provider does not offer it any more',
    'black-forest-labs/flux-pro: it takes no “random_seed”',
    'stability-ai/stable-video-diffusion: its newest version is 3f0457e4619d…, ours is 000000000000…',
    'stability-ai/stable-video-diffusion: it wants “input_image”, which we do not send',
  ]);
});
