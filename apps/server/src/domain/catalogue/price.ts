import { z } from 'zod';
import { usdToMicros, type Micros } from '#src/domain/money.ts';

const usd = z.number().positive();
const tokens = z.int().min(0);

/** The four kinds of tokens of one call for a picture: words and pictures going in and coming out. Thoughts are words. */
const PictureTokens = z.strictObject({
  text_in: tokens,
  picture_in: tokens,
  text_out: tokens,
  picture_out: tokens,
});
export type PictureTokens = z.infer<typeof PictureTokens>;

/** How a model is billed, in dollars. */
export const PriceRule = z.discriminatedUnion('by', [
  /** So much for each file, whatever its size. `max_usd` where sources differ: that is what is held. */
  z.strictObject({ by: z.literal('file'), usd, max_usd: usd.optional() }),
  /** So much for each second of finished video. */
  z.strictObject({ by: z.literal('video-second'), usd }),
  /** So much for each second of finished sound. */
  z.strictObject({ by: z.literal('sound-second'), usd }),
  /** So much for each run, and for each megapixel going in and coming out. */
  z.strictObject({
    by: z.literal('megapixel'),
    usd_per_run: usd,
    usd_per_megapixel: usd,
    output_megapixels: usd,
    max_input_megapixels: usd,
  }),
  /** By tokens, in dollars for a million of each kind. Held is for `max_tokens`; `usual_tokens` is what counts unreported. */
  z.strictObject({
    by: z.literal('token'),
    usd_per_million: z.strictObject({ text_in: usd, picture_in: usd, text_out: usd, picture_out: usd }),
    usual_tokens: PictureTokens,
    max_tokens: PictureTokens,
  }),
  /** Nothing: one's own machine. */
  z.strictObject({ by: z.literal('nothing') }),
  /** So much for each second the machine ran. `max_seconds` is where we stop it. */
  z.strictObject({ by: z.literal('run-second'), usd_per_second: usd, usual_seconds: usd, max_seconds: usd }),
]);
export type PriceRule = z.infer<typeof PriceRule>;

/** How a language model is billed, in dollars for a million tokens. */
export const TokenPrice = z.strictObject({ input_usd: z.number().min(0), output_usd: z.number().min(0) });
export type TokenPrice = z.infer<typeof TokenPrice>;

/** What so many tokens cost; nothing without a price. */
function tokenMicros(price: TokenPrice | null, inputTokens: number, outputTokens: number): Micros {
  if (price === null) return 0;
  return usdToMicros((inputTokens * price.input_usd + outputTokens * price.output_usd) / 1_000_000);
}

/**
 * How long a question to a language model, with a small picture, its answer and what it thinks before can be; what is not
 * reported counts as so long.
 */
export const MAX_TOKENS = { input: 6_000, output: 3_000, thought: 4_000 } as const;

/** What one answer cost, from the tokens that were counted; never more than what was held for it. */
export function answerMicros(
  price: TokenPrice | null,
  counted: Pick<BillingFacts, 'inputTokens' | 'outputTokens'> = {},
  { thinks }: { thinks: boolean } = { thinks: false },
): Micros {
  const { input, thought } = MAX_TOKENS;
  const output = MAX_TOKENS.output + (thinks ? thought : 0);
  const maxMicros = tokenMicros(price, input, output);
  return Math.min(
    maxMicros,
    tokenMicros(price, counted.inputTokens ?? input, counted.outputTokens ?? output),
  );
}

/** What a finished call may report that it is billed by. */
export type BillingFacts = {
  runSeconds?: number | null | undefined;
  /** Of what the model is priced by: files, or seconds of video. */
  billedUnits?: number | null | undefined;
  imageCount?: number | null | undefined;
  videoSeconds?: number | null | undefined;
  soundSeconds?: number | null | undefined;
  inputTokens?: number | null | undefined;
  outputTokens?: number | null | undefined;
  /** Of a picture model that is billed by them. */
  pictureTokens?: PictureTokens | undefined;
};

/** What providers bill as one: a square of 1024 pixels. A picture counts as the next whole number of them. */
export const MEGAPIXEL = 1024 * 1024;

/** What is made may come out a little longer than it was ordered. */
const EXTRA_SECONDS = 0.5;

