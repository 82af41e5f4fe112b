/** Most words of one card, and how long reading takes: 0.3 s a word and 0.4 s to find them, never under 1 s. */
export const MOST_WORDS = 6;
const SECONDS_A_WORD = 0.3;
const SECONDS_TO_FIND = 0.4;
const LEAST_SECONDS = 1;
/** What arriving after the cut and leaving with the next join take from reading, at most. */
const SECONDS_TO_COME_AND_GO = 0.5;
/** Characters that count as a word where words are not spaced. */
const RUN_TOGETHER_CHARACTERS = 3;
const RUN_TOGETHER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words of a line; three characters count as one in Chinese, Japanese and Thai. */
export function countWords(line: string): number {
  const characters = line.match(RUN_TOGETHER)?.length ?? 0;
  const spaced = line
    .replace(RUN_TOGETHER, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return spaced.length + Math.ceil(characters / RUN_TOGETHER_CHARACTERS);
}

/** Words of a card that are read: one that stands there again is known. */
export function countDistinctWords(lines: readonly string[]): number {
  const words = lines.flatMap((line) => line.toLowerCase().split(/\s+/u));
  return [...new Set(words)].reduce((sum, word) => sum + countWords(word), 0);
}

/** Seconds that a card with these lines lasts: they come, are found, read, and go. */
export function cardSeconds(lines: readonly string[]): number {
  const words = countDistinctWords(lines);
  if (words === 0) return LEAST_SECONDS;
  return SECONDS_TO_COME_AND_GO + Math.max(LEAST_SECONDS, words * SECONDS_A_WORD + SECONDS_TO_FIND);
}
