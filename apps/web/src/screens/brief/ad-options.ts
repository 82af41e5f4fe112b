import type { Installation } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import type { AspectRatio, Provider } from '@spotsmith/contract/words';

/** What the maker chooses before the brief is written. */
export type AdOptions = {
  num_images: number;
  style_keywords: string[];
  aspect_ratio: AspectRatio;
  target_seconds: 6 | 10 | 15 | 30;
  provider: Provider;
  max_cost_usd: number;
};

export const IMAGE_COUNTS = [4, 5, 6, 7, 8] as const;

/** The local studio to begin with: it costs nothing and needs no key. */
export function firstOptions(installation: Installation): AdOptions {
  return {
    num_images: 6,
    style_keywords: [],
    aspect_ratio: '16:9',
    target_seconds: 15,
    provider: 'studio',
    max_cost_usd: installation.max_cost_per_session_usd,
  };
}

export type ForeseenCost = { images: number; clips: number; total: number };

/**
 * A first idea of the cost in dollars, from the price list: every image once and one clip for each scene of about
 * three seconds. The server's own estimate, from the models' exact rules, takes over once the ad exists.
 */
export function foreseeCost(options: AdOptions, models: readonly ModelChoice[]): ForeseenCost {
  const priceOf = (kind: ModelChoice['kind']) =>
    models.find((model) => model.kind === kind && model.provider === options.provider && model.is_default);
  const clipCount = Math.min(6, Math.max(1, Math.round(options.target_seconds / 3)));
  const clip = priceOf('clip');
  const clipUnits = clip?.price_unit.includes('second') === true ? options.target_seconds : clipCount;
  const images = (priceOf('image')?.price_usd ?? 0) * options.num_images;
  const clips = (clip?.price_usd ?? 0) * clipUnits;
  return { images, clips, total: images + clips };
}