/** The most one call can cost. `seconds` is the length that is ordered, after snapping. */
export function upperBoundMicros(rule: PriceRule, seconds: number): Micros {
  switch (rule.by) {
    case 'nothing':
      return 0;
    case 'file':
      return usdToMicros(rule.max_usd ?? rule.usd);
    case 'video-second':
    case 'sound-second':
      return usdToMicros(rule.usd * (seconds + EXTRA_SECONDS));
    case 'megapixel':
      return usdToMicros(
        rule.usd_per_run + rule.usd_per_megapixel * (rule.output_megapixels + rule.max_input_megapixels),
      );
    case 'token':
      return usdToMicros(tokensUsd(rule, rule.max_tokens));
    case 'run-second':
      return usdToMicros(rule.usd_per_second * rule.max_seconds);
  }
}

/**
 * What a call did cost, from the facts the provider reports; where it reports none, from what was ordered. Never more
 * than the upper bound that was held for it: `isAbove` says when the facts would have it so and the rule is outdated. `isGuess`: the
 * provider told nothing that the price goes by, or the sources of the price disagree.
 */
export function actualPrice(
  rule: PriceRule,
  facts: BillingFacts,
  ordered: { seconds: number; inputMegapixels: number },
): { micros: Micros; isAbove: boolean; isGuess: boolean } {
  const maxMicros = upperBoundMicros(rule, ordered.seconds);
  const micros = usdToMicros(costUsd(rule, facts, ordered));
  return { micros: Math.min(micros, maxMicros), isAbove: micros > maxMicros, isGuess: !isTold(rule, facts) };
}

/** Whether the provider told what a call is billed by. */
function isTold(rule: PriceRule, facts: BillingFacts): boolean {
  const { billedUnits, imageCount, videoSeconds, soundSeconds, runSeconds, pictureTokens } = facts;
  switch (rule.by) {
    case 'nothing':
      return true;
    case 'file':
      return (
        rule.max_usd === undefined && (billedUnits ?? imageCount ?? videoSeconds ?? soundSeconds) != null
      );
    case 'video-second':
      return (billedUnits ?? videoSeconds) != null;
    case 'sound-second':
      return (billedUnits ?? soundSeconds) != null;
    case 'megapixel':
      return false;
    case 'token':
      return pictureTokens !== undefined;
    case 'run-second':
      return runSeconds != null;
  }
}

function costUsd(
  rule: PriceRule,
  facts: BillingFacts,
  { seconds, inputMegapixels }: { seconds: number; inputMegapixels: number },
): number {
  switch (rule.by) {
    case 'nothing':
      return 0;
    case 'file':
      return rule.usd * (facts.billedUnits ?? facts.imageCount ?? 1);
    case 'video-second':
      return rule.usd * (facts.billedUnits ?? facts.videoSeconds ?? seconds);
    case 'sound-second':
      return rule.usd * (facts.billedUnits ?? facts.soundSeconds ?? seconds);
    case 'megapixel':
      return rule.usd_per_run + rule.usd_per_megapixel * (rule.output_megapixels + inputMegapixels);
    case 'token':
      return tokensUsd(rule, facts.pictureTokens ?? rule.usual_tokens);
    case 'run-second':
      return rule.usd_per_second * (facts.runSeconds ?? rule.usual_seconds);
  }
}

/** The price for the list of models: what one unit usually costs. */
export function usualPrice(rule: PriceRule): { price_usd: number; price_unit: string } {
  switch (rule.by) {
    case 'nothing':
      return { price_usd: 0, price_unit: 'file' };
    case 'file':
      return { price_usd: rule.usd, price_unit: 'file' };
    case 'video-second':
    case 'sound-second':
      return { price_usd: rule.usd, price_unit: 'second' };
    case 'megapixel':
      return {
        price_usd: round(rule.usd_per_run + rule.usd_per_megapixel * rule.output_megapixels),
        price_unit: 'file',
      };
    case 'token':
      return { price_usd: round(tokensUsd(rule, rule.usual_tokens)), price_unit: 'file' };
    case 'run-second':
      return { price_usd: round(rule.usd_per_second * rule.usual_seconds), price_unit: 'file' };
  }
}

function tokensUsd(
  { usd_per_million: price }: Extract<PriceRule, { by: 'token' }>,
  { text_in, picture_in, text_out, picture_out }: PictureTokens,
): number {
  const millionths =
    text_in * price.text_in +
    picture_in * price.picture_in +
    text_out * price.text_out +
    picture_out * price.picture_out;
  return millionths / 1_000_000;
}

function round(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
