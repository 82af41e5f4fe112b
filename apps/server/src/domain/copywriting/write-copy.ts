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
  kind: 'hook' | 'name' | 'price' | 'line' | 'figure' | 'list' | 'detail' | 'pattern' | 'quote' | 'end';
  copy: Copy;
  neededSeconds: number;
};

/** Shots in twelve seconds by pace. */
const SHOTS_IN_12_SECONDS: Record<'quick' | 'usual' | 'slow', number> = { quick: 7, usual: 5, slow: 4 };
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
/** A hook is read and over by two seconds, so that name and price come soon. */
const MOST_HOOK_WORDS = 3;
/** Lines of the bank beside the hook: more would be filler. */
const MOST_BANK_LINES = { quick: 4, usual: 2, slow: 2 };

/**
 * The cards of an ad in order, hook first and end card last. Each fact stands on one card only (the price again at the
 * end); old price, new price and date stand together; lines of the bank claim nothing; no card mixes languages. Without
 * a bank for the language the user's own words open the ad.
 */
export function writeCopy(said: Said, form: CopyForm): Card[] {
  const random = randomFrom(form.seed);
  const own = ownLines(said);
  const wish = wishOf(said, form);
  const hooks = linesFor('hook', wish, random).filter(({ text }) => countWords(text) <= MOST_HOOK_WORDS);
  const opening = own.slogan ?? openingFrom(hooks, own);
  const wanted = shotCount(form);
  const heading = linesFor('benefit', wish, random)[0]?.text.replace(/\s*:$/u, '');
  const middle = middleCards(said, own, { opening, room: Math.max(1, wanted - 3), heading });
  const isShorter = (a: RankedLine, b: RankedLine) => countWords(a.text) - countWords(b.text);
  const spare = hooks.filter(({ text, isFitting }) => isFitting && text !== opening);
  const plain = linesFor('detail', wish, random).toSorted(isShorter);
  const fillers = alternating(spare, plain).slice(0, MOST_BANK_LINES[PACE[form.tone]]);
  const looks = [...fillers.map(({ text }) => detailCard(text)), ...ownLooks(said)];
  const details = looks.slice(0, Math.max(0, wanted - 3 - middle.length));
  const first = hookCard(said, opening);
  const product = productCard(said, opening);
  const end = endCard(said, form.seconds, [first, product]);
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
  return [opening, middle, cardOf('cta', 'end', { name, callToAction, url: facts.url })];
}

function alternating<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((item) => item !== undefined);
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

/** A line that speaks to a fact or to the kind of thing; else the user's own short line; else one for anything. */
function openingFrom(hooks: readonly RankedLine[], { lines }: OwnLines): string | undefined {
  const fitting = hooks.find(({ isFitting }) => isFitting)?.text;
  const isOpening = (line: string) =>
    !/^[\p{Nd}+\-–−]/u.test(line) && !PREPOSITION.test(line) && countWords(line) <= MOST_HOOK_WORDS;
  const own = lines.length > 1 || hooks.length === 0 ? lines.find(isOpening) : undefined;
  return fitting ?? own ?? hooks[0]?.text;
}

/** What it is; nothing where the ad has to call it so for want of a name. */
function categoryOf({ name, facts }: Said): string | undefined {
  return facts.what?.toLowerCase() === name.toLowerCase() ? undefined : facts.what;
}

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
  const { shipping, guarantee, quantity, code, starts, until } = facts.offer ?? {};
  const place = facts.url === undefined ? undefined : facts.place;
  const terms = [
    quantity,
    until === undefined ? undefined : starts,
    code === undefined ? undefined : `${codeWord(language)} ${code}`,
    shipping,
    guarantee,
    place,
  ];
  return {
    slogan: by === undefined && fits(quote) ? quote : undefined,
    lines: (facts.benefits ?? []).map(withoutWith).filter(fits),
    terms: terms.filter((line): line is string => line !== undefined).slice(0, 3),
  };
}

