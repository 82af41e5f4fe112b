import { z } from 'zod';
import { Usd } from './common.ts';
import { ASPECT_RATIOS } from './words.ts';

/** A model that can be chosen, with where its price comes from. */
export const ModelChoice = z.object({
  id: z.string(),
  provider: z.string(),
  kind: z.enum(['image', 'clip', 'music', 'text']),
  name: z.string(),
  is_default: z.boolean(),
  takes_reference: z.boolean(),
  /** Cheap and quick: offered when the provider lets an account make few calls. */
  is_thrifty: z.boolean(),
  price_usd: Usd,
  price_unit: z.string(),
  price_as_of: z.string().nullable(),
});
export type ModelChoice = z.infer<typeof ModelChoice>;

/** What a platform covers with its own buttons and captions, as fractions of the canvas. */
export const SafeZone = z.object({
  id: z.string(),
  name: z.string(),
  aspect_ratio: z.enum(ASPECT_RATIOS),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  left: z.number(),
  /** ISO date of the figures, and where they come from. */
  as_of: z.string(),
  source: z.string(),
});
export type SafeZone = z.infer<typeof SafeZone>;

/** Lists that the Finish step offers. */
export const Options = z.object({
  fonts: z.array(z.object({ id: z.string(), name: z.string(), character: z.string() })),
  transitions: z.array(z.string()),
  music_moods: z.array(z.string()),
  safe_zones: z.array(SafeZone),
});
export type Options = z.infer<typeof Options>;

export const ModelList = z.object({ items: z.array(ModelChoice) });
