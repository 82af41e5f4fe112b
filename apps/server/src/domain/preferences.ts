import type { Preferences } from '@spotsmith/contract/account';
import type { SessionOptions } from '@spotsmith/contract/sessions';
import type { Provider } from '@spotsmith/contract/words';
import { InvalidInput } from './faults.ts';
import { formatUsd, type Micros, usdToMicros } from './money.ts';

/** Everything is left to the installation. */
export const NO_PREFERENCES: Preferences = {
  max_cost_usd: null,
  daily_cap_usd: null,
  provider: null,
  image_model: null,
  clip_model: null,
  music_model: null,
};

/** The options of a new ad: what was asked for, and what its maker prefers for the rest. Models belong to hosted media. */
export function withPreferences(
  options: SessionOptions,
  preferences: Preferences,
  readyProviders: readonly Provider[],
): SessionOptions {
  const preferred = readyProviders.find((ready) => ready === preferences.provider);
  const provider = options.provider ?? preferred;
  if (provider === undefined) return options;
  if (provider === 'studio') return { ...options, provider };
  const models = (['image_model', 'clip_model', 'music_model'] as const).flatMap((key) => {
    const model = options[key] ?? preferences[key];
    return model === null ? [] : [[key, model]];
  });
  return { ...options, provider, ...Object.fromEntries(models) };
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
