/** Most words of one card, and how long reading takes: 0.3 s a word and 0.4 s to find them, never under 1 s. */
export const MOST_WORDS = 6;
const SECONDS_A_WORD = 0.3;
const SECONDS_TO_FIND = 0.4;
const LEAST_SECONDS = 1;
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

/** Seconds it takes to find and read these lines. */
export function readingSeconds(lines: readonly string[]): number {
  const words = lines.reduce((sum, line) => sum + countWords(line), 0);
  return words === 0 ? LEAST_SECONDS : Math.max(LEAST_SECONDS, words * SECONDS_A_WORD + SECONDS_TO_FIND);
}
