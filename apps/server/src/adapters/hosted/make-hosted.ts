import sharp from 'sharp';
import { thriftyModel, type HostedModel } from '#src/domain/catalogue/catalogue.ts';
import { modelInput, orderedSeconds, type Wish } from '#src/domain/catalogue/model-input.ts';
import { actualPrice, MEGAPIXEL } from '#src/domain/catalogue/price.ts';
import type { Micros } from '#src/domain/money.ts';
import { stopOf } from '#src/domain/faults.ts';
import { type Failed, isFailed } from '#src/domain/spending.ts';
import type { LocalFile, MadeFile, MakeContext } from '#src/ports/makers.ts';
import type { Log } from '#src/ports/ports.ts';
import { faultOfNoOutput, outputLost, stillDownloading } from './call-faults.ts';
import { DownloadFailed, OutputGone, downloadOutput, type Downloaded } from './download-output.ts';
import { followCall, type FollowDeps, type Limits } from './follow-call.ts';
import type { ProviderCall } from './hosted-provider.ts';
import { ATTEMPT_MARK, freeToStop, payOnce, type PayOnceDeps } from './pay-once.ts';
import { uploadInputs } from './upload-inputs.ts';

export type HostedDeps = PayOnceDeps &
  FollowDeps & { log: Log; webhookUrl: string | null; limits: HostedLimits };
export type HostedLimits = Record<HostedModel['kind'], Limits>;

/** What was ordered does not matter for whether a price was told. */
const ORDERED_NOTHING = { seconds: 0, inputMegapixels: 0 };

/** One hosted call in our own words: the model, the wish, and the pictures that go with it. */
export type HostedCall = {
  model: HostedModel;
  wish: Omit<Wish, 'referenceUrls' | 'firstFrameUrl'>;
  references: readonly LocalFile[];
  firstFrame: LocalFile | null;
  warnings: string[];
};

/** Makes one file with a hosted model: upload, pay once, follow, fetch. Every step may be repeated after a crash. */
export async function makeHosted(
  deps: HostedDeps,
  call: HostedCall,
  context: MakeContext,
): Promise<MadeFile | Failed> {
  const { model, wish } = call;
  const priceOf = await priceOfCalls(deps, call);
  const begun = await begin(deps, call, context);
  if (isFailed(begun)) return begun;
  const order = { limits: deps.limits[model.kind], model: model.id, priceOf };
  const done = await followCall(deps, begun, order, context);
  if (isFailed(done)) return done;
  const actualMicros = priceOf(done);
  const stop = stopOf(context.signal);
  // It ended before it could be stopped: it is paid, and nobody wants it any more.
  if (stop?.code === 'cancelled') return { fault: stop, spent: actualMicros };
  const [url] = done.fileUrls;
  if (url === undefined) return faultOfNoOutput(done, actualMicros);
  const file = await fetchOutput(deps, url, model, context, actualMicros);
  if (isFailed(file)) return file;
  context.onProgress(1);
  return {
    ...file,
    provider: model.provider,
    model: model.id,
    actualMicros,
    isGuess: actualPrice(model.price, done.facts, ORDERED_NOTHING).isGuess,
    warnings: call.warnings,
    ...(typeof done.facts.runSeconds === 'number' && { runMs: Math.round(done.facts.runSeconds * 1000) }),
    recipe: { model: model.id, prompt: wish.prompt, seed: wish.seed },
    width: null,
    height: null,
    seconds: null,
  };
}

async function priceOfCalls(
  { log }: HostedDeps,
  { model, wish, references }: HostedCall,
): Promise<(call: ProviderCall) => Micros> {
  const ordered = {
    seconds: orderedSeconds(model, wish.seconds),
    inputMegapixels: await megapixelsOf(model, references),
  };
  return ({ id, facts }) => {
    const { micros, isAbove } = actualPrice(model.price, facts, ordered);
    if (isAbove) log.warn({ model: model.id, callId: id }, 'a price rule is outdated');
    return micros;
  };
}

async function begin(
  deps: HostedDeps,
  { model, wish, references, firstFrame }: HostedCall,
  context: MakeContext,
): Promise<ProviderCall | Failed> {
  const { attempt } = context;
  const { runMs, queueMs } = deps.limits[model.kind];
  const files = filesFor(model, references, firstFrame);
  const urls = await uploadFor(deps, files, context);
  if (isFailed(urls)) return urls;
  const input = modelInput(model, {
    ...wish,
    referenceUrls: firstFrame === null ? urls : [],
    firstFrameUrl: firstFrame === null ? null : (urls[0] ?? null),
  });
  return payOnce(
    deps,
    {
      attemptId: attempt.id,
      model: model.id,
      version: model.version ?? null,
      input,
      cancelAfterSeconds: (runMs + queueMs) / 1000,
      webhook: deps.webhookUrl === null ? null : `${deps.webhookUrl}?${ATTEMPT_MARK}=${attempt.id}`,
      hasUploads: files.length > 0,
      alternative: alternativeTo(model),
    },
    context,
  );
}

/** Not needed to follow a call that has its id, unless it may have been forgotten. */
async function uploadFor(
  { provider }: HostedDeps,
  files: readonly LocalFile[],
  { attempt, signal }: MakeContext,
): Promise<string[] | Failed> {
  if (attempt.externalId !== null && provider.recovery.by === 'list') return [];
  const upload = () => uploadInputs(provider, files, attempt.id, signal);
  // An earlier run may have created a call and lost its id.
  return attempt.isResumed ? upload() : freeToStop(signal, upload);
}

/** What an account with few calls a minute can do instead. */
function alternativeTo({ provider, kind, id }: HostedModel): string | null {
  const thrifty = thriftyModel(provider, kind);
  if (thrifty === null || thrifty.id === id) return null;
  return `${thrifty.name}, or 4 images instead of 6, would be quicker.`;
}

function filesFor(
  { map }: HostedModel,
  references: readonly LocalFile[],
  firstFrame: LocalFile | null,
): readonly LocalFile[] {
  if (firstFrame !== null) return [firstFrame];
  return map.reference ? references.slice(0, map.reference.max) : [];
}

async function fetchOutput(
  { provider }: HostedDeps,
  url: string,
  { kind }: HostedModel,
  { outDir, signal }: MakeContext,
  spent: Micros,
): Promise<Downloaded | Failed> {
  try {
    const { isFileSource: isAllowed, fileHeaders: headers } = provider;
    return await downloadOutput(url, { kind, isAllowed, outDir, signal, ...(headers && { headers }) });
  } catch (error) {
    if (error instanceof OutputGone) return outputLost(error, spent);
    if (error instanceof DownloadFailed) return stillDownloading(error);
    throw error;
  }
}

/** Some models bill what goes in, each picture to the next whole megapixel; the others spare us the look. */
async function megapixelsOf({ price, map }: HostedModel, references: readonly LocalFile[]): Promise<number> {
  if (price.by !== 'megapixel' || !map.reference) return 0;
  let megapixels = 0;
  for (const { path } of references.slice(0, map.reference.max)) {
    const { width, height } = await sharp(path, { limitInputPixels: 40_000_000 }).metadata();
    megapixels += Math.ceil((width * height) / MEGAPIXEL);
  }
  return megapixels;
}
