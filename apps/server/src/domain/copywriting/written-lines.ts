import type { Brief } from '@spotsmith/contract/brief';
import { plainWords } from '#src/domain/brief/plain-words.ts';
import { untraced } from '#src/domain/brief/traced.ts';
import { countWords, MOST_WORDS } from './words-on-a-card.ts';

/** Lines as a language model proposes them. */
export type ProposedLines = { hook: string; benefits: readonly string[] };
type Lines = NonNullable<Brief['lines']>;

const MOST_HOOK = { words: 4, characters: 30 };
const MOST_BENEFITS = 3;
const MOST_CHARACTERS = 60;
/** Shorter words join others and assert nothing. */
const LEAST_LETTERS = 4;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Which proposed lines an ad may show, and what is wrong with the others, in sentences for their writer. The opening may
 * be new but asserts nothing; a benefit is said in the user's own words, each of which stands in `prompt`.
 */
export function judgeLines(
  { hook, benefits }: ProposedLines,
  prompt: string,
): { lines: Lines; troubles: string[] } {
  const troubles: string[] = [];
  const keep = (field: string, line: string, trouble: string | null): string[] => {
    if (trouble !== null) troubles.push(`${field} “${line}” ${trouble}`);
    return trouble === null && line !== '' ? [line] : [];
  };
  const opening = plainWords(hook);
  const [kept] = keep('hook', opening, tooLong(opening, MOST_HOOK) ?? invents(opening, prompt));
  const said = new Set((prompt.toLowerCase().match(WORDS) ?? []).filter(Boolean));
  const own = [...new Set(benefits.map(plainWords))].slice(0, MOST_BENEFITS).flatMap((line) => {
    const limit = { words: MOST_WORDS, characters: MOST_CHARACTERS };
    const trouble = tooLong(line, limit) ?? invents(line, prompt) ?? strays(line, said, prompt);
    return keep('benefit', line, trouble);
  });
  return { lines: { ...(kept !== undefined && { hook: kept }), benefits: own }, troubles };
}

function tooLong(line: string, most: { words: number; characters: number }): string | null {
  if (countWords(line) <= most.words && line.length <= most.characters) return null;
  return `is longer than ${most.words} words or ${most.characters} characters`;
}

function invents(line: string, prompt: string): string | null {
  const found = untraced(line, prompt);
  return found.length === 0 ? null : `says what the customer did not: ${found.join(', ')}`;
}

function strays(line: string, said: ReadonlySet<string>, prompt: string): string | null {
  if (UNSPACED.test(line)) return prompt.includes(line) ? null : 'does not stand in the prompt';
  const strange = (line.toLowerCase().match(WORDS) ?? []).filter(
    (word) => word.length >= LEAST_LETTERS && !said.has(word),
  );
  return strange.length === 0 ? null : `has words that are not the customer's: ${strange.join(', ')}`;
}
