import { z } from 'zod';
import { HexColour, plainText } from './common.ts';
import { Facts } from './facts.ts';
import { TONES, VIEWS } from './words.ts';

/** What is sold, as read out of the prompt. Nothing here is invented: `claims` are the user's own words. */
export const Brief = z.object({
  product: z.object({
    name: plainText(1, 50),
    category: plainText(1, 60),
    description: plainText(0, 400),
  }),
  audience: plainText(0, 120),
  tone: z.enum(TONES),
  /** Up to five brand or mood colours; empty lets the product's own colours decide. */
  palette: z.array(HexColour).max(5),
  call_to_action: plainText(1, 30),
  /** BCP 47 tag of the language the prompt is written in, e.g. `en`, `de`, `ar`. */
  language: plainText(2, 12),
  claims: z.array(plainText(1, 120)).max(6),
  /** Prices, dates, quotation and address, word for word; absent in briefs of older ads. */
  facts: Facts.optional(),
  /** Lines for the screen by a language model, held to the user's words; without them the rules write all. */
  lines: z
    .object({ hook: plainText(1, 30).optional(), benefits: z.array(plainText(1, 60)).max(3) })
    .optional(),
  /** What was assumed because the prompt did not say; shown to the user. */
  assumptions: z.array(plainText(1, 200)).max(12),
  /** One seed for all pictures of the ad, so that they belong together. */
  consistency_seed: z.int().min(0).max(2_147_483_647),
  /** One sentence about the product, repeated word for word in every image prompt. */
  product_anchor: plainText(1, 300),
  image_prompts: z
    .array(z.object({ view: z.enum(VIEWS), prompt: plainText(1, 1000) }))
    .min(1)
    .max(8),
});
export type Brief = z.infer<typeof Brief>;

/** What a person may change in the brief. The rest is derived. */
export const BriefEdit = z.strictObject({
  product_name: plainText(1, 50).optional(),
  category: plainText(1, 60).optional(),
  description: plainText(0, 400).optional(),
  audience: plainText(0, 120).optional(),
  tone: z.enum(TONES).optional(),
  palette: z.array(HexColour).max(5).optional(),
  call_to_action: plainText(1, 30).optional(),
  facts: Facts.optional(),
  image_prompts: z
    .array(z.strictObject({ view: z.enum(VIEWS), prompt: plainText(1, 1000) }))
    .min(1)
    .max(8)
    .optional(),
});
export type BriefEdit = z.infer<typeof BriefEdit>;
