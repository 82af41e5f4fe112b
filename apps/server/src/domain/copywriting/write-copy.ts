import type { Tone } from '@spotsmith/contract/words';
import type { Copy, ShotRole } from '@spotsmith/motion/storyboard';
import { randomFrom } from '../random.ts';
import { type LineWish, linesFor } from './lines.ts';
import { isBareMeasure, isSize, worthOf } from './line-worth.ts';
import { type Idea, ideaOf } from './opening.ts';
import { categoryOf, codeLine, type OwnLines, ownLines, type Said } from './own-lines.ts';
import { groupOf, themesOf } from './product-groups.ts';
import { cardSeconds, countWords, MOST_WORDS } from './words-on-a-card.ts';

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
  /** Without it the ad's thought would not close: others give way first. */
  isKept?: boolean;
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
/** A hook is read and over by two seconds, so that name and price come soon. */
const MOST_HOOK_WORDS = 3;
/** Looks at the product that say nothing, one after another, tire. */
const MOST_LOOKS = 3;
/** With fewer cards of facts a look at the product says a line of the bank. */
const MANY_FACTS = 3;

/**
 * The cards of an ad in order, hook first and end card last. It opens on the user's own strongest line; where none is
 * short enough, on a line of the bank, which claims nothing. Each fact stands on one card only (the price again at the
 * end); old price, new price and date stand together; no card mixes languages. What is left of the time looks at the
 * product without a word, or with one line more of the bank.
 */
export function writeCopy(said: Said, form: CopyForm): Card[] {
  const random = randomFrom(form.seed);
  const wish = wishOf(said, form);
  const own = ownLines(said);
  const isNamed = said.name.toLowerCase() !== said.facts.what?.toLowerCase();
  const hooks = linesFor('hook', wish, random).filter(
    ({ text, isFitting, echo }) =>
      // "Have you met?" asks for a name.
      (isNamed || isFitting || echo === undefined) &&
      countWords(text) <= MOST_HOOK_WORDS &&
      !isDeniedBy(text, own.lines),
  );
  const idea = ideaOf(hooks, own, said.lines?.hook);
  const { opening } = idea;
  const wanted = shotCount(form);
  const first = hookCard(said, opening);
  const product = productCard(said, own, opening);
  const end = endCard(said, own, form.seconds, [first, product]);
  if (secondsOf([first, product, end]) > form.seconds) return shortestCards(said);
  const middle = middleCards(said, own, { idea, end, room: Math.max(1, wanted - 3) });
  const looks = Math.min(MOST_LOOKS, Math.max(0, wanted - 3 - middle.length));
  const second = hooks.find(({ text, isOfKind }) => isOfKind && text !== opening)?.text;
  const echo = idea.echo ?? (middle.length < MANY_FACTS ? second : undefined);
  const details = looksAt(said, middle, looks);
  return [first, product, ...closedWith(interleaved(middle, details), idea, echo), end];
}

const STEM_LETTERS = 4;
const DENIES = /^(?:no|zero|without|never|ohne|kein\p{L}*|sin|sans|senza|sem|zonder|geen)\s/iu;

/** "Lace up" is no line for shoes without laces. */
function isDeniedBy(text: string, lines: readonly string[]): boolean {
  const stems = (words: string) =>
    (words.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => word.length >= STEM_LETTERS)
      .map((word) => word.slice(0, STEM_LETTERS));
  const denied = lines.flatMap((line) =>
    line.split(/[.!] /u).flatMap((part) => (DENIES.test(part) ? stems(part.replace(DENIES, '')) : [])),
  );
  return stems(text).some((stem) => denied.includes(stem));
}

