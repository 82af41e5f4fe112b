import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { rateLimiter } from '#src/adapters/postgres/rate-limiter.ts';
import { languageTextModel } from '#src/adapters/language/language-text-model.ts';
import { LANGUAGE_MODELS } from '#src/domain/catalogue/catalogue.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { Aborted } from '#src/domain/faults.ts';
import type { TextModel } from '#src/ports/makers.ts';
import { failed, made } from '../support/made.ts';
import { openHostedWorld, type HostedWorld } from './hosted-world.ts';

const request = {
  prompt: 'Crema, the espresso cup for slow mornings',
  photoCount: 1,
  brandColours: [],
  styleKeywords: [],
  numImages: 4,
  seed: 7,
};
const ANSWER = {
  product_name: 'Crema',
  category: 'cup',
  description: 'An espresso cup.',
  audience: 'people who take their time',
  tone: 'relaxed',
  palette: [],
  call_to_action: 'Slow down',
  language: 'en',
  claims: [],
  assumptions: [],
  settings: ['on a sunlit sill', 'by a window', 'in two hands', 'on oak'],
  label: '',
  hook: '',
  benefits: [],
};

let world: HostedWorld;
let writer: TextModel;
const told: { prompt: string; systemPrompt: string; pictures: number }[] = [];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  const text = async (order: (typeof told)[number]) => {
    told.push(order);
    return `Here you are: ${JSON.stringify(ANSWER)}`;
  };
  world = await openHostedWorld({ media: { ...sketchMedia(), text } });
  const [llama] = LANGUAGE_MODELS;
  if (!llama) throw new Error('The catalogue has no language model.');
  writer = languageTextModel(world.hosted.languageModel(llama), quiet);
});
afterAll(() => world.close());
afterEach(() => {
  told.length = 0;
  world.emulator.faults.clear();
});

test('a hosted language model writes the brief, told the schema in words, at the price of its tokens', async () => {
  const { brief, provider, model, actualMicros, warnings } = await made(
    writer.writeBrief(request, await world.aContext(), null),
  );
  expect(brief.audience).toBe('people who take their time');
  expect({ provider, model }).toEqual({ provider: 'replicate', model: 'meta/meta-llama-3-70b-instruct' });
  expect(told[0]?.systemPrompt).toContain('"product_name"');
  expect(told[0]?.systemPrompt).not.toContain('slow mornings');
  // The emulator counts 300 tokens in and 200 out, at $0.65 and $2.75 a million.
  expect(actualMicros).toBe(745);
  expect(warnings).toEqual([]);
});

test('a question whose answer was lost counts as paid, is not asked again, and the rules write', async () => {
  world.emulator.faults.arm('create', 'reset-after');
  const before = world.emulator.created();
  const { brief, actualMicros, warnings } = await made(
    writer.writeBrief(request, await world.aContext(), null),
  );
  expect(world.emulator.created() - before).toBe(1);
  expect(brief).toEqual(writeBriefByRules(request));
  expect(warnings).toHaveLength(1);
  expect(actualMicros).toBe(writer.quote.maxMicros / 2);
});

test('a refusal is free', async () => {
  world.emulator.faults.arm('create', 'out-of-credit');
  const { actualMicros, warnings } = await made(writer.writeBrief(request, await world.aContext(), null));
  expect(actualMicros).toBe(0);
  expect(warnings).toHaveLength(1);
});

test('a cancel while the question waits its turn costs nothing, one that is being answered costs what the provider says', async () => {
  const cancel = new Aborted('cancelled', 'Cancelled.');
  const before = world.emulator.created();
  const waiting = await world.aContext({ signal: AbortSignal.abort(cancel) });
  await rateLimiter(world.database.drizzle).pause('replicate', 5_000, null);
  expect(await failed(writer.writeBrief(request, waiting, null))).toMatchObject({
    fault: { code: 'cancelled' },
    spent: 0,
  });
  await world.forgetLimits();
  expect(world.emulator.created()).toBe(before);

  const controller = new AbortController();
  world.emulator.faults.arm('run', 'never-finish');
  const asking = await world.aContext({ signal: controller.signal });
  const asked = failed(writer.writeBrief(request, asking, null));
  await vi.waitUntil(() => world.emulator.created() > before, { timeout: 60_000 });
  controller.abort(cancel);
  const { fault, spent } = await asked;
  expect(fault).toMatchObject({ code: 'cancelled' });
  expect(spent).toBeGreaterThan(0);
});

function rowOf(id: string) {
  const row = LANGUAGE_MODELS.find((model) => model.id === id);
  if (!row) throw new Error(`There is no ${id}.`);
  return row;
}

test('a hosted language model that sees is shown the photo', async () => {
  const seeing = languageTextModel(world.hosted.languageModel(rowOf('openai/gpt-5-nano')), quiet);
  expect(seeing.seesPhoto).toBe(true);
  const { warnings } = await made(seeing.writeBrief(request, await world.aContext(), world.photo));
  expect(warnings).toEqual([]);
  expect(told.at(-1)?.pictures).toBe(1);
});

test('what a hosted language model does not take is learned from its refusal, for nothing, and remembered', async () => {
  const row = rowOf('openai/gpt-5-nano');
  const model = { ...row, map: { ...row.map, limit: 'max_tokens', temperature: 'temperature' } };
  const asker = languageTextModel(world.hosted.languageModel(model), quiet);
  const before = world.emulator.created();
  for (let briefs = 1; briefs <= 2; briefs++) {
    const { warnings } = await made(asker.writeBrief(request, await world.aContext(), world.photo));
    expect(warnings).toEqual([]);
    expect(world.emulator.created() - before).toBe(briefs);
  }
});

test('a hosted language model that takes no system prompt is told all in one, one that turns out blind without the photo', async () => {
  const row = rowOf('meta/meta-llama-3-70b-instruct');
  const model = { ...row, map: { system: 'instructions', pictures: 'images' } };
  const asker = languageTextModel(world.hosted.languageModel(model), quiet);
  await made(asker.writeBrief(request, await world.aContext(), world.photo));
  expect(told.at(-1)?.prompt).toContain('"product_name"');
  expect(told.at(-1)?.pictures).toBe(0);
  expect(asker.seesPhoto).toBe(false);
});
