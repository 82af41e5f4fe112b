import type { Brief } from '@spotsmith/contract/brief';
import type { Facts } from '@spotsmith/contract/facts';
import { isSize, worthOf } from './line-worth.ts';
import { unitsOf } from './parallel-lines.ts';
import { isWholeLine, wholeLine } from '#src/domain/brief/whole-lines.ts';
import { countWords, MOST_WORDS } from './words-on-a-card.ts';

/** What the copy is written from: all of it the user's own words. */
export type Said = {
  name: string;
  language: string;
  callToAction: string;
  facts: Facts;
  /** By a language model, of the same facts: they take the place of the rules' opening and of the facts' own wording. */
  lines?: Brief['lines'];
};

export type OwnLines = {
  slogan: string | undefined;
  /** Each a phrase by itself, best first. */
  lines: string[];
  /** A bare size, which stands beside what the thing is. */
  size: string | undefined;
  terms: string[];
};

/** The user's lines that fit on a card, those that say most first. A quoted line that nobody said is a slogan. */
export function ownLines(said: Said): OwnLines {
  const { facts, name, language } = said;
  const fits = (line: string | undefined): line is string =>
    line !== undefined && line !== '' && countWords(line) <= MOST_WORDS && !isSame(line, name);
  const { quote, by } = facts.proof ?? {};
  const told = presentable(
    (said.lines?.benefits.length ? said.lines.benefits : (facts.benefits ?? [])).filter(
      (line) => !describes(line, facts.what) && !isMakerOf(line),
    ),
    language,
  ).filter((line) => fits(line) && isNews(line, said));
  const size = told.filter((line) => isSize(line));
  const lines = unitsOf(told.filter((line) => line !== size[0]))
    .map((unit, index) => ({ unit, rank: -Math.max(...unit.map(worthOf)) * 100 + index }))
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ unit }) => unit);
  return {
    slogan: by === undefined && fits(quote) ? quote : undefined,
    lines: [...new Set(lines)],
    size: size[0],
    terms: presentable(termsOf(said), language).filter(fits).slice(0, 3),
  };
}

/** "Code RUN20" in the ad's language. */
export function codeLine({ facts, language }: Pick<Said, 'facts' | 'language'>): string | undefined {
  const code = facts.offer?.code;
  return code === undefined ? undefined : `${codeWord(language)} ${code}`;
}

function termsOf(said: Said): string[] {
  const { facts } = said;
  const { price, shipping, guarantee, quantity, starts, until } = facts.offer ?? {};
  const terms = [
    // A pack's size stands beside its price.
    price === undefined ? quantity : undefined,
    until === undefined ? undefined : starts,
    // Without a date it stands with the price.
    until === undefined && starts === undefined ? undefined : codeLine(said),
    shipping,
    guarantee,
    facts.url === undefined ? undefined : facts.place,
  ];
  return terms.filter((line) => line !== undefined);
}

/** What the ad says in another place is not told again. */
function isNews(line: string, { facts, callToAction }: Said): boolean {
  const { price, was, off, until, quantity, code, shipping, guarantee } = facts.offer ?? {};
  const told = [
    price,
    was,
    off,
    until,
    quantity,
    shipping,
    guarantee,
    facts.url,
    facts.what,
    facts.proof?.by,
  ];
  const holdsCode = code !== undefined && line.includes(code);
  return (
    !holdsCode &&
    !told.some((fact) => fact !== undefined && isSame(line, fact)) &&
    !isSame(line, callToAction)
  );
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** "by Ines Farrow", „vom Imker Wieser“: who made it goes with what it is, and makes no scene. */
const MAKER =
  /^(?:by|from|von|vom|par|di|de|por|van|door|من)\s+(?:\p{Lu}[\p{L}'’.]*(?:\s|$)|&\s|of\s){1,5}$/u;
const isMakerOf = (line: string): boolean => MAKER.test(line);

/**
 * What it is, with the word before it where one stands there ("fringe boots" for boots) and its maker; nothing where the
 * name says it already, or is called so for want of one.
 */
export function categoryOf({ name, facts, language }: Said): string | undefined {
  const maker = (facts.benefits ?? []).find((line) => isMakerOf(line) && !name.includes(line));
  if (facts.what === undefined || holds(name, facts.what)) return maker && capitalised(maker, language);
  const own =
    (facts.benefits ?? []).find((line) => describes(line, facts.what) && countWords(line) <= MOST_WORDS) ??
    facts.what;
  const what = maker && countWords(own) + countWords(maker) <= MOST_WORDS ? `${own} ${maker}` : own;
  return capitalised(what, language);
}

/** "Dash Tee" says already that it is a tee. */
const holds = (name: string, what: string) => ` ${name} `.toLowerCase().includes(` ${what.toLowerCase()} `);

const describes = (line: string, what: string | undefined) =>
  what !== undefined && line.length > what.length && line.toLowerCase().endsWith(` ${what.toLowerCase()}`);

const presentable = (lines: readonly string[], language: string) =>
  lines
    .map(withoutFirstWord)
    .flatMap((line) => halves(line, language))
    .map((line) => wholeLine(line, language))
    .filter((line) => isTold(line))
    .map((line) => capitalised(line, language));

/** A number by itself says nothing of what it counts. */
const isTold = (line: string) => /\p{L}|[×"″%٪]/u.test(line);

/** "with 40 hours of battery" and "in soft leather" are lines without their first word. */
function withoutFirstWord(line: string): string {
  return line
    .replace(/^(?:with|mit|con|avec|com|met|w\/)\s+(?=\S)/iu, '')
    .replace(/^in\s+(?=soft|pure|solid|fine|real|brushed)/iu, '')
    .replace(/^(?:an?|une?|eine?n?|una?|uma?)\s+(?=\p{Nd})/iu, '');
}

const AND = /\s+(?:and|und|y|et|e|en)\s+(?:(?:an?|une?|eine?n?|una?|uma?)\s+)?/iu;
/** "may help with dry and flaky skin" cut in two would promise more than was said. */
const LIMITS =
  /(?<!\p{L})(?:may|can|might|helps?|kann|hilft|puede|ayuda|peut|aide|può|aiuta|pode|ajuda)(?!\p{L})/iu;

/** What is too long for a card and says two things is two lines. */
function halves(line: string, language: string): string[] {
  // Of a series only the last two would be parted.
  if (line.includes(',')) return [line];
  const parts = line.split(AND);
  const isTwo =
    parts.length === 2 && parts.every((part) => countWords(part) >= 2 && isWholeLine(part, language));
  return countWords(line) > MOST_WORDS && isTwo && !LIMITS.test(line) ? parts : [line];
}

/** A line begins with a capital, as on a poster; what is written with a capital inside ("iPad case") is left alone. */
function capitalised(line: string, language: string): string {
  const [first = ''] = line.split(/\s/u);
  return /^\p{Ll}[\p{Ll}'’-]*[,;]?$/u.test(first)
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
