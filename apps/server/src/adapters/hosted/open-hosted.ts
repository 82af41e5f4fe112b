import type { Provider } from '@spotsmith/contract/words';
import { promptWithoutPhoto } from '#src/domain/brief/views.ts';
import { NEVER, clipPrompt, musicPrompt, softened } from '#src/domain/catalogue/call-words.ts';
import {
  CATALOGUE,
  chooseModel,
  type HostedKind,
  type HostedLanguageModel,
  type HostedModel,
} from '#src/domain/catalogue/catalogue.ts';
import { orderedSeconds } from '#src/domain/catalogue/model-input.ts';
import { shortcomings } from '#src/domain/catalogue/shortcomings.ts';
import { upperBoundMicros } from '#src/domain/catalogue/price.ts';
import { Permanent } from '#src/domain/faults.ts';
import type { LanguageModel } from '#src/ports/language-model.ts';
import type { Failed } from '#src/domain/spending.ts';
import type { GraphicsCards } from '#src/ports/graphics-cards.ts';
import type {
  ClipRequest,
  ImageRequest,
  LocalFile,
  MadeFile,
  MakeContext,
  MusicRequest,
  Quote,
} from '#src/ports/makers.ts';
import type { Log, MediaMakers, Ports } from '#src/ports/ports.ts';
import type { RateLimiter } from '#src/ports/rate-limiter.ts';
import type { WebhookSignals } from '#src/ports/webhook-signals.ts';
import { hostedLanguageModel } from './hosted-language-model.ts';
import type { HostedProvider, WebhookHeaders } from './hosted-provider.ts';
import { makeHosted, type HostedCall, type HostedDeps, type HostedLimits } from './make-hosted.ts';
import { TIMING, type Timing } from './pay-once.ts';

const MINUTE_MS = 60_000;
const LIMITS: HostedLimits = {
  image: { runMs: 2 * MINUTE_MS, queueMs: 10 * MINUTE_MS },
  clip: { runMs: 5 * MINUTE_MS, queueMs: 15 * MINUTE_MS },
  music: { runMs: 5 * MINUTE_MS, queueMs: 15 * MINUTE_MS },
};

const SAMPLE_SECONDS = 2;
const SAMPLE_PROMPTS = {
  image: 'A red espresso cup on a wooden table in warm morning light, photograph.',
  clip: 'The camera pushes in slowly on a red espresso cup, steam rises.',
};

export type HostedOptions = {
  /** Shared by all processes, so that together they keep the account's limit. */
  limiter: RateLimiter;
  /** Carries webhooks to the process that waits. */
  signals: WebhookSignals;
  failpoint: Ports['failpoint'];
  log: Log;
  /** Where the provider may report progress, over https; null polls only. */
  webhookUrl?: string | null;
  /** Shorter for tests. */
  timing?: Partial<Timing>;
  limits?: Partial<HostedLimits>;
  /** The provider's models as they are now; those of the catalogue when not given. */
  models?: () => Promise<readonly HostedModel[]>;
};

export type Hosted = {
  id: Provider;
  /** Its models as they are now, the usual ones marked. */
  models(): Promise<readonly HostedModel[]>;
  makers: MediaMakers;
  languageModel(model: HostedLanguageModel): LanguageModel;
  /** Makes one picture or clip from a picture by this model, outside of any ad. */
  tryOut(model: HostedModel, picture: LocalFile, context: MakeContext): Promise<MadeFile | Failed>;
  /** Only of one's own graphics cards. */
  graphicsCards?: GraphicsCards;
  /** What the catalogue and the provider's own schemas disagree about, in sentences. Free. */
  disagreements(): Promise<string[]>;
  /** True when the webhook is genuine; whoever waits for its call looks at once. */
  receiveWebhook(headers: WebhookHeaders, rawBody: string): Promise<boolean>;
};

/** The image, clip and music models of a provider, each call paid once. */
export function openHosted(provider: HostedProvider, options: HostedOptions): Hosted {
  const { webhookUrl = null } = options;
  const timing = { ...TIMING, ...options.timing };
  const limits = { ...LIMITS, ...options.limits };
  const deps: HostedDeps = { ...options, provider, webhookUrl, timing, limits };
  const { id } = provider;
  const inCatalogue = CATALOGUE.filter((model) => model.provider === id);
  const models = options.models ?? (async () => inCatalogue);
  const choose = async (kind: HostedKind, wishedId: string | null, hasPhoto: boolean) =>
    modelFor(await models(), kind, wishedId, hasPhoto);
  return {
    id,
    models,
    makers: {
      image: {
        // An estimate does not know the photos yet; most ads have one.
        async quote({ model: wishedId, photos, aspectRatio }) {
          const model = await choose('image', wishedId, photos === undefined || photos.length > 0);
          const notices = shortcomings(model, await models(), aspectRatio);
          return { ...quoteOf(model, 0, 'image'), notices };
        },
        async make(request, context) {
          const model = await choose('image', request.model, request.photos.length > 0);
          return makeHosted(deps, imageCall(model, request, context), context);
        },
      },
      clip: {
        async quote({ model: wishedId, direction, aspectRatio }) {
          const model = await choose('clip', wishedId, true);
          const notices = shortcomings(model, await models(), aspectRatio);
          return { ...quoteOf(model, direction.seconds, 'second'), notices };
        },
        make: async (request, context) =>
          makeHosted(deps, clipCall(await choose('clip', request.model, true), request, context), context),
      },
      music: {
        quote: async ({ model, seconds }) => quoteOf(await choose('music', model, true), seconds, 'second'),
        make: async (request, context) =>
          makeHosted(deps, musicCall(await choose('music', request.model, true), request), context),
      },
    },
    languageModel: (model) => hostedLanguageModel(deps, model),
    tryOut: (model, picture, context) => makeHosted(deps, sampleCall(model, picture), context),
    disagreements: () => provider.disagreements(inCatalogue),
    async receiveWebhook(headers, rawBody) {
      const callId = await provider.verifyWebhook(headers, rawBody);
      if (callId !== null) await options.signals.send(callId);
      return callId !== null;
    },
  };
}

