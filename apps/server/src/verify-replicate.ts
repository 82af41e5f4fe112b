import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import sharp from 'sharp';
import { downloadOutput } from './adapters/hosted/download-output.ts';
import {
  type CallOrder,
  type HostedProvider,
  isOver,
  type ProviderCall,
} from './adapters/hosted/hosted-provider.ts';
import { openProvider } from './adapters/hosted/open-provider.ts';
import { loadConfig, readEnvironment } from './config.ts';
import { CATALOGUE, type HostedModel } from './domain/catalogue/catalogue.ts';
import { modelInput, orderedSeconds } from './domain/catalogue/model-input.ts';
import { actualPrice, upperBoundMicros } from './domain/catalogue/price.ts';
import { formatUsd, type Micros } from './domain/money.ts';

/**
 * `npm run verify:replicate`: settles with a real key what was only read in documents. Never spends more than this.
 * `npm run catalogue:check` stops after what is free, and ends with 1 when a row is to be changed.
 */
const MAX_MICROS: Micros = 1_000_000;
const FOLLOW_EVERY_MS = 2_000;
const FOLLOW_FOR_MS = 10 * 60_000;

const config = loadConfig(readEnvironment());
const settings = config.hosted.find(({ provider }) => provider === 'replicate');
if (settings === undefined) {
  console.error('Set REPLICATE_API_TOKEN first.');
  process.exitCode = 1;
} else {
  await verify(openProvider(settings));
}

async function verify(provider: HostedProvider): Promise<void> {
  console.log(
    `Account: ${await provider.account()}\n\nThe catalogue, held against what the models publish (free):`,
  );
  const disagreements = await provider.disagreements(
    CATALOGUE.filter((model) => model.provider === provider.id),
  );
  console.log(
    disagreements.length === 0 ? '  all agree' : disagreements.map((line) => `  ${line}`).join('\n'),
  );

  if (process.argv.includes('--free')) {
    if (disagreements.length > 0) process.exitCode = 1;
    return;
  }
  const models = (['image', 'clip', 'music'] as const).map(cheapest);
  const most = models.reduce((sum, model) => sum + boundOf(model), 0);
  console.log(`\nTo go on, one call of each of these is made, ${formatUsd(most)} at most in all:`);
  for (const model of models)
    console.log(`  ${model.kind.padEnd(6)} ${model.id}, up to ${formatUsd(boundOf(model))}`);
  if (most > MAX_MICROS)
    throw new Error(`That is above the limit of ${formatUsd(MAX_MICROS)}; nothing was made.`);
  if (!(await isAgreed())) return console.log('Nothing was made, nothing was spent.');

  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-verify-'));
  try {
    for (const model of models) await tryModel(provider, model, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function cheapest(kind: HostedModel['kind']): HostedModel {
  const [model] = CATALOGUE.filter((row) => row.kind === kind).toSorted((a, b) => boundOf(a) - boundOf(b));
  if (!model) throw new Error(`The catalogue has no ${kind} model.`);
  return model;
}

function boundOf(model: HostedModel): Micros {
  return upperBoundMicros(model.price, orderedSeconds(model, 2));
}

async function isAgreed(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('Go on? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}

async function tryModel(provider: HostedProvider, model: HostedModel, dir: string): Promise<void> {
  console.log(`\n${model.id}`);
  const order = await orderFor(provider, model, dir);
  const created = await provider.create(order);
  console.log(`  created as ${created.id}: ${created.status}`);
  const { recovery } = provider;
  const listed =
    recovery.by === 'list' ? await recovery.listSince(60_000, AbortSignal.timeout(30_000), model.id) : [];
  const self = listed.find(({ id }) => id === created.id);
  console.log(
    `  in the list at once: ${self ? 'yes' : 'NO'}; with its input: ${Object.keys(self?.input ?? {}).length > 0 ? 'yes' : 'NO'}`,
  );
  const done = await follow(provider, created);
  const ordered = { seconds: orderedSeconds(model, 2), inputMegapixels: 0 };
  const { micros, isAbove } = actualPrice(model.price, done.facts, ordered);
  console.log(`  ended: ${done.status}${done.status === 'failed' ? ` (${done.error})` : ''}`);
  console.log(
    `  billed by: ${JSON.stringify(done.facts)} → ${formatUsd(micros)}${isAbove ? ', ABOVE our bound' : ''}`,
  );
  const [url] = done.fileUrls;
  if (url !== undefined) {
    const { mimeType } = await downloadOutput(url, {
      kind: model.kind,
      isAllowed: provider.isFileSource,
      outDir: dir,
      signal: AbortSignal.timeout(120_000),
    });
    console.log(`  file: ${mimeType} from ${new URL(url).host}`);
  }
  const cancelled = await provider.cancel(created.id).then(() => 'yes', String);
  console.log(`  cancelling what is finished answers: ${cancelled}`);
}

async function orderFor(provider: HostedProvider, model: HostedModel, dir: string): Promise<CallOrder> {
  const path = join(dir, 'grey.png');
  await sharp({ create: { width: 768, height: 432, channels: 3, background: '#8a8a8a' } })
    .png()
    .toFile(path);
  const upload = model.map.first_frame
    ? await provider.upload(path, 'image/png', 'verify', AbortSignal.timeout(60_000))
    : null;
  const input = modelInput(model, {
    prompt: 'A plain white cup on a grey table, soft light. Slow push-in.',
    negativePrompt: 'text',
    seed: 7,
    aspectRatio: '16:9',
    seconds: 2,
    motionIntensity: 0.3,
    referenceUrls: [],
    firstFrameUrl: upload,
  });
  return {
    attemptId: crypto.randomUUID(),
    model: model.id,
    version: model.version ?? null,
    input,
    cancelAfterSeconds: 600,
    webhook: null,
  };
}

async function follow(provider: HostedProvider, created: ProviderCall): Promise<ProviderCall> {
  const deadlineMs = Date.now() + FOLLOW_FOR_MS;
  let now = created;
  while (!isOver(now)) {
    if (Date.now() > deadlineMs) await provider.cancel(created.id);
    await new Promise((resolve) => setTimeout(resolve, FOLLOW_EVERY_MS));
    now = await provider.get(created.id, AbortSignal.timeout(30_000));
  }
  return now;
}
