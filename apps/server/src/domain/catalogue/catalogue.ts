import type { ModelChoice } from '@spotsmith/contract/options';
import {
  ASPECT_RATIOS,
  MAKES,
  MEDIA_KINDS,
  type MediaKind,
  PROVIDERS,
  type Provider,
} from '@spotsmith/contract/words';
import { z } from 'zod';
import { InvalidInput } from '../faults.ts';
import models from './models.json' with { type: 'json' };
import { PriceRule, TokenPrice, usualPrice } from './price.ts';

const Duration = z.strictObject({
  key: z.string(),
  /** `fps-of-25-frames`: the model makes 25 frames whatever happens; slower playback makes the clip longer. */
  unit: z.enum(['seconds', 'milliseconds', 'frames', 'fps-of-25-frames']),
  fps: z.number().optional(),
  /** The only values it takes, from the shortest clip to the longest; else everything from `min` to `max`. */
  allowed: z.array(z.number()).min(1).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** It wants the number as text. */
  is_text: z.boolean().optional(),
});
export type Duration = z.infer<typeof Duration>;

/** What a model calls the things that every model of its kind is told. A missing entry: it takes no such thing. */
const InputMap = z.strictObject({
  prompt: z.string().optional(),
  negative_prompt: z.string().optional(),
  /** `is_faithful`: it keeps the product of the picture, and does not only borrow its mood. */
  reference: z
    .strictObject({
      key: z.string(),
      max: z.int(),
      is_list: z.boolean().default(false),
      is_faithful: z.boolean().default(false),
    })
    .optional(),
  first_frame: z.string().optional(),
  duration: Duration.optional(),
  motion: z.strictObject({ key: z.string(), min: z.number(), max: z.number() }).optional(),
  /** `names`: what it calls them, e.g. by their pixels; else as we do. */
  aspect: z
    .strictObject({
      key: z.string(),
      allowed: z.array(z.enum(ASPECT_RATIOS)),
      names: z.partialRecord(z.enum(ASPECT_RATIOS), z.string()).optional(),
    })
    .optional(),
  size: z
    .strictObject({ width: z.string(), height: z.string(), megapixels: z.number(), multiple: z.int() })
    .optional(),
  seed: z.string().optional(),
});

const Fixed = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const HostedModel = z.strictObject({
  id: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/),
  name: z.string(),
  provider: z.enum(PROVIDERS),
  kind: z.enum(MEDIA_KINDS),
  /** Community models are called by version. */
  version: z.string().length(64).optional(),
  default_for: z.array(z.enum(['photo', 'no-photo'])).default([]),
  /** Offered when the account's limits bite. */
  is_thrifty: z.boolean().default(false),
  map: InputMap,
  /** Sent with every request as it stands. */
  fixed: Fixed,
  output: z.enum(['string', 'array']),
  price: PriceRule,
  price_as_of: z.iso.date(),
  source: z.string(),
  /** Why it may answer no more, in a sentence that goes on behind its name; it is told before anything is paid. */
  retired: z.string().optional(),
});
export type HostedModel = z.infer<typeof HostedModel>;
export type HostedKind = MediaKind;

/** A language model of the provider. All of them take `prompt`. */
const HostedLanguageModel = HostedModel.pick({
  id: true,
  name: true,
  provider: true,
  price_as_of: true,
  source: true,
}).extend({
  price_per_million_tokens: TokenPrice,
  /** What it calls the rest. A missing entry: it takes no such thing. */
  map: z.strictObject({
    system: z.string().optional(),
    limit: z.string().optional(),
    temperature: z.string().optional(),
    /** A list of pictures. */
    pictures: z.string().optional(),
  }),
  fixed: Fixed.default({}),
  /** It thinks before it answers, which is paid as part of the answer. */
  thinks: z.boolean().default(false),
});
export type HostedLanguageModel = z.infer<typeof HostedLanguageModel>;

/** So much by what is sent with every request: by resolution, with or without sound. The first that fits counts. */
const Rates = z.strictObject({
  by: z.enum(['file', 'video-second']),
  rates: z.array(z.strictObject({ when: Fixed, usd: z.number().positive() })).min(1),
});
const Row = HostedModel.omit({ price: true }).extend({ price: z.union([PriceRule, Rates]) });

