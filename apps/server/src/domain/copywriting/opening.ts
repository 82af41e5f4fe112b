import { hookWorth, worthOf } from './line-worth.ts';
import type { RankedLine } from './lines.ts';
import type { OwnLines } from './own-lines.ts';
import { isRestOf } from './parallel-lines.ts';
import { isOfTheme } from './product-groups.ts';
import { countWords } from './words-on-a-card.ts';

/** One thought of an ad: how it opens, what answers that first, and how it closes. */
export type Idea = {
  opening: string | undefined;
  /** A line of the user's that answers the opening; it comes before the others. */
  answer?: string | undefined;
  /** A line of the user's that says what it comes to; it comes last. */
  closing?: string | undefined;
  /** A line of the bank that takes the opening up again under the last look. */
  echo?: string | undefined;
};

/** From here on a line of the user's promises or does something. */
const STRONG = 3;
/** A line of this worth opens better than any of the bank: the user's own sentence, or whom it is for. */
const STRIKING = 3.5;
const MOST_CLOSING_WORDS = 4;
/** "Lens included." orders the shop's shelf and closes nothing. */
const LEAST_CLOSING_WORTH = 2;

/**
 * The user's line that says most opens the ad; one that only promises gives way to a line of the bank that asks for just
 * that ("Hear that?" before "quiet as a fridge"). Where none is strong, a line of the bank that speaks to the product does;
 * then any line of the user's, then any of the bank.
 */
export function ideaOf(hooks: readonly RankedLine[], { slogan, lines }: OwnLines, given?: string): Idea {
  const [own] = lines
    .filter((_, index) => lines[index - 1]?.endsWith('?') !== true)
    .map((line) => ({ line, worth: hookWorth(line) }))
    .filter(({ worth }) => worth >= 1)
    .toSorted((a, b) => b.worth - a.worth);
  const [bank] = hooks;
  if (slogan !== undefined || given !== undefined) return withClosing({ opening: slogan ?? given }, lines);
  const theme = bank?.theme;
  const answer = theme === undefined ? undefined : lines.find((line) => isOfTheme(line, theme));
  const isStriking = (own?.worth ?? 0) >= STRIKING;
  if (bank && answer !== undefined && !isStriking)
    return withClosing({ opening: bank.text, answer, echo: bank.echo }, lines);
  if (own && (own.worth >= STRONG || bank?.isFitting !== true))
    return withClosing(ofOwn(own.line, lines), lines);
  return withClosing({ opening: bank?.text, echo: bank?.echo }, lines);
}

/** A question is followed by its answer, "No screen. No phone." ends in "Just music." */
function ofOwn(opening: string, lines: readonly string[]): Idea {
  const next = lines[lines.indexOf(opening) + 1];
  if (next !== undefined && opening.endsWith('?') && /[.!]$/u.test(next)) return { opening, answer: next };
  return { opening, closing: next !== undefined && isRestOf(next) ? next : undefined };
}

/** Where nothing closes it yet, a short sentence of the user's does. */
function withClosing(idea: Idea, lines: readonly string[]): Idea {
  if (idea.closing !== undefined) return idea;
  const isFree = (line: string) => line !== idea.opening && line !== idea.answer;
  const closing = lines.findLast(
    (line, index) =>
      /[.!]$/u.test(line) &&
      lines[index - 1]?.endsWith('?') !== true &&
      countWords(line) <= MOST_CLOSING_WORDS &&
      worthOf(line) >= LEAST_CLOSING_WORTH &&
      isFree(line),
  );
  return closing === undefined ? idea : { ...idea, closing };
}
