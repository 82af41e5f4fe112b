import { MAKES } from '@spotsmith/contract/words';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, chooseModel, modelChoices, priced, type HostedModel } from './catalogue.ts';
import { modelInput, orderedSeconds, type Wish } from './model-input.ts';
import { shortcomings } from './shortcomings.ts';
import { actualPrice, upperBoundMicros } from './price.ts';

function model(id: string): HostedModel {
  const found = CATALOGUE.find((row) => row.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

const wish: Wish = {
  prompt: 'A cup',
  negativePrompt: 'text',
  seed: 7,
  aspectRatio: '4:5',
  seconds: 3,
  motionIntensity: 0.5,
  referenceUrls: ['https://files/1', 'https://files/2'],
  firstFrameUrl: 'https://files/frame',
};

describe('choosing a model', () => {
  test('takes one that keeps the product when there is a photo', () => {
    expect(chooseModel(CATALOGUE, 'image', null, true)?.id).toBe('black-forest-labs/flux-kontext-pro');
    expect(chooseModel(CATALOGUE, 'image', null, false)?.id).toBe('black-forest-labs/flux-pro');
    expect(chooseModel(CATALOGUE, 'clip', null, true)?.id).toBe('wan-video/wan-2.2-i2v-fast');
  });

  test('takes the one asked for, and none when it does not exist', () => {
    expect(chooseModel(CATALOGUE, 'image', 'stability-ai/sdxl', true)?.id).toBe('stability-ai/sdxl');
    expect(chooseModel(CATALOGUE, 'image', 'nobody/nothing', true)).toBeNull();
    expect(chooseModel(CATALOGUE, 'clip', 'stability-ai/sdxl', true)).toBeNull();
  });

  test('every provider has one default of each kind that it makes, and every price a date and a source', () => {
    for (const provider of new Set(CATALOGUE.map((model) => model.provider))) {
      const choices = modelChoices(CATALOGUE).filter((choice) => choice.provider === provider);
      expect([...new Set(choices.map(({ kind }) => kind))]).toEqual(MAKES[provider]);
      for (const kind of MAKES[provider]) {
        expect(choices.filter((choice) => choice.kind === kind && choice.is_default)).toHaveLength(1);
      }
    }
    const ids = CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(CATALOGUE.every(({ source, price_as_of }) => source !== '' && price_as_of > '2025')).toBe(true);
  });
});

describe('what a model cannot do', () => {
  const told = (id: string, aspectRatio: '16:9' | '1:1' | '4:5') =>
    shortcomings(model(id), CATALOGUE, aspectRatio);

  test('is said before it is paid, with one that can', () => {
    expect(told('google/veo-3.1-fast', '1:1')).toEqual([
      'Veo 3.1 fast makes no 1:1 clips: they are made in 16:9 and cut to fit. Wan 2.2 fast makes them in 1:1.',
    ]);
    expect(told('google/veo-3.1-fast', '16:9')).toEqual([]);
    expect(told('bytedance/seedream-4.5', '4:5')).toEqual([
      'Seedream 4.5 makes no 4:5 images: they are made in 1:1 and cut to fit. FLUX Kontext Pro makes them in 4:5.',
    ]);
    expect(told('stability-ai/sdxl', '4:5')).toEqual([
      'Stable Diffusion XL does not see photos and draws the product from words. FLUX Kontext Pro keeps the product as it is.',
    ]);
  });
});

test('a model that may answer no more says so, and none of those is the usual one', () => {
  expect(shortcomings(model('google/nano-banana'), CATALOGUE, '16:9')).toEqual([
    'Nano Banana was announced to end on 2026-10-02 and may not answer any more.',
  ]);
  const retired = CATALOGUE.filter((row) => row.retired !== undefined);
  expect(retired.flatMap((row) => row.default_for)).toEqual([]);
});

describe('the input of a model', () => {
  test.each([
    [
      'black-forest-labs/flux-kontext-pro',
      { input_image: 'https://files/1', aspect_ratio: '4:5', seed: 7, output_format: 'png' },
    ],
    ['google/nano-banana', { image_input: ['https://files/1', 'https://files/2'], output_format: 'png' }],
    ['bytedance/seedream-4.5', { aspect_ratio: '1:1', max_images: 1 }],
    ['stability-ai/sdxl', { width: 896, height: 1152, num_outputs: 1 }],
    ['wan-video/wan-2.2-i2v-fast', { image: 'https://files/frame', num_frames: 81 }],
    [
      'kwaivgi/kling-v2.5-turbo-pro',
      { start_image: 'https://files/frame', duration: 5, negative_prompt: 'text' },
    ],
    [
      'stability-ai/stable-video-diffusion',
      { input_image: 'https://files/frame', frames_per_second: 8, motion_bucket_id: 110 },
    ],
    ['stability-ai/stable-audio-2.5', { prompt: 'A cup', duration: 3 }],
    ['elevenlabs/music', { music_length_ms: 5_000, force_instrumental: true }],
    ['kwaivgi/kling-v3-video', { start_image: 'https://files/frame', duration: 3, generate_audio: false }],
    ['minimax/hailuo-2.3', { first_frame_image: 'https://files/frame', duration: 6 }],
    ['gpt-image-2.6-flare', { 'image[]': ['https://files/1', 'https://files/2'], size: '1024x1280', n: 1 }],
    ['gemini-nano-banana-2.1', { pictures: ['https://files/1', 'https://files/2'], aspectRatio: '4:5' }],
  ])('%s is spoken to in its own words', (id, expected) => {
    expect(modelInput(model(id), wish)).toMatchObject(expected);
  });

  test('holds nothing a model refuses: Kling takes no seed, Stable Video Diffusion no prompt', () => {
    expect(modelInput(model('kwaivgi/kling-v2.5-turbo-pro'), wish)).not.toHaveProperty('seed');
    expect(modelInput(model('stability-ai/stable-video-diffusion'), wish)).not.toHaveProperty('prompt');
  });

  test('lengths snap up to what the model can make', () => {
    expect(orderedSeconds(model('kwaivgi/kling-v2.5-turbo-pro'), 5.1)).toBe(10);
    expect(orderedSeconds(model('google/veo-3.1-fast'), 2)).toBe(4);
    expect(orderedSeconds(model('wan-video/wan-2.2-i2v-fast'), 6)).toBeCloseTo(97 / 16);
    expect(orderedSeconds(model('stability-ai/stable-video-diffusion'), 6)).toBe(5);
  });
});

describe('prices', () => {
  test('what is held is never less than what is settled, whatever the provider reports', () => {
    const strangeFacts = [{}, { runSeconds: 1e6 }, { imageCount: 40 }, { videoSeconds: 900 }];
    for (const { price } of CATALOGUE) {
      for (const facts of strangeFacts) {
        const { micros } = actualPrice(price, facts, { seconds: 5, inputMegapixels: 100 });
        expect(micros).toBeLessThanOrEqual(upperBoundMicros(price, 5));
      }
    }
  });

  test('a price goes by resolution, and with or without sound, as the row is set', () => {
    const rates = [
      { when: { resolution: '720p', generate_audio: false }, usd: 0.1 },
      { when: { resolution: '720p', generate_audio: true }, usd: 0.15 },
    ];
    const set = (fixed: Record<string, string | boolean>) => ({
      ...model('google/veo-3.1-fast'),
      fixed,
      price: { by: 'video-second' as const, rates },
    });
    expect(priced(set({ resolution: '720p', generate_audio: true })).price).toMatchObject({ usd: 0.15 });
    expect(() => priced(set({ resolution: '4k', generate_audio: true }))).toThrow('has no price');
  });

  test('a picture is paid by its tokens, and as usual where none are told', () => {
    const { price } = model('gemini-nano-banana-2.1');
    const ordered = { seconds: 0, inputMegapixels: 0 };
    const pictureTokens = { text_in: 100, picture_in: 1_000, text_out: 200, picture_out: 1_120 };
    expect(actualPrice(price, { pictureTokens }, ordered).micros).toBe(36_750);
    expect(actualPrice(price, {}, ordered).micros).toBe(37_950);
  });

  test('a price is a guess where the provider told nothing of it, or its sources disagree', () => {
    const ordered = { seconds: 5, inputMegapixels: 1 };
    const isGuess = (id: string, facts: object) => actualPrice(model(id).price, facts, ordered).isGuess;
    expect(isGuess('kwaivgi/kling-v2.5-turbo-pro', { videoSeconds: 5 })).toBe(false);
    expect(isGuess('kwaivgi/kling-v2.5-turbo-pro', { runSeconds: 40 })).toBe(true);
    expect(isGuess('google/nano-banana-pro', { imageCount: 1 })).toBe(false);
    expect(isGuess('google/nano-banana-2', { imageCount: 1 })).toBe(true);
    expect(isGuess('black-forest-labs/flux-2-pro', { imageCount: 1 })).toBe(true);
    expect(isGuess('gpt-image-2.6-flare', {})).toBe(true);
  });

  test('music is paid by the second where its maker does', () => {
    const facts = { soundSeconds: 12 };
    const ordered = { seconds: 12, inputMegapixels: 0 };
    expect(actualPrice(model('elevenlabs/music').price, facts, ordered).micros).toBe(99_600);
  });

  test('a clip is paid by its real seconds, a picture by the piece, a run by the machine', () => {
    const ordered = { seconds: 5, inputMegapixels: 1 };
    const facts = { videoSeconds: 5.04, runSeconds: 10, imageCount: 1 };
    expect(actualPrice(model('kwaivgi/kling-v2.5-turbo-pro').price, facts, ordered).micros).toBe(352_800);
    expect(actualPrice(model('google/nano-banana').price, facts, ordered).micros).toBe(39_000);
    expect(actualPrice(model('meta/musicgen').price, facts, ordered).micros).toBe(14_000);
    expect(actualPrice(model('black-forest-labs/flux-2-pro').price, facts, ordered).micros).toBe(45_000);
  });
});
