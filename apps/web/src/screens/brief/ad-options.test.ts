import type { ModelChoice } from '@spotsmith/contract/options';
import { expect, test } from 'vitest';
import { foreseeCost, optionsRequest, type AdOptions } from './ad-options.ts';

const options: AdOptions = {
  num_images: 6,
  style_keywords: [],
  aspect_ratio: '16:9',
  target_seconds: 15,
  has_chosen_length: false,
  provider: 'replicate',
  max_cost_usd: 200,
  use_brand_kit: true,
  image_model: null,
  clip_model: null,
  music_model: null,
  image_provider: null,
  clip_provider: null,
  music_provider: null,
};

function model(kind: ModelChoice['kind'], price: number, unit: string): ModelChoice {
  return {
    id: `${kind}-${unit}`,
    provider: 'replicate',
    kind,
    name: kind,
    is_default: true,
    takes_reference: true,
    is_thrifty: false,
    price_usd: price,
    price_unit: unit,
    price_as_of: null,
  };
}

test('the price is known before a cent is spent', () => {
  const cost = foreseeCost(options, [model('image', 0.05, 'image'), model('clip', 0.8, 'clip')]);
  expect(cost.images).toBeCloseTo(0.3);
  expect(cost.clips).toBeCloseTo(4);
  expect(cost.total).toBeCloseTo(4.3);
});

test('clips sold by the second cost what their seconds cost', () => {
  expect(foreseeCost(options, [model('clip', 0.1, 'second')]).clips).toBeCloseTo(1.5);
});

test('a chosen model costs what it costs, not what the usual one does', () => {
  const fine = { ...model('clip', 2, 'clip'), id: 'fine', is_default: false };
  const models = [model('clip', 0.8, 'clip'), fine];
  expect(foreseeCost({ ...options, clip_model: 'fine' }, models).clips).toBeCloseTo(10);
});

test('the local studio costs nothing', () => {
  expect(foreseeCost({ ...options, provider: 'studio' }, [model('image', 0.05, 'image')]).total).toBe(0);
});

test('images of one provider and clips of another cost what each of them takes', () => {
  const card = { ...model('clip', 0, 'clip'), id: 'own-card', provider: 'comfyui' };
  const models = [model('image', 0.05, 'image'), model('clip', 0.8, 'clip'), card];
  expect(foreseeCost({ ...options, clip_model: 'own-card' }, models)).toMatchObject({ clips: 0 });
  const local = foreseeCost({ ...options, image_provider: 'studio' }, models);
  expect(local.images).toBe(0);
  expect(local.clips).toBeCloseTo(4);
});

test('what is left open is not sent', () => {
  const request = optionsRequest({ ...options, clip_model: 'fine', music_provider: 'studio' });
  expect(request).toMatchObject({ clip_model: 'fine', music_provider: 'studio' });
  expect(Object.keys(request)).not.toContain('image_model');
});
