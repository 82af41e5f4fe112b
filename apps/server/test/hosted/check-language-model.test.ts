import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGE_MODELS } from '#src/domain/catalogue/catalogue.ts';
import { checkLanguageModel } from '#src/open-checks.ts';
import { type EmulatedLanguageModel, startLanguageModel } from '../support/start-language-model.ts';

let chat: EmulatedLanguageModel;
let emulator: Emulator;
beforeAll(async () => {
  chat = await startLanguageModel();
  emulator = await startEmulator({ media: sketchMedia(), token: 'r8_good' });
});
afterAll(async () => {
  chat.close();
  await emulator.close();
});
afterEach(() => chat.reset());

const check = (model: string, apiKey = 'sk-secret') => {
  const price = { input_usd: 1, output_usd: 4 };
  return checkLanguageModel({ kind: 'endpoint', baseUrl: chat.baseUrl, apiKey, model, price }, []);
};

test('a language model that answers is proved by one short question, with its price', async () => {
  chat.replies.push('{"is_there":true}');
  expect(await check('small-one')).toBe('small-one answers; this question cost up to $0.003.');
  expect(chat.asked).toHaveLength(1);
});

test('a wrong key and a wrong name are told apart', async () => {
  await expect(check('small-one', 'sk-wrong')).rejects.toThrow('Check LLM_API_KEY');
  await expect(check('smal-one')).rejects.toThrow('Check LLM_MODEL');
});

test('one at a hosted provider is looked up there, for nothing', async () => {
  const [llama] = LANGUAGE_MODELS;
  if (!llama) throw new Error('The catalogue has no language model.');
  const replicate = {
    provider: 'replicate',
    token: 'r8_good',
    baseUrl: emulator.baseUrl,
    webhookOrigin: null,
  } as const;
  const told = (model: typeof llama) => checkLanguageModel({ kind: 'hosted', model }, [replicate]);
  expect(await told(llama)).toContain('is offered at replicate');
  await expect(told({ ...llama, id: 'meta/gone' })).rejects.toThrow('does not offer it any more');
  expect(emulator.created()).toBe(0);
});