/** "with 40 hours of battery" is a line without its first word. */
function withoutWith(line: string): string {
  return line.replace(/^(?:with|mit|con|avec|com|w\/)\s+(?=\S)/iu, '');
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

/** The line and what it is: the category is told in the first frame, where both can be read before the cut. */
function hookCard(said: Said, hook: string | undefined): Card {
  const what = categoryOf(said);
  if (hook === undefined) return cardOf('hook', 'hook', { hook: what ?? said.name });
  return cardOf('hook', 'hook', { hook, what: hasRoom(hook, what) ? what : undefined });
}

function hasRoom(hook: string, what: string | undefined): boolean {
  return what !== undefined && countWords(hook) + countWords(what) <= MOST_HOOK_WORDS;
}

/** Name and, when there is one, the whole offer: the new price, the old one and until when. */
function productCard(said: Said, hook: string | undefined): Card {
  const { name, facts } = said;
  const { price, was, off } = facts.offer ?? {};
  const hasOffer = price !== undefined || off !== undefined;
  const category = categoryOf(said);
  const isTold = hook === undefined || hasRoom(hook, category);
  const what = isTold ? undefined : category;
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
  { opening, room, heading }: { opening: string | undefined; room: number; heading: string | undefined },
): Card[] {
  const { quote, by, rating } = facts.proof ?? {};
  const proof =
    quote !== undefined && quote !== own.slogan ? [cardOf('proof', 'quote', { quote, by, rating })] : [];
  const terms = own.terms.length > 0 ? [listCard('offer', own.terms, heading)] : [];
  const lines = own.lines.filter((line) => line !== opening);
  const places = Math.max(1, room - proof.length - terms.length);
  const isTight = lines.length > places;
  const single = lines.slice(0, isTight ? places - 1 : places);
  const listed = lines.slice(single.length, single.length + 3);
  const rest = listed.length > 0 ? [listCard('benefit', listed, heading)] : [];
  return [...single.map(benefitCard), ...rest, ...proof, ...terms].slice(0, room);
}

function listCard(role: 'benefit' | 'offer', lines: readonly string[], heading: string | undefined): Card {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return { ...benefitCard(only), role: 'benefit' };
  return cardOf(role, 'list', { hook: heading, benefits: lines });
}

const FIGURE =
  /^(?<figure>[+\-–−]?\p{Nd}[\p{Nd}.,]*\s?(?:%|°C?|"|(?:k?g|mg|ml|cl|cm|mm|m|km|kWh?|Wh?|mAh|V|h|min|s|gsm|GB|TB|MP|DPI|Hz|bar|hours?|hrs?|days?|months?|years?|minutes?|seconds?|Monate|Jahre|Minuten|Sekunden|meses|años|anos|mois|ans|mesi|anni|minutos|segundos|minutes|secondes|minuti|secondi|litres?|liters?|litros?|litri|lumens?|lm|W|oz|lbs?|Std\.?|Stunden|Tage|Zoll|horas|días|heures|jours|ore|giorni|dias|inch(?:es)?|saat|gram|gün)(?![\p{L}])))\s*(?<rest>.*)$/iu;

/** "40 h battery" is a figure and what it says; both are parts of the user's phrase. */
function benefitCard(line: string): Card {
  const figure = FIGURE.exec(line)?.groups;
  const caption = figure?.['rest']?.replace(/^(?:of|de|di|d['’])\s*/iu, '');
  return figure
    ? cardOf('benefit', 'figure', { figure: figure['figure'], figureCaption: caption || undefined })
    : cardOf('benefit', 'line', { benefits: [line] });
}

/** Looks that need no line of their own: until when once more, what it is, and the name over many of it. */
function ownLooks(said: Said): Card[] {
  const what = categoryOf(said);
  const until = dateOf(said);
  const lines = [until, what].filter((line): line is string => line !== undefined);
  return [...lines.map(detailCard), cardOf('detail', 'pattern', { name: said.name })];
}

function detailCard(line: string): Card {
  return cardOf('detail', 'detail', { hook: line });
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

/** Name, price and where to go. Without the name where there is no time for it: it stood there a moment ago. */
function endCard({ name, callToAction, facts }: Said, seconds: number, before: readonly Card[]): Card {
  const { price, off, until } = facts.offer ?? {};
  const url = facts.url ?? facts.place;
  const last = price ?? off;
  const card = (shownName: string | undefined) =>
    cardOf('cta', 'end', {
      name: shownName,
      price,
      off: price === undefined ? off : undefined,
      until: price === undefined ? until : undefined,
      callToAction,
      url,
    });
  const whole = card(name);
  return secondsOf([...before, whole]) > seconds && last !== undefined ? card(undefined) : whole;
}
