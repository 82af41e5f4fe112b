import type { Provider } from '@spotsmith/contract/words';
import { NEVER, clipPrompt, musicPrompt, softened } from '#src/domain/catalogue/call-words.ts';
import {
  CATALOGUE,
  chooseModel,
  type HostedKind,
  type HostedLanguageModel,
  type HostedModel,
} from '#src/domain/catalogue/catalogue.ts';
import { orderedSeconds } from '#src/domain/catalogue/model-input.ts';
import { upperBoundMicros } from '#src/domain/catalogue/price.ts';
import { Permanent } from '#src/domain/faults.ts';
import type { LanguageModel } from '#src/ports/language-model.ts';
import type { ClipRequest, ImageRequest, MakeContext, MusicRequest, Quote } from '#src/ports/makers.ts';
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
};

export type Hosted = {
  id: Provider;
  makers: MediaMakers;
  languageModel(model: HostedLanguageModel): LanguageModel;
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
  return {
    id,
    makers: {
      image: {
        quote: (request) => quoteImage(id, request),
        make: (request, context) => makeHosted(deps, imageCall(id, request, context), context),
      },
      clip: {
        quote: (request) => quoteClip(id, request),
        make: (request, context) => makeHosted(deps, clipCall(id, request, context), context),
      },
      music: {
        quote: (request) => quoteMusic(id, request),
        make: (request, context) => makeHosted(deps, musicCall(id, request), context),
      },
    },
    languageModel: (model) => hostedLanguageModel(deps, model),
    disagreements: () => provider.disagreements(CATALOGUE.filter((model) => model.provider === id)),
    async receiveWebhook(headers, rawBody) {
      const callId = await provider.verifyWebhook(headers, rawBody);
      if (callId !== null) await options.signals.send(callId);
      return callId !== null;
    },
  };
}

function imageCall(provider: Provider, request: ImageRequest, { previousTrouble }: MakeContext): HostedCall {
  const model = modelFor(provider, 'image', request.model, request.photos.length > 0);
  const { prompt, warnings } = softenedAfterRefusal(request.prompt, previousTrouble);
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
    warnings,
  };
}

function clipCall(provider: Provider, request: ClipRequest, { previousTrouble }: MakeContext): HostedCall {
  const { brief, direction, image } = request;
  const model = modelFor(provider, 'clip', request.model, true);
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
    warnings: isShorter ? [...warnings, shorter] : warnings,
  };
}

function musicCall(provider: Provider, { brief, mood, seconds, seed, model }: MusicRequest): HostedCall {
  return {
    model: modelFor(provider, 'music', model, true),
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

function quoteImage(
  provider: Provider,
  request: Omit<ImageRequest, 'photos'> & { photos?: ImageRequest['photos'] },
): Quote {
  // An estimate does not know the photos yet; most ads have one.
  const hasPhoto = request.photos === undefined || request.photos.length > 0;
  return quoteOf(modelFor(provider, 'image', request.model, hasPhoto), 0, 'image');
}

function quoteClip(
  provider: Provider,
  { model, direction }: Pick<ClipRequest, 'model' | 'direction'>,
): Quote {
  return quoteOf(modelFor(provider, 'clip', model, true), direction.seconds, 'second');
}

function quoteMusic(provider: Provider, { model, seconds }: Pick<MusicRequest, 'model' | 'seconds'>): Quote {
  return quoteOf(modelFor(provider, 'music', model, true), seconds, 'second');
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
  provider: Provider,
  kind: HostedKind,
  wishedId: string | null,
  hasPhoto: boolean,
): HostedModel {
  const model = chooseModel(provider, kind, wishedId, hasPhoto);
  if (model !== null) return model;
  throw new Permanent('model_not_found', `There is no ${kind} model “${wishedId}”. Choose another one.`);
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
