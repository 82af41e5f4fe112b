import { providerFor } from '@spotsmith/contract/provider-for';
import { SessionOptions } from '@spotsmith/contract/sessions';
import { expect, test } from 'vitest';
import { assertKnownModels, namedModels } from './catalogue/catalogue.ts';
import { NO_PREFERENCES, withPreferences } from './preferences.ts';

const WORKFLOW = { id: 'comfyui/own', kind: 'clip' } as const;
const FLUX = 'black-forest-labs/flux-pro';
const models = namedModels([WORKFLOW]);
const ready = ['studio', 'replicate', 'comfyui'] as const;
const options = (asked: object, preferred: object = {}) =>
  withPreferences(SessionOptions.parse(asked), { ...NO_PREFERENCES, ...preferred }, ready, models);

test('images come from one provider and clips from another: a model says whose it is', () => {
  const ad = options({ provider: 'replicate', clip_model: WORKFLOW.id });
  expect(ad).toMatchObject({ provider: 'replicate', clip_provider: 'comfyui', clip_model: WORKFLOW.id });
  expect(ad.image_provider).toBeUndefined();
  expect(providerFor('image', ad, 'studio')).toBe('replicate');
  expect(providerFor('clip', ad, 'studio')).toBe('comfyui');
});

test('what a provider does not make is made by the local studio', () => {
  expect(providerFor('music', options({ provider: 'comfyui' }), 'replicate')).toBe('studio');
  expect(providerFor('music', options({ provider: 'comfyui', music_provider: 'replicate' }), 'studio')).toBe(
    'replicate',
  );
});

test('one kind can be preferred from elsewhere, until a request names who makes the whole ad', () => {
  const preferred = { provider: 'studio', image_model: FLUX, clip_provider: 'comfyui' };
  expect(options({}, preferred)).toMatchObject({
    provider: 'studio',
    image_provider: 'replicate',
    image_model: FLUX,
    clip_provider: 'comfyui',
  });
  const local = options({ provider: 'studio' }, preferred);
  expect([local.image_provider, local.image_model, local.clip_provider]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(options({ provider: 'replicate' }, preferred)).toMatchObject({ image_model: FLUX });
});

test('a preferred provider whose key is gone is not used', () => {
  const preferred = { ...NO_PREFERENCES, clip_provider: 'comfyui', image_model: FLUX } as const;
  expect(
    withPreferences(SessionOptions.parse({}), preferred, ['studio'], models).clip_provider,
  ).toBeUndefined();
});

test.each([
  [{ clip_provider: 'replicate', clip_model: WORKFLOW.id }, 'unknown_model'],
  [{ image_model: 'of/nobody' }, 'unknown_model'],
  [{ music_provider: 'comfyui' }, 'provider_makes_none'],
] as const)('%o does not go together', (wished, code) => {
  expect(() => assertKnownModels(wished, models)).toThrow(expect.objectContaining({ code }));
});
