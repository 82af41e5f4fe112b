import { z } from 'zod';
import { Usd } from './common.ts';

/** A model that can be chosen, with where its price comes from. */
export const ModelChoice = z.object({
  id: z.string(),
  provider: z.string(),
  kind: z.enum(['image', 'clip', 'music', 'text']),
  name: z.string(),
  is_default: z.boolean(),
  takes_reference: z.boolean(),
  price_usd: Usd,
  price_unit: z.string(),
  price_as_of: z.string().nullable(),
});
export type ModelChoice = z.infer<typeof ModelChoice>;

/** Lists that the Finish step offers. */
export const Options = z.object({
  fonts: z.array(z.object({ id: z.string(), name: z.string(), character: z.string() })),
  transitions: z.array(z.string()),
  music_moods: z.array(z.string()),
});
export type Options = z.infer<typeof Options>;

export const ModelList = z.object({ items: z.array(ModelChoice) });
