import { wordList } from './word-match.ts';

type WordsOf = Readonly<Record<string, readonly string[]>>;

/** Words that want another word behind them. Particles that may end a phrase ("Try it on", „Licht an“) are left out. */
const WANTS_NEXT: WordsOf = {
  en: wordList(
    'a, an, the, and, or, of, for, with, to, at, by, from, as, that, which, whose, than, into, your, my, our, its, per, between, w/, is, are, &, +, plus, via',
  ),
  de: wordList(
    'der, das, dem, den, des, ein, eine, einen, einem, einer, eines, und, oder, für, von, vom, im, am, ans, ins, beim, zum, zur, unter, über, als, wie, dass, bis, pro, je, ohne, &, +, ist, sind, sowie',
  ),
  es: wordList(
    'el, la, los, las, un, una, de, del, al, y, e, o, con, para, por, en, a, sin, que, tu, su, desde, hasta, como, entre, es, &, +',
  ),
  fr: wordList(
    'le, la, les, un, une, des, de, du, d, et, ou, avec, pour, en, à, au, aux, sans, que, qui, par, votre, notre, dans, chez, dès, est, &, +',
  ),
  it: wordList(
    'il, lo, la, gli, le, un, uno, una, di, del, dello, della, dei, degli, delle, e, o, con, per, in, a, al, alla, allo, ai, da, dal, dalla, che, senza, su, è, &, +',
  ),
  pt: wordList(
    'o, a, os, as, um, uma, de, do, da, dos, das, e, ou, com, para, em, no, na, por, sem, que, ao, à, até, é, &, +',
  ),
  nl: wordList('de, het, een, en, of, met, voor, van, te, bij, dat, die, je, per, zonder, is, &, +'),
  tr: wordList('ve, veya, bir, en, &, +'),
  ar: wordList('و, في, من, على, إلى, مع, أو, عن, أن, التي, الذي'),
};
/** Words that lean on what stood before them. */
const WANTS_BEFORE: WordsOf = {
  en: wordList('and, or, but, that, which, whose, then, than, also, plus, &, +'),
  de: wordList('und, oder, aber, dass, welche, welcher, welches, sowie, dann, also, &, +'),
  es: wordList('y, e, o, pero, que, luego, &, +'),
  fr: wordList('et, ou, mais, que, qui, puis, dont, &, +'),
  it: wordList('e, ed, o, ma, che, poi, &, +'),
  pt: wordList('e, ou, mas, que, depois, &, +'),
  nl: wordList('en, of, maar, dat, dan, &, +'),
  tr: wordList('ve, veya, ama, &, +'),
  ar: wordList('أو, التي, الذي, ثم'),
};
/** Japanese and Chinese write the small word on: a phrase that ends so goes on. */
const OPEN_END: Readonly<Record<string, RegExp>> = { ja: /[のをがはにとへ、・]$/u, zh: /[的和与在、]$/u };
/** "that folds", « qui tient 8 h », „que crece“: without its first word the phrase stands by itself. */
const RELATIVE = /^(?:that|which|que|qui|che)\s+(?=\S+\s+\S|\p{L}{4,}$)/iu;
/** Here the small word belongs to the verb. */
const PHRASAL = /^(?:come|stop|drop|swing|pass|fly|stand) by$/iu;
/** May end a phrase, but not before an article that was cut off: "folds flat in a". */
const PARTICLE = /^(?:in|on|over|under|auf|aus|an|bei|mit|zu|su|op|uit|aan)$/iu;
const PUNCTUATION = /[\s,;:–—\-/|]+$/u;

const tagOf = (language: string) => language.split('-')[0] ?? '';
const bare = (word: string) => word.toLowerCase().replace(/[.,;:!?…]+$/u, '');

function wantsNext(word: string, language: string): boolean {
  // "Vitamin A", "Side B"
  if (/^\p{Lu}$/u.test(word)) return false;
  return WANTS_NEXT[tagOf(language)]?.includes(bare(word)) === true;
}

/** "ready when you are": behind whom it is said of, the verb ends a phrase. */
const TOLD_OF = /(?<!\p{L})(?:you|they|we|it|she|he|that) (?:is|are)$/iu;
/** "loses none of it", "so does the lid": speaks of a line that another card would show. */
const POINTS_BACK =
  /(?<!\p{L})(?:none|all|most|some|half|much|any|both) of (?:it|them|that)$|(?<!\p{L})(?:davon|dazu|damit)$|^(?:so|neither|nor) (?:is|are|do|does|will|can)(?!\p{L})|^(?:the same|the rest|dasselbe|lo mismo|le même|lo stesso|o mesmo)$/iu;

/** Whether a line is a phrase by itself: nothing before its first or behind its last word is missed. */
export function isWholeLine(line: string, language: string): boolean {
  if (PHRASAL.test(line) || TOLD_OF.test(line)) return true;
  if (POINTS_BACK.test(line)) return false;
  const words = line.trim().split(/\s+/u);
  const isOpen = OPEN_END[tagOf(language)]?.test(line.trim()) === true || /[,:;–—]$/u.test(line.trim());
  const leans = WANTS_BEFORE[tagOf(language)]?.includes(bare(words[0] ?? '')) === true;
  return !isOpen && !leans && !wantsNext(words.at(-1) ?? '', language);
}

/** Without small words that lost what they belonged to, at both ends; empty when nothing is left to say. */
export function wholeLine(line: string, language: string): string {
  if (PHRASAL.test(line) || TOLD_OF.test(line)) return line;
  if (POINTS_BACK.test(line)) return '';
  const closed = line.replace(OPEN_END[tagOf(language)] ?? PUNCTUATION, '');
  const words = closed.replace(RELATIVE, '').replace(PUNCTUATION, '').split(/\s+/u).filter(Boolean);
  const had = words.length;
  while (WANTS_BEFORE[tagOf(language)]?.includes(bare(words[0] ?? ''))) words.shift();
  const isCut = wantsNext(words.at(-1) ?? '', language);
  const isLoose = (word: string) => wantsNext(word, language) || (isCut && PARTICLE.test(word));
  while (words.length > 0 && isLoose(words.at(-1) ?? '')) words.pop();
  const said = words.join(' ').replace(PUNCTUATION, '');
  // "Get a free" lost its object: what is left of it says something else.
  const isTorn = words.length < had && words.length < 2;
  return isTorn || !/[\p{L}\p{Nd}]/u.test(said) ? '' : said;
}
