import sharp from 'sharp';
import { thriftyModel, type HostedModel } from '#src/domain/catalogue/catalogue.ts';
import { modelInput, orderedSeconds, type Wish } from '#src/domain/catalogue/model-input.ts';
import { actualPrice } from '#src/domain/catalogue/price.ts';
import type { Micros } from '#src/domain/money.ts';
import type { LocalAsset, MadeFile, MakeContext } from '#src/ports/makers.ts';
import type { Log } from '#src/ports/ports.ts';
import { faultOfNoOutput, outputLost, stillDownloading } from './call-outcome.ts';
import { DownloadFailed, OutputGone, downloadOutput, type Downloaded } from './download-output.ts';
import { followPrediction, type FollowDeps, type Limits } from './follow-prediction.ts';
import { freeToStop, predictionFor, type PayOnceDeps } from './pay-once.ts';
import { outputUrls, type Prediction } from './provider-answers.ts';
import { uploadInputs } from './upload-inputs.ts';

export type HostedDeps = PayOnceDeps &
  FollowDeps & { log: Log; webhookUrl: string | null; limits: HostedLimits };
export type HostedLimits = Record<HostedModel['kind'], Limits>;

/** One hosted call in our own words: the model, the wish, and the pictures that go with it. */
export type HostedCall = {
  model: HostedModel;
  wish: Omit<Wish, 'referenceUrls' | 'firstFrameUrl'>;
  references: readonly LocalAsset[];
  firstFrame: LocalAsset | null;
  warnings: string[];
};

/** Makes one file with a hosted model: upload, pay once, follow, fetch. Every step may be repeated after a crash. */
export async function makeHosted(
  deps: HostedDeps,
  call: HostedCall,
  context: MakeContext,
): Promise<MadeFile> {
  const { model, wish } = call;
  const ordered = {
    seconds: orderedSeconds(model, wish.seconds),
    inputMegapixels: await megapixelsOf(model, call.references),
  };
  const priceOf = (prediction: Prediction): Micros => {
    const { micros, isAbove } = actualPrice(model.price, prediction.metrics ?? {}, ordered);
    if (isAbove) deps.log.warn({ model: model.id, predictionId: prediction.id }, 'a price rule is outdated');
    return micros;
  };
  const prediction = await predictionOf(deps, call, context);
  const done = await followPrediction(deps, prediction, deps.limits[model.kind], context, priceOf);
  const [url] = outputUrls(done);
  if (url === undefined) throw faultOfNoOutput(done, priceOf(done));
  const file = await fetchOutput(deps, url, model, context, () => priceOf(done));
  context.onProgress(1);
  return {
    ...file,
    provider: model.provider,
    model: model.id,
    actualMicros: priceOf(done),
    warnings: call.warnings,
    recipe: { model: model.id, prompt: wish.prompt, seed: wish.seed },
    width: null,
    height: null,
    seconds: null,
  };
}

async function predictionOf(deps: HostedDeps, call: HostedCall, context: MakeContext): Promise<Prediction> {
  const { model, wish, references, firstFrame } = call;
  const { attempt } = context;
  const { runMs, queueMs } = deps.limits[model.kind];
  const files = filesFor(model, references, firstFrame);
  const urls = await uploadFor(deps, files, context);
  const input = modelInput(model, {
    ...wish,
    referenceUrls: firstFrame === null ? urls : [],
    firstFrameUrl: firstFrame === null ? null : (urls[0] ?? null),
  });
  return predictionFor(
    deps,
    {
      slug: model.id,
      version: model.version ?? null,
      input,
      cancelAfterSeconds: (runMs + queueMs) / 1000,
      webhook: deps.webhookUrl === null ? null : `${deps.webhookUrl}?attempt=${attempt.id}`,
      hasUploads: files.length > 0,
      alternative: alternativeTo(model),
    },
    context,
  );
}

/** Not needed to follow a call that has its id. */
async function uploadFor(
  { client }: HostedDeps,
  files: readonly LocalAsset[],
  { attempt, signal }: MakeContext,
): Promise<string[]> {
  if (attempt.externalId !== null) return [];
  const upload = () => uploadInputs(client, files, attempt.id, signal);
  // An earlier run may have created a call and lost its id.
  return attempt.isResumed ? upload() : freeToStop(signal, upload);
}

/** What an account with few calls a minute can do instead. */
function alternativeTo({ kind, id }: HostedModel): string | null {
  const thrifty = thriftyModel(kind);
  if (thrifty === null || thrifty.id === id) return null;
  return `${thrifty.name}, or 4 images instead of 6, would be quicker.`;
}

function filesFor(
  { map }: HostedModel,
  references: readonly LocalAsset[],
  firstFrame: LocalAsset | null,
): readonly LocalAsset[] {
  if (firstFrame !== null) return [firstFrame];
  return map.reference ? references.slice(0, map.reference.max) : [];
}

async function fetchOutput(
  { client }: HostedDeps,
  url: string,
  { kind }: HostedModel,
  { outDir, signal }: MakeContext,
  spent: () => Micros,
): Promise<Downloaded> {
  try {
    return await downloadOutput(url, { kind, apiUrl: client.baseUrl, outDir, signal });
  } catch (error) {
    if (error instanceof OutputGone) throw outputLost(error, spent());
    if (error instanceof DownloadFailed) throw stillDownloading(error);
    throw error;
  }
}

/** Some models bill what goes in; the others spare us the look. */
async function megapixelsOf({ price, map }: HostedModel, references: readonly LocalAsset[]): Promise<number> {
  if (price.by !== 'megapixel' || !map.reference) return 0;
  let megapixels = 0;
  for (const { path } of references.slice(0, map.reference.max)) {
    const { width, height } = await sharp(path, { limitInputPixels: 40_000_000 }).metadata();
    megapixels += (width * height) / 1e6;
  }
  return megapixels;
}
