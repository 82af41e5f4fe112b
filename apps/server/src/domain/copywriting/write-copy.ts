import type { Facts } from '@spotsmith/contract/facts';
import type { Tone } from '@spotsmith/contract/words';
import type { Copy, ShotRole } from '@spotsmith/motion/storyboard';
import { randomFrom } from '../random.ts';
import { linesFor } from './lines.ts';
import { cardSeconds, countWords, MOST_WORDS } from './words-on-a-card.ts';

/** What the copy is written from: all of it the user's own words. */
export type Said = { name: string; language: string; callToAction: string; facts: Facts };
export type CopyForm = { seconds: number; tone: Tone; category: string; seed: number };

type Field = keyof Copy;
/** One card: which fields of the ad's copy it shows, and words of its own. */
export type Card = {
  role: ShotRole;
  /** What the card is for, so that a fitting layout can be chosen. */
  kind: 'hook' | 'name' | 'price' | 'line' | 'figure' | 'list' | 'detail' | 'quote' | 'end';
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
const MOST_BANK_LINES = 2;

/**
 * The cards of an ad in order, hook first and end card last. Each fact stands on one card only (the price again at the
 * end); old price, new price and date stand together; lines of the bank claim nothing; no card mixes languages. Without
 * a bank for the language the user's own words open the ad.
 */
export function writeCopy(said: Said, form: CopyForm): Card[] {
  const random = randomFrom(form.seed);
  const wish = { language: said.language, tone: form.tone, category: form.category };
  const own = ownLines(said);
  const hooks = linesFor('hook', wish, random).filter((line) => countWords(line) <= MOST_WORDS);
  const opening = own.slogan ?? openingFrom(hooks, said) ?? own.lines.find((line) => !/^\p{Nd}/u.test(line));
  const wanted = shotCount(form);
  const middle = middleCards(said, own, opening).slice(0, Math.max(0, wanted - 3));
  const lines = [
    ...linesFor('detail', wish, random).slice(0, 1),
    ...hooks.filter((line) => line !== opening),
  ];
  const details = detailCards(lines.slice(0, MOST_BANK_LINES), wanted - 3 - middle.length);
  return [
    hookCard(said, opening),
    productCard(said, opening),
    ...interleaved(middle, details),
    endCard(said, form.seconds),
  ];
}

/** The most fitting hook that can be read, with the kind of thing, before the first cut; else the shortest. */
function openingFrom(hooks: readonly string[], said: Said): string | undefined {
  const room = hooks.find((line) => countWords(line) + countWords(categoryOf(said) ?? '') <= MOST_HOOK_WORDS);
  return room ?? hooks.toSorted((a, b) => countWords(a) - countWords(b))[0];
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
function ownLines({ facts, name }: Said): OwnLines {
  const fits = (line: string | undefined): line is string =>
    line !== undefined && countWords(line) <= MOST_WORDS && line.toLowerCase() !== name.toLowerCase();
  const { quote, by } = facts.proof ?? {};
  const { shipping, guarantee, quantity, code } = facts.offer ?? {};
  return {
    slogan: by === undefined && fits(quote) ? quote : undefined,
    lines: (facts.benefits ?? []).filter(fits).slice(0, 3),
    terms: [shipping, guarantee, quantity, code]
      .filter((line): line is string => line !== undefined)
      .slice(0, 3),
  };
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
  return what !== undefined && countWords(`${hook} ${what}`) <= MOST_HOOK_WORDS;
}

/** Name and, when there is one, the whole offer: the new price, the old one and until when. */
function productCard(said: Said, hook: string | undefined): Card {
  const { name, facts } = said;
  const { price, was, off, until } = facts.offer ?? {};
  const hasOffer = price !== undefined || off !== undefined;
  const category = categoryOf(said);
  const isTold = hook === undefined || hasRoom(hook, category);
  const what = isTold ? undefined : category;
  // A percentage beside two prices would say the same twice.
  const deal = price !== undefined && was !== undefined ? undefined : off;
  return hasOffer
    ? cardOf('product', 'price', { name, what, price, was, off: deal, until })
    : cardOf('product', 'name', { name, what });
}

function middleCards({ facts }: Said, own: OwnLines, opening: string | undefined): Card[] {
  const lines = own.lines.filter((line) => line !== opening);
  const { quote, by, rating } = facts.proof ?? {};
  const isProof = quote !== undefined && quote !== own.slogan;
  return [
    ...lines.map(benefitCard),
    ...(isProof ? [cardOf('proof', 'quote', { quote, by, rating })] : []),
    ...(own.terms.length > 0 ? [cardOf('offer', 'list', { benefits: own.terms })] : []),
  ];
}

const FIGURE =
  /^(?<figure>[+]?\p{Nd}[\p{Nd}.,]*\s?(?:%|°C?|"|(?:k?g|mg|ml|cl|l|cm|mm|m|km|kWh?|Wh?|mAh|V|h|min|s|gsm|GB|TB|MP|DPI|Hz|bar|hours?|days?|Std\.?|Stunden|Tage|Zoll|horas|días|heures|jours|ore|giorni|dias|inch(?:es)?|saat|gram|gün)(?![\p{L}])))\s*(?<rest>.*)$/iu;

/** "40 h battery" is a figure and what it says; both are parts of the user's phrase. */
function benefitCard(line: string): Card {
  const figure = FIGURE.exec(line)?.groups;
  return figure
    ? cardOf('benefit', 'figure', { figure: figure['figure'], figureCaption: figure['rest'] || undefined })
    : cardOf('benefit', 'line', { benefits: [line] });
}

function detailCards(lines: readonly string[], count: number): Card[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    cardOf('detail', 'detail', { hook: lines[index] }),
  );
}

/** Facts and pictures in turn, so that no two of a kind are neighbours for long. */
function interleaved(facts: readonly Card[], details: readonly Card[]): Card[] {
  const cards: Card[] = [];
  for (let index = 0; index < Math.max(facts.length, details.length); index++) {
    const [detail, fact] = [details[index], facts[index]];
    if (detail) cards.push(detail);
    if (fact) cards.push(fact);
  }
  return cards;
}

/** Name, price and where to go. In six seconds the name stood there a moment ago. */
function endCard({ name, callToAction, facts }: Said, seconds: number): Card {
  const { price, off, until } = facts.offer ?? {};
  const url = facts.url ?? facts.place;
  const last = price ?? off;
  return cardOf('cta', 'end', {
    name: seconds > 6 || last === undefined ? name : undefined,
    price,
    off: price === undefined ? off : undefined,
    until: price === undefined ? until : undefined,
    callToAction,
    url,
  });
}
