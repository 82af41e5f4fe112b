/** Where a listed word stands in a text. */
export type WordMatch = { word: string; index: number };

/** Scripts whose words stand alone between spaces; in the others, words run together or carry prefixes. */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s'’*&-]+$/u;
const LETTER = /[\p{L}\p{M}]/u;

/**
 * Finds listed words in a text, each at its first place. Whole words only in Latin, Cyrillic and Greek script, where
 * `*` at an end opens that end (`*schuhe` finds „Laufschuhe“); anywhere in all other scripts. Case does not matter.
 * Searched by hand: a thousand Unicode expressions take seconds to compile. The text is prepared once, not per word.
 */
export function wordFinder(text: string): (word: string) => WordMatch | null {
  const lower = lowered(text);
  return (word) => findIn(text, lower, word);
}

function findIn(text: string, lower: string, word: string): WordMatch | null {
  const body = word.replaceAll('*', '').toLowerCase();
  const isWhole = SPACED.test(word);
  for (let at = lower.indexOf(body); at >= 0; at = lower.indexOf(body, at + 1)) {
    const start = word.startsWith('*') ? wordStart(lower, at) : at;
    const end = word.endsWith('*') ? wordEnd(lower, at + body.length) : at + body.length;
    const isBounded = !isLetterAt(lower, start - 1) && !isLetterAt(lower, end);
    if (!isWhole || isBounded) return { word: text.slice(start, end), index: start };
  }
  return null;
}

export function isBetter(found: WordMatch, best: WordMatch | null): boolean {
  if (!best) return true;
  const gained = found.word.length - best.word.length;
  return gained > 0 || (gained === 0 && found.index < best.index);
}

/** A word list as it is written down: separated by commas. */
export function wordList(text: string): string[] {
  return text.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
}

/** Lower case of the same length, so that places in it are places in the text ("İ" would grow). */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}

function wordStart(text: string, index: number): number {
  let start = index;
  while (isLetterAt(text, start - 1)) start--;
  return start;
}

function wordEnd(text: string, index: number): number {
  let end = index;
  while (isLetterAt(text, end)) end++;
  return end;
}

function isLetterAt(text: string, index: number): boolean {
  return LETTER.test(text.charAt(index));
}