function imageCall(
  usual: HostedModel,
  request: ImageRequest,
  { previousTrouble }: Pick<MakeContext, 'previousTrouble'>,
): HostedCall {
  const seesPhoto = usual.map.reference !== undefined && request.photos.length > 0;
  const words = seesPhoto
    ? request.prompt
    : promptWithoutPhoto(request.prompt, request.brief.product.description);
  const { prompt, warnings } = softenedAfterRefusal(words, previousTrouble);
  const { model, notices } = smallerAfterOverflow(usual, previousTrouble);
  return {
    model,
    wish: {
      prompt,
      negativePrompt: NEVER,
      seed: seedOf(request, previousTrouble),
      aspectRatio: request.aspectRatio,
      seconds: 0,
      motionIntensity: 0,
    },
    references: turned(request.photos, request.index),
    firstFrame: null,
    warnings: [...warnings, ...notices],
  };
}

function clipCall(
  usual: HostedModel,
  request: ClipRequest,
  { previousTrouble }: Pick<MakeContext, 'previousTrouble'>,
): HostedCall {
  const { brief, direction, image } = request;
  const { model, notices } = smallerAfterOverflow(usual, previousTrouble);
  const { prompt, warnings } = softenedAfterRefusal(clipPrompt(brief, direction), previousTrouble);
  const seconds = orderedSeconds(model, direction.seconds);
  const isShorter = seconds < direction.seconds - 0.1;
  const shorter = `${model.name} makes clips of at most ${seconds.toFixed(1)} s; this one is shorter than planned.`;
  return {
    model,
    wish: {
      prompt,
      negativePrompt: NEVER,
      seed: seedOf(request, previousTrouble),
      aspectRatio: request.aspectRatio,
      seconds: direction.seconds,
      motionIntensity: direction.motion_intensity,
    },
    references: [],
    firstFrame: image,
    warnings: [...warnings, ...notices, ...(isShorter ? [shorter] : [])],
  };
}

function musicCall(model: HostedModel, { brief, mood, seconds, seed }: MusicRequest): HostedCall {
  return {
    model,
    wish: {
      prompt: musicPrompt(mood, brief),
      negativePrompt: '',
      seed,
      aspectRatio: '16:9',
      seconds,
      motionIntensity: 0,
    },
    references: [],
    firstFrame: null,
    warnings: [],
  };
}

function sampleCall(model: HostedModel, picture: LocalFile): HostedCall {
  const isClip = model.kind === 'clip';
  return {
    model,
    wish: {
      prompt: SAMPLE_PROMPTS[isClip ? 'clip' : 'image'],
      negativePrompt: NEVER,
      seed: 7,
      aspectRatio: '1:1',
      seconds: SAMPLE_SECONDS,
      motionIntensity: 0.5,
    },
    references: isClip ? [] : [picture],
    firstFrame: isClip ? picture : null,
    warnings: [],
  };
}

function quoteOf(model: HostedModel, wishedSeconds: number, unitName: string): Quote {
  const seconds = orderedSeconds(model, wishedSeconds);
  return {
    provider: model.provider,
    model: model.id,
    maxMicros: upperBoundMicros(model.price, seconds),
    units: unitName === 'second' ? seconds : 1,
    unitName,
  };
}

function modelFor(
  models: readonly HostedModel[],
  kind: HostedKind,
  wishedId: string | null,
  hasPhoto: boolean,
): HostedModel {
  const model = chooseModel(models, kind, wishedId, hasPhoto);
  if (model !== null) return model;
  if (wishedId === null) {
    const message = `No ${kind} model is ready here. Choose another provider, or add one in the settings.`;
    throw new Permanent('model_not_found', message);
  }
  throw new Permanent('model_not_found', `There is no ${kind} model “${wishedId}”. Choose another one.`);
}

/** Half as many pixels after a graphics card had no room for all of them. */
function smallerAfterOverflow(
  model: HostedModel,
  previousTrouble: string | null,
): { model: HostedModel; notices: string[] } {
  const { size } = model.map;
  if (previousTrouble !== 'gpu_out_of_memory' || size === undefined) return { model, notices: [] };
  const smaller = { ...size, megapixels: size.megapixels / 2 };
  const notice = 'The graphics card ran out of memory, so this was made with half as many pixels.';
  return { model: { ...model, map: { ...model.map, size: smaller } }, notices: [notice] };
}

/** Several photos take turns at being the first, which is the one that models of a single reference see. */
function turned<Item>(items: readonly Item[], by: number): Item[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function softenedAfterRefusal(
  prompt: string,
  previousTrouble: string | null,
): { prompt: string; warnings: string[] } {
  if (previousTrouble !== 'provider_unsafe') return { prompt, warnings: [] };
  const softer = softened(prompt);
  return { prompt: softer.prompt, warnings: [softer.change] };
}

/** One seed for all pictures of an ad; another for a picture drawn again, or after the model failed with this one. */
function seedOf(
  { seed, versionNumber }: { seed: number; versionNumber: number },
  previousTrouble: string | null,
): number {
  const isRepeated = previousTrouble === 'provider_failed';
  return (seed + (versionNumber - 1) + (isRepeated ? 1009 : 0)) % 2_147_483_647;
}
