const CONTROL_CHARACTERS = /[[\p{Cc}\p{Cf}]--[\t\n\u200c\u200d]]/gv;
/** `<lora:…>`, `<sd_cpp_extra_args>…</…>` and other markup that picture servers take as settings. */
const TAGS = /<([a-z_]+)>.*?<\/\1>|<\/?[a-z][^<>]*>/gis;
/** ` --ar 16:9`: command-line flags that some picture models read out of a prompt. */
const FLAGS = /(?<=^|\s)--?[a-z][\w-]*(?:[ =]\d[\d.:]*)?/gi;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One line of plain text: no control characters, no markup or flags that a picture model would obey, single spaces. */
export function plainWords(text: string): string {
  return text
    .replace(TAGS, ' ')
    .replace(FLAGS, ' ')
    .replace(CONTROL_CHARACTERS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts to at most `maxCharacters` (UTF-16 units), between words where that loses less than half, never inside a character. */
export function cutAtWord(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length + segment.length > maxCharacters) break;
    kept += segment;
  }
  const lastSpace = kept.lastIndexOf(' ');
  const atWord = lastSpace > maxCharacters / 2 ? kept.slice(0, lastSpace) : kept;
  return atWord.replace(/[\s,;:–—-]+$/u, '');
}
