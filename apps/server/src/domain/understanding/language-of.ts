import { detectLanguage, smallWords } from '#src/domain/brief/language.ts';
import type { Cue } from './lexicon/lexicon.ts';
import { LEXICONS } from './lexicon/lexicons.ts';
import type { Found } from './phrase-table.ts';
import type { Token } from './tokens.ts';

/** Letters that few other languages of the list use. */
const TELLING: Record<string, RegExp> = {
  de: /[äöß]/iu,
  es: /[ñ¿¡]/iu,
  fr: /[œèêçù]/iu,
  it: /[ìò]/iu,
  pt: /[ãõ]/iu,
  tr: /[ğış]|İ/u,
  pl: /[łąęśźż]/iu,
  sv: /å/iu,
  da: /[æø]/iu,
};
/** "enciende", "bueno": where Spanish has two vowels Portuguese has one. */
const DIPHTHONG = /\p{L}(?:ie[nrstlm]|ue[nrlvsbdg])\p{L}/iu;
const PORTUGUESE = /[ãõç]|lh|nh/iu;
const CLOSE = 1.5;
/** Kinds of things that every language calls by their French name. */
const LOANS =
  /(?<!\p{L})(?:eaux? de (?:parfum|toilette|cologne)|crème (?:brûlée|fraîche)|café au lait|pain au chocolat|art déco|prêt-à-porter|à la carte|haute couture)(?!\p{L})/giu;

const CONFUSABLE: readonly Cue[] = [
  'quality',
  'consumable',
  'mood',
  'small',
  'video',
  'format',
  'filming',
  'holiday',
  'currency',
];

/**
 * Which language a text is in: by its script, or by how many of its words each language's lists hold; kinds of things,
 * weekdays and phrases tell more than words that neighbours share. The tag of `detectLanguage` for all other languages.
 */
export function languageOf(
  whole: string,
  allTokens: readonly Token[],
  allFound: readonly (readonly Found<Cue>[])[],
): string {
  const loans = [...whole.matchAll(LOANS)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const isLoan = ({ start }: Token) => loans.some(([from, to]) => start >= from && start < to);
  const text = loans.length > 0 ? whole.replace(LOANS, ' ') : whole;
  const tokens = allTokens.filter((token) => !isLoan(token));
  const found = allFound.filter((_, at) => !isLoan(allTokens[at] as Token));
  const guess = detectLanguage(text);
  const isLatin = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'tr', 'pl', 'sv', 'da'].includes(guess.tag);
  if (!isLatin) return guess.tag;
  const tags = new Set(LEXICONS.map(({ tag }) => tag));
  const listed = [...tags].filter((tag) => tag !== '' && !['ar', 'ja', 'zh'].includes(tag));
  const scores = listed.map((tag) => ({ tag, score: scoreOf(tag, text, tokens, found) }));
  const best = scores.reduce((top, next) => (next.score > top.score ? next : top));
  const spanish = scores.find(({ tag }) => tag === 'es')?.score ?? 0;
  const isSpanish =
    best.tag === 'pt' && best.score - spanish <= CLOSE && !PORTUGUESE.test(text) && DIPHTHONG.test(text);
  if (isSpanish) return 'es';
  if (listed.includes(guess.tag)) return best.tag;
  const own = smallWordsIn(guess.tag, tokens);
  return own >= 2 && own * 2 > best.score ? guess.tag : best.score > 0 ? best.tag : guess.tag;
}

function scoreOf(
  tag: string,
  text: string,
  tokens: readonly Token[],
  found: readonly (readonly Found<Cue>[])[],
): number {
  let score = smallWordsIn(tag, tokens) + (TELLING[tag]?.test(text) ? 1.5 : 0);
  const small = smallWords(tag);
  // English spells without accents.
  if (tag === 'en' && /[áéíóúâêôãõçñüöäèàùìòğşı]/iu.test(text)) score -= 1;
  for (const [at, entries] of found.entries()) {
    if (small.has(tokens[at]?.text.toLowerCase() ?? '')) continue;
    let most = 0;
    for (const { meaning, tag: of, length } of entries) {
      if (of !== tag) continue;
      const weight = meaning === 'kind' ? 1.2 : CONFUSABLE.includes(meaning) ? 0.5 : 0.8;
      most = Math.max(most, weight + (length > 1 ? 0.6 : 0));
    }
    score += most;
  }
  return score;
}

function smallWordsIn(tag: string, tokens: readonly Token[]): number {
  const small = smallWords(tag);
  return tokens.filter((token) => token.kind === 'word' && small.has(token.text.toLowerCase())).length;
}
