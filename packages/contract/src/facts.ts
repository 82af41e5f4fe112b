import { z } from 'zod';
import { plainText } from './common.ts';

const Words = plainText(1, 80);

/** What an ad says a product is good for, at most. */
export const MOST_BENEFITS = 6;

/** What is offered, each in the user's own words: with its currency, its limits and conditions. */
export const Offer = z.strictObject({
  price: Words.optional(),
  /** The price before, shown struck out. */
  was: Words.optional(),
  off: Words.optional(),
  until: Words.optional(),
  starts: Words.optional(),
  quantity: Words.optional(),
  shipping: plainText(1, 120).optional(),
  guarantee: plainText(1, 120).optional(),
  code: plainText(1, 40).optional(),
});

/** A line that somebody said of the product; stars only when the user gives them. */
const Proof = z.strictObject({
  quote: plainText(1, 200).optional(),
  by: plainText(1, 60).optional(),
  rating: z.number().min(0).max(5).optional(),
});

/** What the user says of the product, word for word. An ad shows nothing of this kind that does not stand here. */
export const Facts = z.strictObject({
  /** The kind of thing, e.g. "desk lamp". */
  what: plainText(1, 60).optional(),
  offer: Offer.optional(),
  benefits: z.array(plainText(1, 120)).max(MOST_BENEFITS).optional(),
  proof: Proof.optional(),
  url: plainText(1, 200).optional(),
  place: plainText(1, 120).optional(),
});
export type Facts = z.infer<typeof Facts>;
