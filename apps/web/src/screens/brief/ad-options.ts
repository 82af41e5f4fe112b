import { MAX_IMAGES, MAX_SCENES, MIN_IMAGES } from '@spotsmith/contract/limits';
import type { Installation, Preferences } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import type { CreateSession } from '@spotsmith/contract/sessions';
import type { AspectRatio, Provider } from '@spotsmith/contract/words';
import { type Makers, modelOf } from './makers.ts';

/** What the maker chooses before the brief is written. */
export type AdOptions = Makers & {
  num_images: number;
  style_keywords: string[];
  aspect_ratio: AspectRatio;
  target_seconds: 6 | 10 | 15 | 30;
  /** Else the prompt may say how long the ad is. */
  has_chosen_length: boolean;
  provider: Provider;
  max_cost_usd: number;
  use_brand_kit: boolean;
};

export const IMAGE_COUNTS = Array.from(
  { length: MAX_IMAGES - MIN_IMAGES + 1 },
  (_, index) => MIN_IMAGES + index,
);

/** What the maker prefers; else the local studio to begin with: it costs nothing and needs no key. */
export function firstOptions(installation: Installation, preferences: Preferences): AdOptions {
  const { max_cost_per_session_usd: mostUsd, providers } = installation;
  const isReady = providers.some(({ id, is_ready }) => id === preferences.provider && is_ready);
  const { image_model, clip_model, music_model } = preferences;
  const { image_provider, clip_provider, music_provider } = preferences;
  return {
    num_images: 6,
    style_keywords: [],
    aspect_ratio: '16:9',
    target_seconds: 15,
    has_chosen_length: false,
    provider: isReady ? (preferences.provider ?? 'studio') : 'studio',
    max_cost_usd: Math.min(preferences.max_cost_usd ?? mostUsd, mostUsd),
    use_brand_kit: true,
    ...{ image_model, clip_model, music_model, image_provider, clip_provider, music_provider },
  };
}

/** The options as they are sent: what is left open not at all. */
export function optionsRequest(options: AdOptions): Omit<CreateSession, 'prompt' | 'review'> {
  const { target_seconds, has_chosen_length, ...others } = options;
  const chosen = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null));
  return { ...(chosen as Chosen<typeof others>), ...(has_chosen_length && { target_seconds }) };
}

type Chosen<Options> = { [Key in keyof Options as null extends Options[Key] ? never : Key]: Options[Key] } & {
  [Key in keyof Options as null extends Options[Key] ? Key : never]?: NonNullable<Options[Key]>;
};

export type ForeseenCost = { images: number; clips: number; total: number };

/**
 * A first idea of the cost in dollars, from the price list: every image once and one clip for each scene of about
 * three seconds. The server's own estimate, from the models' exact rules, takes over once the ad exists.
 */
export function foreseeCost(options: AdOptions, models: readonly ModelChoice[]): ForeseenCost {
  const clipCount = Math.min(MAX_SCENES, Math.max(1, Math.round(options.target_seconds / 3)));
  const clip = modelOf('clip', options, models);
  const clipUnits = clip?.price_unit.includes('second') === true ? options.target_seconds : clipCount;
  const images = (modelOf('image', options, models)?.price_usd ?? 0) * options.num_images;
  const clips = (clip?.price_usd ?? 0) * clipUnits;
  return { images, clips, total: images + clips };
}
