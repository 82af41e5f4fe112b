import type { Facts } from '@spotsmith/contract/facts';
import type { Tone } from '@spotsmith/contract/words';
import type { Copy, ShotRole } from '@spotsmith/motion/storyboard';
import { randomFrom } from '../random.ts';
import { type LineWish, linesFor, type RankedLine } from './lines.ts';
import { groupOf, themesOf } from './product-groups.ts';
import { cardSeconds, countWords, MOST_WORDS } from './words-on-a-card.ts';

/** What the copy is written from: all of it the user's own words. */
export type Said = { name: string; language: string; callToAction: string; facts: Facts };
export type CopyForm = { seconds: number; tone: Tone; category: string; seed: number };

type Field = keyof Copy;
/** One card: which fields of the ad's copy it shows, and words of its own. */
export type Card = {
  role: ShotRole;
  /** What the card is for, so that a fitting layout can be chosen. */
  kind:
    | 'hook'
    | 'name'
    | 'price'
    | 'line'
    | 'figure'
    | 'list'
    | 'look'
    | 'poster'
    | 'pattern'
    | 'quote'
    | 'end';
  copy: Copy;
  neededSeconds: number;
};

/** Shots in twelve seconds by pace. */
const SHOTS_IN_12_SECONDS: Record<'quick' | 'usual' | 'slow', number> = { quick: 7, usual: 6, slow: 5.6 };
const PACE: Record<Tone, keyof typeof SHOTS_IN_12_SECONDS> = {
  energetic: 'quick',
  playful: 'quick',
  fresh: 'usual',
  professional: 'usual',
  cinematic: 'usual',
  relaxed: 'usual',
  calm: 'slow',
  luxurious: 'slow',
};
const MOST_SHOTS = 16;
/** A hook is read and over by two seconds, so that name and price come soon; a fourth word takes a little more. */
const MOST_HOOK_WORDS = 3;
const MOST_OWN_HOOK_WORDS = 4;
/** Looks at the product that say nothing, one after another, tire. */
const MOST_LOOKS = 3;

/**
 * The cards of an ad in order, hook first and end card last. It opens on the user's own strongest line; where none is
 * short enough, on a line of the bank, which claims nothing. Each fact stands on one card only (the price again at the
 * end); old price, new price and date stand together; no card mixes languages. What is left of the time looks at the
 * product without a word.
 */
export function writeCopy(said: Said, form: CopyForm): Card[] {
  const random = randomFrom(form.seed);
  const wish = wishOf(said, form);
  const own = ownLines(said);
  const hooks = linesFor('hook', wish, random).filter(({ text }) => countWords(text) <= MOST_HOOK_WORDS);
  const opening = own.slogan ?? openingFrom(hooks, own);
  const wanted = shotCount(form);
  const middle = middleCards(said, own, { opening, room: Math.max(1, wanted - 3) });
  const details = looksAt(said, middle, Math.min(MOST_LOOKS, Math.max(0, wanted - 3 - middle.length)));
  const first = hookCard(said, opening);
  const product = productCard(said, opening);
  const end = endCard(said, own, form.seconds, [first, product]);
  if (secondsOf([first, product, end]) > form.seconds) return shortestCards(said);
  return [first, product, ...interleaved(middle, details), end];
}

const secondsOf = (cards: readonly Card[]) =>
  cards.reduce((sum, { neededSeconds }) => sum + neededSeconds, 0);

/** Where there is no time for a line: the name opens, the whole offer follows alone, then where to go. */
function shortestCards(said: Said): Card[] {
  const { name, callToAction, facts } = said;
  const { price, was, off } = facts.offer ?? {};
  const what = categoryOf(said);
  const isOffer = price !== undefined || off !== undefined;
  const opening = cardOf('hook', 'hook', { name, what: hasRoom(name, what) ? what : undefined });
  const offer = { price, was, off: was === undefined ? off : undefined, until: dateOf(said) };
  const middle = isOffer
    ? cardOf('product', 'price', offer)
    : cardOf('product', 'name', { name: what ?? name });
  return [opening, middle, cardOf('cta', 'end', { name, callToAction, url: whereAtEnd(said) })];
}

