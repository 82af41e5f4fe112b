/** A value of pasted data and the key it stood under. */
export type Labelled = { start: number; end: number; key: string };

const SCRIPTS = /<(script|style)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/giu;
const TAGS = /<\/?[a-z][^<>]{0,300}>/giu;
/** ` --ar 16:9`: command-line flags that some picture models read out of a prompt. */
const FLAGS = /(?<=^|\s)--[a-z][\w-]{0,40}(?:[ =]\d[\d.:]{0,10})?/giu;
const INVISIBLE = /[[\p{Cc}\p{Cf}]--[\t\n\u200c\u200d]]/gv;
const PAIRS =
  /["']?([\p{L}_][\p{L}_ -]{0,29})["']?\s{0,5}:\s{0,5}(?:"([^"\n]{0,400})"|'([^'\n]{0,400})'|(-?\d[\d.]{0,12}))/gu;
/** Keys of programs and of what is sent to language models: their values are said of no product. */
const TECHNICAL = 'role|id|uuid|locale|temperature|max_tokens|stream';
const TECHNICAL_KEY = new RegExp(`^(?:${TECHNICAL})$`, 'iu');
const TECHNICAL_LINES = new RegExp(
  `(?<=^|\\n)[ \\t]{0,8}(?:(?:const|let|var) )?(?:${TECHNICAL})[ \\t]{0,3}[:=][ \\t]{0,3}["']?[\\w.-]{1,60}["']?[ \\t]{0,3}[,;]?(?=[ \\t]{0,3}\\n|$|(?<=;))`,
  'giu',
);
const FUNCTIONS =
  /\bfunction\s{1,3}[\w$]{1,40}\s{0,3}\([^()]{0,200}\)\s{0,3}(?:\{[^{}]{0,1000}\})?|\([^()]{0,100}\)\s{0,3}=>\s{0,3}(?:\{[^{}]{0,1000}\})?/giu;
/** What stands before and behind pasted data in a program. */
const STATEMENTS =
  /\b(?:const|let|var)\s{1,3}[\w$]{1,40}\s{0,3}=\s{0,3}|(?<!:)\/\/\s{0,3}(?:todo|fixme)?:?|\/\*|\*\/|\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|```(?:\w{1,12})?/giu;

/**
 * The prompt with markup, flags and invisible characters blanked out, of the same length, so that places in it are
 * places in the prompt. Of pasted JSON only the values stay, and under which key each stood.
 */
export function withoutCode(prompt: string): { text: string; labelled: Labelled[] } {
  const blanked = prompt
    .replace(SCRIPTS, blank)
    .replace(TAGS, blank)
    .replace(FUNCTIONS, blank)
    .replace(TECHNICAL_LINES, blank)
    .replace(FLAGS, blank)
    .replace(STATEMENTS, blank)
    .replace(INVISIBLE, (found) => ' '.repeat(found.length));
  const opening = blanked.indexOf('{');
  const closing = blanked.lastIndexOf('}');
  if (opening < 0 || closing < opening) return { text: blanked, labelled: [] };
  const labelled: Labelled[] = [];
  for (const match of blanked.slice(opening, closing).matchAll(PAIRS)) {
    if (TECHNICAL_KEY.test(match[1] ?? '')) continue;
    const text = match[2] ?? match[3];
    const value = text ?? match[4] ?? '';
    const isText = text !== undefined;
    const start = opening + match.index + match[0].length - value.length - (isText ? 1 : 0);
    labelled.push({ start, end: start + value.length, key: (match[1] ?? '').toLowerCase() });
  }
  if (labelled.length === 0) return { text: blanked, labelled };
  let text = blanked.slice(0, opening);
  for (const { start, end } of labelled) {
    text += blank(blanked.slice(text.length, start)) + blanked.slice(start, end);
  }
  text += blank(blanked.slice(text.length, closing + 1)) + blanked.slice(closing + 1);
  return { text, labelled };
}

/** Line breaks keep what stood on either side apart. */
function blank(found: string): string {
  return found.length === 0
    ? ''
    : `\n${' '.repeat(Math.max(0, found.length - 2))}${found.length > 1 ? '\n' : ''}`;
}