/** The user's closing line stands last; without one a line of the bank under a look at the product does. */
function closedWith(cards: readonly Card[], { closing }: Idea, echo: string | undefined): Card[] {
  const at =
    closing === undefined
      ? cards.findLastIndex(({ kind, copy }) => kind === 'look' && Object.keys(copy).length === 0)
      : cards.findIndex(({ copy }) => copy.benefits?.length === 1 && copy.benefits[0] === closing);
  const card = cards[at];
  if (card === undefined) return [...cards];
  const last = closing === undefined && echo !== undefined ? cardOf('detail', 'look', { hook: echo }) : card;
  const others = cards.filter((_, index) => index !== at);
  const mayStandLast = closing !== undefined || (echo !== undefined && others.at(-1)?.kind !== 'look');
  if (!mayStandLast) return cards.map((one, index) => (index === at ? last : one));
  return [...others, closing === undefined ? last : { ...last, isKept: true }];
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
    : cardOf('product', 'name', { name: what ?? name, until: dateOf(said) });
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

/** How many shots an ad of that length and tone has: at least three. */
function shotCount({ seconds, tone }: Pick<CopyForm, 'seconds' | 'tone'>): number {
  const count = Math.round((seconds / 12) * SHOTS_IN_12_SECONDS[PACE[tone]]);
  return Math.min(MOST_SHOTS, Math.max(seconds >= 10 ? 4 : 3, count));
}

function cardOf(role: ShotRole, kind: Card['kind'], copy: Partial<Record<Field, unknown>>): Card {
  const given = Object.fromEntries(Object.entries(copy).filter(([, value]) => value !== undefined)) as Copy;
  const lines = Object.values(given).flatMap((value) =>
    typeof value === 'number' || value === undefined ? [] : value,
  );
  return { role, kind, copy: given, neededSeconds: cardSeconds(lines) };
}

/** A line that begins with a figure opens as that figure, as large as it goes. What it is stands with the name. */
function hookCard(said: Said, hook: string | undefined): Card {
  if (hook !== undefined && isFigure(hook)) return { ...benefitCard(hook), role: 'hook' };
  return cardOf('hook', 'hook', { hook: hook ?? categoryOf(said) ?? said.name });
}

function hasRoom(hook: string, what: string | undefined): boolean {
  return what !== undefined && countWords(hook) + countWords(what) <= MOST_HOOK_WORDS;
}

/** Name and, when there is one, the whole offer: the new price, the old one and until when. */
function productCard(said: Said, { size }: OwnLines, hook: string | undefined): Card {
  const { name, facts } = said;
  const { price, was, off, quantity } = facts.offer ?? {};
  const hasOffer = price !== undefined || off !== undefined;
  const category = categoryOf(said);
  const kind = hook === undefined ? undefined : category;
  // A pack's size stands beside its price, behind what it is.
  const measure = (price === undefined ? undefined : quantity) ?? size;
  const both = [kind, measure].filter((words) => words !== undefined).join(' · ');
  const what = countWords(both) <= MOST_WORDS ? both || undefined : (measure ?? kind);
  // A percentage beside two prices would say the same twice.
  const deal = price !== undefined && was !== undefined ? undefined : off;
  return hasOffer
    ? cardOf('product', 'price', { name, what, price, was, off: deal, until: dateOf(said) })
    : cardOf('product', 'name', { name, what, until: dateOf(said) });
}

/** Until when, or from when; nothing where the call to action says it: "Order by Thursday". Else the code that is asked for. */
function dateOf(said: Said): string | undefined {
  const { facts, callToAction } = said;
  const { until, starts } = facts.offer ?? {};
  const date = until ?? starts ?? codeLine(said);
  return date !== undefined && callToAction.includes(date) ? undefined : date;
}

/** What stands between product and end: each benefit on a card of its own while there is room, the rest in a list. */
function middleCards(
  { facts }: Said,
  own: OwnLines,
  { idea, end, room }: { idea: Idea; end: Card; room: number },
): Card[] {
  const { opening, answer, closing } = idea;
  const { quote, by, rating } = facts.proof ?? {};
  const proof =
    quote !== undefined && quote !== own.slogan ? [cardOf('proof', 'quote', { quote, by, rating })] : [];
  const atEnd = end.copy.until?.toLowerCase();
  const open = own.terms.filter(
    (line) =>
      atEnd === undefined || !(line.toLowerCase().startsWith(atEnd) || atEnd.includes(line.toLowerCase())),
  );
  // In a short ad what the thing does goes before its guarantee.
  const terms = open.length > 0 ? [{ ...listCard('offer', open), isKept: room >= ROOM_FOR_TERMS }] : [];
  const lines = [answer, ...own.lines.filter((line) => ![opening, answer, closing].includes(line))].filter(
    (line) => line !== undefined,
  );
  const slight = lines.filter((line) => line !== answer && isSlight(line));
  const isGrouped = slight.length > 1;
  const alone = isGrouped ? lines.filter((line) => !slight.includes(line)) : lines;
  const last = closing === undefined ? [] : [benefitCard(closing)];
  const places = room - proof.length - terms.length - last.length;
  const hasList = isGrouped || alone.length > places;
  const single = alone.slice(0, Math.max(0, hasList ? places - 1 : places));
  const listed = inOneList([...alone.slice(single.length), ...(isGrouped ? slight : [])]);
  const rest = listed.length > 0 ? [listCard('benefit', listed)] : [];
  const cards = [...single.map(benefitCard), ...rest, ...proof, ...terms];
  return [...cards.slice(0, Math.max(1, room - last.length)), ...last];
}

const ROOM_FOR_TERMS = 4;

/** "4.8 stars from 2,000 reviews" speaks for it. */
const RATED = /\p{Nd}\s?(?:stars?|reviews?|sterne|bewertungen|estrellas|étoiles|stelle|estrelas|★)/iu;

/** What only describes shares a card with its like; a weight is a scene of its own. */
const isSlight = (line: string) =>
  worthOf(line) <= 1 && !RATED.test(line) && !(isBareMeasure(line) && !isSize(line));

const MOST_IN_LIST = { lines: 3, words: 9 };

function inOneList(lines: readonly string[]): string[] {
  let words = 0;
  return lines
    .map((line) => (/^[^.!?]+\.$/u.test(line) ? line.slice(0, -1) : line))
    .filter((line) => (words += countWords(line)) <= MOST_IN_LIST.words)
    .slice(0, MOST_IN_LIST.lines);
}

function listCard(role: 'benefit' | 'offer', lines: readonly string[]): Card {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return { ...benefitCard(only), role: 'benefit' };
  return cardOf(role, 'list', { benefits: lines });
}

const FIGURE =
  /^(?<figure>[+\-–−]?\p{Nd}[\p{Nd}.,]*\s?(?:%|°C?|"|(?:km\/h|k?g|mg|ml|cl|cm|mm|m|km|kWh?|Wh?|mAh|V|h|min|s|gsm|grams?|grammes|gramm|gramos|grammi|gramas|GB|TB|MP|DPI|Hz|bar|hours?|hrs?|days?|months?|years?|minutes?|seconds?|Monate|Jahre|Minuten|Sekunden|meses|años|anos|mois|ans|mesi|anni|minutos|segundos|minutes|secondes|minuti|secondi|litres?|liters?|litros?|litri|lumens?|lm|W|oz|lbs?|Std\.?|Stunden|Tage|Zoll|horas|días|heures|jours|ore|giorni|dias|inch(?:es)?|saat|gram|gün)(?![\p{L}/])))\s*(?<rest>.*)$/iu;

const isFigure = (line: string) => FIGURE.test(line);

/** "40 h battery" is a figure and what it says; both are parts of the user's phrase. */
function benefitCard(line: string): Card {
  const figure = FIGURE.exec(line)?.groups;
  const caption = figure?.['rest']?.replace(/^(?:(?:of|de|di|von|van)\s+|d['’])/iu, '');
  return figure
    ? cardOf('benefit', 'figure', { figure: figure['figure'], figureCaption: caption || undefined })
    : cardOf('benefit', 'line', { benefits: [line] });
}

/** Words of a name that still stands large behind a product, and letters of each. */
const MOST_POSTER = { words: 2, letters: 9 };

/**
 * Looks at the product: near, then many of it under its name, or, where a line shows it small already, as a
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
  // An answer follows its question at once.
  for (const [at, { copy }] of cards.entries()) {
    const [look, answer] = [cards[at + 1], cards[at + 2]];
    const isAsked = copy.benefits?.length === 1 && copy.benefits[0]?.endsWith('?') === true;
    if (isAsked && look && answer && look.copy.benefits === undefined && answer.copy.benefits !== undefined)
      cards.splice(at + 1, 2, answer, look);
  }
  return cards;
}

/**
 * The end card takes at most this share of an ad, more where it says why to act now, and so many seconds to be read; nothing
 * leaves it, so it lasts less.
 */
const MOST_END_SHARE = { usual: 0.3, urgent: 0.39 };
const MOST_END_SECONDS = 3.9;
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
  // "2 for 1" belongs to its date; a percentage beside two prices says the same twice.
  const deal = price === undefined || was === undefined || !/[%٪％]/u.test(off ?? '') ? off : undefined;
  const offer = { was: price === undefined ? undefined : was, off: deal, until };
  const { shipping } = facts.offer ?? {};
  const what = whatAtEnd(said, own);
  // Free delivery stands where a date would.
  const ofAddress =
    shipping?.endsWith(facts.url ?? '\0') === true ? shipping.slice(0, -(facts.url ?? '').length) : shipping;
  const term =
    until === undefined && price !== undefined
      ? ofAddress?.replace(/\s(?:at|on|auf|bei|sur|en|su|em|op)\s$/u, '')
      : undefined;
  const code = codeLine(said);
  const both = until !== undefined && code !== undefined && until !== code ? `${until} · ${code}` : undefined;
  const withCode =
    both === undefined
      ? []
      : [
          { name, off: deal, until: both },
          { name, until: both },
        ];
  const choices = [
    ...withCode,
    { name, what, ...offer, until: until ?? term },
    { name, ...offer, until: until ?? term },
    { name, what, ...offer },
    { name, ...offer },
    // Why to act now goes before what it cost.
    { name, off: deal, until },
    { name, until },
    { name, off: deal },
    { name, was: offer.was },
  ];
  const mostOf = ({ copy }: Card) => {
    const share = (copy.off ?? copy.until) ? MOST_END_SHARE.urgent : MOST_END_SHARE.usual;
    return Math.max(usual.neededSeconds, Math.min(MOST_END_SECONDS, share * seconds));
  };
  const fits = (one: Card) => one.neededSeconds <= mostOf(one) && secondsOf([...before, one]) <= seconds;
  const hasOffer = price !== undefined || off !== undefined;
  const least = secondsOf([...before, usual]) > seconds && hasOffer ? card({}) : usual;
  return choices.map(card).find(fits) ?? least;
}

/** Where one buys it, unless the button or a line says so. */
function whereAtEnd({ callToAction, facts: { url, place, benefits = [] } }: Said): string | undefined {
  const where = url ?? place;
  const told = url === undefined ? [callToAction, ...benefits] : [callToAction];
  const isSaid = where !== undefined && told.some((line) => line.toLowerCase().includes(where.toLowerCase()));
  return isSaid ? undefined : where;
}

/** What the price buys; without a price what it is, or the shortest thing that speaks for it. */
function whatAtEnd(said: Said, { lines }: OwnLines): string | undefined {
  const { price, quantity } = said.facts.offer ?? {};
  const short = lines.filter((line) => countWords(line) <= MOST_END_LINE_WORDS && worthOf(line) >= 1);
  const category = categoryOf(said);
  if (price !== undefined) return quantity ?? category;
  return category ?? short.toSorted((a, b) => countWords(a) - countWords(b))[0];
}
