import type { Preferences } from '@spotsmith/contract/account';
import type { SessionOptions } from '@spotsmith/contract/sessions';
import { MEDIA_KINDS, type Provider } from '@spotsmith/contract/words';
import { type NamedModel, ownerOf } from './catalogue/catalogue.ts';
import { InvalidInput } from './faults.ts';
import { formatUsd, type Micros, usdToMicros } from './money.ts';

/** Everything is left to the installation. */
export const NO_PREFERENCES: Preferences = {
  max_cost_usd: null,
  daily_cap_usd: null,
  provider: null,
  image_provider: null,
  clip_provider: null,
  music_provider: null,
  image_model: null,
  clip_model: null,
  music_model: null,
};

/**
 * The options of a new ad: what was asked for, and what its maker prefers for the rest. A model says who makes its kind. What is
 * preferred for one kind gives way when the request names who makes the whole ad.
 */
export function withPreferences(
  options: SessionOptions,
  preferences: Preferences,
  readyProviders: readonly Provider[],
  models: readonly NamedModel[],
): SessionOptions {
  const ifReady = (wished: Provider | null | undefined) => readyProviders.find((ready) => ready === wished);
  const provider = options.provider ?? ifReady(preferences.provider);
  const chosen = MEDIA_KINDS.map((kind) => {
    const [providerKey, modelKey] = [`${kind}_provider`, `${kind}_model`] as const;
    const ownerOfPreferred = ownerOf(models, kind, preferences[modelKey]);
    const wished = options[providerKey] ?? ownerOf(models, kind, options[modelKey]);
    const preferred = ifReady(preferences[providerKey] ?? ownerOfPreferred);
    const maker = wished ?? (options.provider === undefined ? preferred : undefined) ?? provider;
    const model = options[modelKey] ?? (ownerOfPreferred === maker ? preferences[modelKey] : null);
    return {
      ...(maker !== undefined && maker !== provider && { [providerKey]: maker }),
      ...(maker !== undefined && model != null && { [modelKey]: model }),
    };
  });
  return Object.assign({}, options, provider !== undefined && { provider }, ...chosen);
}

/**
 * The cap of an ad: as wished, else as its maker prefers, else the installation's.
 * Throws InvalidInput `cap_above_maximum` when more is wished than the installation allows for one ad.
 */
export function capOfAd(
  wishedUsd: number | undefined,
  preferences: Preferences,
  { maxCostPerSessionMicros }: { maxCostPerSessionMicros: Micros },
): Micros {
  if (wishedUsd !== undefined) return withinMaximum(wishedUsd, maxCostPerSessionMicros);
  const { max_cost_usd: preferredUsd } = preferences;
  // The owner may have lowered the maximum since.
  return preferredUsd === null
    ? maxCostPerSessionMicros
    : Math.min(usdToMicros(preferredUsd), maxCostPerSessionMicros);
}

/** What a person may spend in a day: as they prefer, but never more than the installation allows. */
export function dailyCapOf(
  { daily_cap_usd: preferredUsd }: Preferences,
  { dailyCapPerUserMicros }: { dailyCapPerUserMicros: Micros },
): Micros {
  return preferredUsd === null
    ? dailyCapPerUserMicros
    : Math.min(usdToMicros(preferredUsd), dailyCapPerUserMicros);
}

/** Throws InvalidInput `cap_above_maximum`. */
export function withinMaximum(usd: number, maximumMicros: Micros): Micros {
  const micros = usdToMicros(usd);
  if (micros <= maximumMicros) return micros;
  throw new InvalidInput(
    'cap_above_maximum',
    `The cap can be at most ${formatUsd(maximumMicros)} here. Choose a lower one, or ask the owner to raise the maximum.`,
  );
}