/** A row with the price that its settings have. Throws Error when they have none. */
export function priced({ price, ...row }: z.infer<typeof Row>): HostedModel {
  if (!('rates' in price)) return { ...row, price };
  const fits = ([key, value]: [string, unknown]) => row.fixed[key] === value;
  const rate = price.rates.find(({ when }) => Object.entries(when).every(fits));
  if (rate === undefined) throw new Error(`${row.id} has no price for its settings in models.json.`);
  return { ...row, price: { by: price.by, usd: rate.usd } };
}

const file = z
  .strictObject({
    as_of: z.iso.date(),
    note: z.string(),
    models: z.array(Row),
    language_models: z.array(HostedLanguageModel),
  })
  .parse(models);

/** Every hosted model this version knows that makes media. The file is checked when it is loaded. */
export const CATALOGUE: readonly HostedModel[] = file.models.map(priced);
/** Those that write. */
export const LANGUAGE_MODELS: readonly HostedLanguageModel[] = file.language_models;

/**
 * Of a provider's models the one for a request: the one asked for, or the usual one. With a product photo a model that only borrows a
 * picture's mood gives way to one that keeps the product, unless it was asked for by name. Null when there is no such.
 */
export function chooseModel(
  models: readonly HostedModel[],
  kind: HostedKind,
  wishedId: string | null,
  hasPhoto: boolean,
): HostedModel | null {
  const ofKind = models.filter((model) => model.kind === kind);
  if (wishedId !== null) return ofKind.find((model) => model.id === wishedId) ?? null;
  return ofKind.find((model) => model.default_for.includes(hasPhoto ? 'photo' : 'no-photo')) ?? null;
}

/** A hosted model or a workflow, as far as one is chosen by name. */
export type NamedModel = Pick<HostedModel, 'id' | 'kind' | 'provider'>;

/** The catalogue and the workflows of this installation. */
export function namedModels(workflows: readonly Pick<HostedModel, 'id' | 'kind'>[]): NamedModel[] {
  return [...CATALOGUE, ...workflows.map(({ id, kind }) => ({ id, kind, provider: 'comfyui' as const }))];
}

/** Whose model it is; undefined when none is named, or nobody has it. */
export function ownerOf(
  models: readonly NamedModel[],
  kind: HostedKind,
  id: string | null | undefined,
): Provider | undefined {
  return models.find((model) => model.kind === kind && model.id === id)?.provider;
}

type Wishes = Partial<Record<`${HostedKind}_model`, string | null | undefined>> &
  Partial<Record<`${HostedKind}_provider`, Provider | null | undefined>>;

/**
 * Throws InvalidInput `unknown_model` for a model that nobody has, or another provider than the one named beside it, and
 * `provider_makes_none` for a provider that does not make such media. None, or null, is the usual one.
 */
export function assertKnownModels(wished: Wishes, models: readonly NamedModel[]): void {
  for (const kind of MEDIA_KINDS) {
    const [id, provider] = [wished[`${kind}_model`], wished[`${kind}_provider`]];
    if (provider != null && !MAKES[provider].includes(kind)) {
      const message = `"${provider}" has no ${kind} models. Choose another provider for this.`;
      throw new InvalidInput('provider_makes_none', message);
    }
    if (id == null) continue;
    const owner = ownerOf(models, kind, id);
    if (owner !== undefined && owner === (provider ?? owner)) continue;
    const place = provider == null ? 'here' : `at "${provider}"`;
    const message = `There is no ${kind} model "${id}" ${place}. Choose one of the list.`;
    throw new InvalidInput('unknown_model', message);
  }
}

/** The model to offer when the account may make few calls a minute. */
export function thriftyModel(provider: Provider, kind: HostedKind): HostedModel | null {
  const ofKind = CATALOGUE.filter((model) => model.provider === provider && model.kind === kind);
  return ofKind.find((model) => model.is_thrifty) ?? null;
}

/** The choice as the API and the web studio show it. */
export function modelChoices(models: readonly HostedModel[]): ModelChoice[] {
  return models.map((model) => ({
    id: model.id,
    provider: model.provider,
    kind: model.kind,
    name: model.name,
    is_default: model.default_for.includes('photo'),
    takes_reference: model.map.reference?.is_faithful ?? model.map.first_frame !== undefined,
    is_thrifty: model.is_thrifty,
    ...usualPrice(model.price),
    price_as_of: model.price_as_of || null,
  }));
}
