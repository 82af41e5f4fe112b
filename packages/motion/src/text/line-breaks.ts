import { Rules } from '@cto.af/linebreak';

const rules = new Rules();

/** Scripts without spaces whose words only a dictionary knows (line breaking class SA). */
const dictionaryScripts = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const wordSegmenters = new Map<string, Intl.Segmenter>();

function wordsOf(text: string, language: string): Intl.Segments {
  const known = wordSegmenters.get(language);
  const segmenter = known ?? new Intl.Segmenter(language, { granularity: 'word' });
  if (!known) wordSegmenters.set(language, segmenter);
  return segmenter.segment(text);
}

/** Offsets inside a run of dictionary script where a word ends and the next begins. */
function dictionaryBreaks(text: string, language: string): number[] {
  if (!dictionaryScripts.test(text)) return [];
  return [...wordsOf(text, language)]
    .map(({ index }) => index)
    .filter(
      (index) =>
        index > 0 && dictionaryScripts.test(text[index - 1] ?? '') && /^\p{L}/u.test(text.slice(index)),
    );
}

const hangul = /\p{sc=Hangul}/u;

/** Korean is written with spaces: UAX 14 allows a break between any two syllables, but readers expect whole words. */
const isInsideKorean = (text: string, offset: number) =>
  hangul.test(text[offset - 1] ?? '') && hangul.test(text[offset] ?? '');

/** Currencies, measures and times that a number is nothing without. */
const UNIT =
  /^(?:[€$£¥₹₺₽%°]|(?:km\/h|mph|km|[cm]?m|[km]?g|[cm]?l|oz|lbs?|ft|inch|k?w|kwh|m?ah|[kmg]?hz|[kmgt]b|h|hrs?|min|sec|eur|usd|gbp|euros?|dollars?|pounds?|litres?|liter|grams?|gramm)(?![\p{L}\p{M}]))/iu;

/** "35 €", "150 kg" and "km/h" stay in one row. */
const isInsideMeasure = (text: string, offset: number) =>
  (/\p{Nd}\s$/u.test(text.slice(0, offset)) && UNIT.test(text.slice(offset))) ||
  (/\bkm\/$/iu.test(text.slice(0, offset)) && /^h\b/iu.test(text.slice(offset)));

/**
 * A text as paragraphs of pieces that must stay on one line; spaces stay at the end of the piece before them. By
 * Unicode's line breaking (UAX 14: no-break spaces hold, kinsoku for Chinese, Japanese and Korean, breaks after `-`, `/`
 * and U+200B), in Korean at spaces, never between a number and its unit, in Thai, Lao, Khmer and Burmese between words.
 */
export function breakIntoPieces(text: string, language: string): string[][] {
  return text.split('\n').map((paragraph) => {
    const offsets = [...rules.breaks(paragraph)]
      .map(({ position }) => position)
      .filter((offset) => !isInsideKorean(paragraph, offset) && !isInsideMeasure(paragraph, offset));
    const all = [...new Set([...offsets, ...dictionaryBreaks(paragraph, language), paragraph.length])]
      .filter((offset) => offset > 0)
      .toSorted((one, other) => one - other);
    return all
      .map((offset, index) => paragraph.slice(all[index - 1] ?? 0, offset))
      .filter((piece) => piece !== '');
  });
}

/** Pieces as one row: without spaces at its ends; a word that is broken at a soft hyphen shows a hyphen there. */
export function rowOf(pieces: readonly string[]): string {
  return pieces
    .join('')
    .trim()
    .replace(/\u00ad$/u, '-')
    .replaceAll('\u00ad', '');
}