function wishOf({ language, facts, name }: Said, { tone, category }: CopyForm): LineWish {
  const { off, was, until } = facts.offer ?? {};
  const hasDeal = off !== undefined || was !== undefined || until !== undefined;
  return {
    language,
    tone,
    category,
    group: groupOf(facts.what ?? name),
    themes: themesOf(facts.benefits ?? [], hasDeal),
  };
}

/** "de piel" is half a thought. */
const PREPOSITION =
  /^(?:from|for|in|at|of|to|by|aus|für|im|in|am|vom|von|ab|de|del|en|con|para|sin|em|do|da|com|du|des|au|aux|à|en|pour|d['’]|di|da|al|alla|per)\b/iu;

/** The user's own line that promises most; else a line of the bank, one that speaks to the product before others. */
function openingFrom(hooks: readonly RankedLine[], { lines }: OwnLines): string | undefined {
  const own = lines
    .map((line, index) => ({ line, worth: hookWorth(line) - index * 0.1 }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)[0]?.line;
  return own ?? hooks[0]?.text;
}

/** A time or a share is a promise ("burns 45 hours"); a bare measure only describes. */
const PROMISE =
  /\p{Nd}\s?(?:%|h(?!\p{L})|hours?|hrs?|days?|months?|years?|min(?!\p{L})|minutes?|stunden|std|tage|monate|jahre|minuten|horas?|días?|dias?|meses|años?|anos?|heures?|jours?|mois|ans(?!\p{L})|ore(?!\p{L})|giorni|mesi|anni)/iu;

/** What a line is worth as the first words of an ad; 0 where it is none. */
function hookWorth(line: string): number {
  const words = countWords(line);
  if (PREPOSITION.test(line) || words > MOST_OWN_HOOK_WORDS || line.length > 30) return 0;
  const length = words === 1 ? 0.6 : words <= MOST_HOOK_WORDS ? 2 : 1.2;
  const isMeasure = /^[+\-–−]?\p{Nd}/u.test(line);
  if (isMeasure) return PROMISE.test(line) && words > 2 ? length + 0.4 : 0;
  return length + (PROMISE.test(line) ? 2 : 0);
}

/**
 * What it is, with the word before it where one stands there ("fringe boots" for boots); nothing where the ad has to call
 * it so for want of a name.
 */
function categoryOf({ name, facts, language }: Said): string | undefined {
  if (facts.what?.toLowerCase() === name.toLowerCase()) return undefined;
  const what = (facts.benefits ?? []).find((line) => describes(line, facts.what)) ?? facts.what;
  return what === undefined ? undefined : capitalised(what, language);
}

const describes = (line: string, what: string | undefined) =>
  what !== undefined && line.length > what.length && line.toLowerCase().endsWith(` ${what.toLowerCase()}`);

/** How many shots an ad of that length and tone has: at least three. */
function shotCount({ seconds, tone }: Pick<CopyForm, 'seconds' | 'tone'>): number {
  const count = Math.round((seconds / 12) * SHOTS_IN_12_SECONDS[PACE[tone]]);
  return Math.min(MOST_SHOTS, Math.max(seconds >= 10 ? 4 : 3, count));
}

type OwnLines = { slogan: string | undefined; lines: string[]; terms: string[] };

/** The user's lines that fit on a card. A quoted line that nobody said is a slogan. */
function ownLines({ facts, name, language }: Said): OwnLines {
  const fits = (line: string | undefined): line is string =>
    line !== undefined && countWords(line) <= MOST_WORDS && line.toLowerCase() !== name.toLowerCase();
  const { quote, by } = facts.proof ?? {};
  const { price, shipping, guarantee, quantity, code, starts, until } = facts.offer ?? {};
  const place = facts.url === undefined ? undefined : facts.place;
  const terms = [
    // A pack's size stands beside its price.
    price === undefined ? quantity : undefined,
    until === undefined ? undefined : starts,
    code === undefined ? undefined : `${codeWord(language)} ${code}`,
    shipping,
    guarantee,
    place,
  ];
  return {
    slogan: by === undefined && fits(quote) ? quote : undefined,
    lines: presentable(
      (facts.benefits ?? []).filter((line) => !describes(line, facts.what)),
      language,
    ).filter(fits),
    terms: presentable(
      terms.filter((line) => line !== undefined),
      language,
    ).slice(0, 3),
  };
}

const presentable = (lines: readonly string[], language: string) =>
  lines
    .map(withoutFirstWord)
    .flatMap(halves)
    .map((line) => capitalised(line, language));

/** "with 40 hours of battery" and "in soft leather" are lines without their first word. */
function withoutFirstWord(line: string): string {
  return line
    .replace(/^(?:with|mit|con|avec|com|w\/)\s+(?=\S)/iu, '')
    .replace(/^in\s+(?=\p{Ll}{3,}\s+\p{Ll}{3,})/u, '')
    .replace(/^(?:an?|une?|eine?n?|una?|uma?)\s+(?=\p{Nd})/iu, '');
}

const AND = /\s+(?:and|und|y|et|e)\s+(?:(?:an?|une?|eine?n?|una?|uma?)\s+)?/iu;
/** "may help with dry and flaky skin" cut in two would promise more than was said. */
const LIMITS =
  /(?<!\p{L})(?:may|can|might|helps?|kann|hilft|puede|ayuda|peut|aide|può|aiuta|pode|ajuda)(?!\p{L})/iu;

/** What is too long for a card and says two things is two lines. */
function halves(line: string): string[] {
  const parts = line.split(AND);
  const isTwo = parts.length === 2 && parts.every((part) => countWords(part) >= 2 && !PREPOSITION.test(part));
  return countWords(line) > MOST_WORDS && isTwo && !LIMITS.test(line) ? parts : [line];
}

/** A line begins with a capital, as on a poster; what is written with a capital inside ("iPad case") is left alone. */
function capitalised(line: string, language: string): string {
  const [first = ''] = line.split(/\s/u);
  return /^\p{Ll}[\p{Ll}'’-]*$/u.test(first)
    ? line.charAt(0).toLocaleUpperCase(language) + line.slice(1)
    : line;
}

const CODE_WORDS: Readonly<Record<string, string>> = {
  es: 'Código',
  pt: 'Código',
  it: 'Codice',
  ar: 'كود',
  ja: 'コード',
  zh: '优惠码',
  tr: 'Kod',
};

function codeWord(language: string): string {
  return CODE_WORDS[language.split('-')[0] ?? ''] ?? 'Code';
}

function cardOf(role: ShotRole, kind: Card['kind'], copy: Partial<Record<Field, unknown>>): Card {
  const given = Object.fromEntries(Object.entries(copy).filter(([, value]) => value !== undefined)) as Copy;
  const lines = Object.values(given).flatMap((value) =>
    typeof value === 'number' || value === undefined ? [] : value,
  );
  return { role, kind, copy: given, neededSeconds: cardSeconds(lines) };
}

/**
 * The line and what it is: the category is told in the first frame, where both can be read before the cut. A line that
 * begins with a figure opens as that figure, as large as it goes.
 */
function hookCard(said: Said, hook: string | undefined): Card {
  const what = categoryOf(said);
  if (hook !== undefined && isFigure(hook)) return { ...benefitCard(hook), role: 'hook' };
  if (hook === undefined) return cardOf('hook', 'hook', { hook: what ?? said.name });
  return cardOf('hook', 'hook', { hook, what: hasRoom(hook, what) ? what : undefined });
}

function hasRoom(hook: string, what: string | undefined): boolean {
  return what !== undefined && countWords(hook) + countWords(what) <= MOST_HOOK_WORDS;
}

/** Name and, when there is one, the whole offer: the new price, the old one and until when. */
function productCard(said: Said, hook: string | undefined): Card {
  const { name, facts } = said;
  const { price, was, off, quantity } = facts.offer ?? {};
  const hasOffer = price !== undefined || off !== undefined;
  const category = categoryOf(said);
  const isTold = hook === undefined || (hasRoom(hook, category) && !isFigure(hook));
  const kind = isTold ? undefined : category;
  const what = price === undefined ? kind : (quantity ?? kind);
  // A percentage beside two prices would say the same twice.
  const deal = price !== undefined && was !== undefined ? undefined : off;
  return hasOffer
    ? cardOf('product', 'price', { name, what, price, was, off: deal, until: dateOf(said) })
    : cardOf('product', 'name', { name, what, until: dateOf(said) });
}

/** Until when, or from when; nothing where the call to action says it: "Order by Thursday". */
function dateOf({ facts, callToAction }: Said): string | undefined {
  const { until, starts } = facts.offer ?? {};
  const date = until ?? starts;
  return date !== undefined && callToAction.includes(date) ? undefined : date;
}

/** What stands between product and end: each benefit on a card of its own while there is room, the rest in a list. */
function middleCards(
  { facts }: Said,
  own: OwnLines,
  { opening, room }: { opening: string | undefined; room: number },
): Card[] {
  const { quote, by, rating } = facts.proof ?? {};
  const proof =
    quote !== undefined && quote !== own.slogan ? [cardOf('proof', 'quote', { quote, by, rating })] : [];
  const terms = own.terms.length > 0 ? [listCard('offer', own.terms)] : [];
  const lines = own.lines.filter((line) => line !== opening);
  const places = Math.max(1, room - proof.length - terms.length);
  const isTight = lines.length > places;
  const single = lines.slice(0, isTight ? places - 1 : places);
  const listed = lines.slice(single.length, single.length + 3);
  const rest = listed.length > 0 ? [listCard('benefit', listed)] : [];
  return [...single.map(benefitCard), ...rest, ...proof, ...terms].slice(0, room);
}

function listCard(role: 'benefit' | 'offer', lines: readonly string[]): Card {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return { ...benefitCard(only), role: 'benefit' };
  return cardOf(role, 'list', { benefits: lines });
}

const FIGURE =
  /^(?<figure>[+\-–−]?\p{Nd}[\p{Nd}.,]*\s?(?:%|°C?|"|(?:km\/h|k?g|mg|ml|cl|cm|mm|m|km|kWh?|Wh?|mAh|V|h|min|s|gsm|GB|TB|MP|DPI|Hz|bar|hours?|hrs?|days?|months?|years?|minutes?|seconds?|Monate|Jahre|Minuten|Sekunden|meses|años|anos|mois|ans|mesi|anni|minutos|segundos|minutes|secondes|minuti|secondi|litres?|liters?|litros?|litri|lumens?|lm|W|oz|lbs?|Std\.?|Stunden|Tage|Zoll|horas|días|heures|jours|ore|giorni|dias|inch(?:es)?|saat|gram|gün)(?![\p{L}/])))\s*(?<rest>.*)$/iu;

const isFigure = (line: string) => FIGURE.test(line);

/** "40 h battery" is a figure and what it says; both are parts of the user's phrase. */
function benefitCard(line: string): Card {
  const figure = FIGURE.exec(line)?.groups;
  const caption = figure?.['rest']?.replace(/^(?:of|de|di|d['’])\s*/iu, '');
  return figure
    ? cardOf('benefit', 'figure', { figure: figure['figure'], figureCaption: caption || undefined })
    : cardOf('benefit', 'line', { benefits: [line] });
}

/** Words of a name that still stands large behind a product, and letters of each. */
const MOST_POSTER = { words: 2, letters: 9 };

/**
 * Looks at the product: near and silent, then many of it under its name, or, where a line shows it small already, as a
 * poster of that name; then near again. What nobody named stands under what it is.
 */
function looksAt(said: Said, middle: readonly Card[], count: number): Card[] {
  const { name, facts } = said;
  const words = name.split(/\s+/u);
  const isShort =
    words.length <= MOST_POSTER.words &&
    words.every((word) => Array.from(word).length <= MOST_POSTER.letters);
  const isNamed = facts.what?.toLowerCase() !== name.toLowerCase();
  const isPoster =
    isNamed && isShort && facts.offer?.quantity === undefined && middle.some(({ kind }) => kind === 'line');
  const looks = [
    cardOf('detail', 'look', {}),
    cardOf('detail', isPoster ? 'poster' : 'pattern', { name }),
    cardOf('detail', 'look', {}),
  ];
  return looks.slice(0, count);
}

/** Facts and looks at the product in turn, a look first. */
function interleaved(facts: readonly Card[], details: readonly Card[]): Card[] {
  const cards: Card[] = [];
  for (let index = 0; index < Math.max(facts.length, details.length); index++) {
    const [detail, fact] = [details[index], facts[index]];
    if (fact) cards.push(fact);
    if (detail) cards.push(detail);
  }
  return cards;
}

/** The end card takes at most this share of an ad and so many seconds, however much there would be to say. */
const MOST_END_SHARE = 0.3;
const MOST_END_SECONDS = 3.4;
/** A line that stands on the end card for want of a price. */
const MOST_END_LINE_WORDS = 4;

/**
 * Name, offer and where to go, with as much of the offer as there is time to read. Without the name where there is no time
 * for it: it stood there a moment ago.
 */
function endCard(said: Said, own: OwnLines, seconds: number, before: readonly Card[]): Card {
  const { name, callToAction, facts } = said;
  const { price, was, off } = facts.offer ?? {};
  const until = dateOf(said);
  const card = (copy: Partial<Record<Field, unknown>>) =>
    cardOf('cta', 'end', {
      price,
      off: price === undefined ? off : undefined,
      callToAction,
      url: whereAtEnd(said),
      ...copy,
    });
  const usual = card({ name, until: price === undefined ? until : undefined });
  const offer = { was: price === undefined ? undefined : was, until };
  const choices = [
    { name, what: whatAtEnd(said, own), ...offer },
    { name, ...offer },
    { name, was: offer.was },
  ];
  const most = Math.max(usual.neededSeconds, Math.min(MOST_END_SECONDS, MOST_END_SHARE * seconds));
  const fits = (one: Card) => one.neededSeconds <= most && secondsOf([...before, one]) <= seconds;
  const hasOffer = price !== undefined || off !== undefined;
  const least = secondsOf([...before, usual]) > seconds && hasOffer ? card({}) : usual;
  return choices.map(card).find(fits) ?? least;
}

/** Where one buys it, unless the button says so. */
function whereAtEnd({ callToAction, facts: { url, place } }: Said): string | undefined {
  const isSaid = url !== undefined && callToAction.toLowerCase().includes(url.toLowerCase());
  return isSaid ? undefined : (url ?? place);
}

/** What the price buys; without a price what it is, or the shortest thing that speaks for it. */
function whatAtEnd(said: Said, { lines }: OwnLines): string | undefined {
  const { price, quantity } = said.facts.offer ?? {};
  const short = lines.filter((line) => countWords(line) <= MOST_END_LINE_WORDS && !PREPOSITION.test(line));
  const category = categoryOf(said);
  if (price !== undefined) return quantity ?? category;
  return category ?? short.toSorted((a, b) => countWords(a) - countWords(b))[0];
}
