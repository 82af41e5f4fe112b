import type { Cue } from '#src/domain/understanding/lexicon/lexicon.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import type { Candidate } from './candidate.ts';
import { KIND_FIRST } from './kinds.ts';
import { isCapital, isGeneric, isUnit, runAfter } from './name-shapes.ts';

/** What the opening words say by their order alone, where no list knows the thing. */
export type Title = { name: Candidate | null; what: Span | null };

const DEFINITE = /^(?:the|der|die|das|el|la|le|il|lo|o|a|de|het)$/u;
const ARTICLE =
  /^(?:the|an?|der|die|das|eine?|el|la|los|las|una?|le|les|une|il|lo|gli|uno|os?|as|uma?|de|het|een|ett?|en)$/u;
/** Languages that put the thing before its name when both stand side by side ("Filt Norrsken", "Fietstas Waaier"). */
const NAME_LAST = new Set([...KIND_FIRST, 'nl', 'sv', 'da', 'pl', 'fi', 'cs', 'ro']);
/** What ends the words for a thing. */
const STOPS: readonly Cue[] = [
  'in',
  'at',
  'for',
  'from',
  'of',
  'made',
  'is',
  'without',
  'and',
  'or',
  'upTo',
  'starts',
  'until',
  'only',
  'every',
  'by',
  'says',
  'discount',
  'shipping',
  'people',
];
const MOST_WORDS = 4;

/**
 * "Rusty the wind-up robot", "Captain Quack: the rubber duck", "Cove is a beach towel": a name and, behind an article,
 * what it is. Null when the text does not open so.
 */
export function introduced(reading: Reading): Title | null {
  if (reading.isLowerCase) return null;
  const clause = openingClause(reading);
  if (!clause) return null;
  const run = runAfter(reading, clause, clause.from);
  if (!run || run.from !== clause.from || run.to - run.from > MOST_WORDS) return null;
  const name: Candidate = { span: run, isUnsure: false };
  const next = reading.clauseAt(clause.to + 1);
  const apposition =
    next && next.sentence === clause.sentence ? behindArticle(reading, next, next.from) : null;
  if (run.to === clause.to) {
    const epithet = germanEpithet(reading, run);
    if (epithet) return { name, what: apposition ?? epithet };
    return apposition && !isPlural(reading, run) ? { name, what: apposition } : null;
  }
  if (reading.length('is', run.to) > 0) {
    const what = behindArticle(reading, clause, run.to + reading.length('is', run.to));
    return what && { name, what };
  }
  const isEpithet =
    DEFINITE.test(reading.tokens[run.to]?.text ?? '') && reading.language !== 'tr' && run.to - run.from <= 2;
  const epithet = isEpithet ? behindArticle(reading, clause, run.to) : null;
  // "Bruno the bear is soft"
  const isSubject = epithet !== null && reading.length('is', epithet.to) > 0;
  if (!epithet || (epithet.to !== clause.to && !isSubject)) return null;
  // "Benny the bear" is called so; "Rusty the wind-up robot" is described.
  const isShort = epithet.to - epithet.from === 1;
  return {
    name: isShort ? { span: { from: run.from, to: epithet.to }, isUnsure: false } : name,
    what: apposition ?? epithet,
  };
}

/** „Momo das Monster“: in German the whole reads as one run of capitals. */
function germanEpithet(reading: Reading, run: Span): Span | null {
  const isSaid =
    reading.language === 'de' &&
    run.to - run.from === 3 &&
    /^(?:der|die|das)$/u.test(reading.tokens[run.from + 1]?.text ?? '');
  return isSaid ? { from: run.from + 2, to: run.to } : null;
}

/** What the opening words call the thing, and its name where one stands beside them. */
export function openingPhrase(reading: Reading, name: Span | null): Title | null {
  const clause = name ? reading.clauseAt(name.from) : openingClause(reading);
  if (!clause) return null;
  if (name && NAME_LAST.has(reading.language)) return thingBefore(reading, clause, name);
  const start = name?.to ?? clause.from;
  const isOfOtherScript = /^(?:ar|he|fa|ja|zh|tr)$/u.test(reading.language);
  if (isOfOtherScript) return null;
  if (name) {
    const what = reading.language === 'en' ? phrase(reading, clause, start) : null;
    return what && { name: null, what };
  }
  if (reading.language === 'en') {
    const what = phrase(reading, clause, start, true);
    return what && { name: null, what };
  }
  const described = NAME_LAST.has(reading.language) ? describedThing(reading, clause) : null;
  if (described) return described;
  // „Nistkasten aus Lärche“, "Toldo plegable para balcón": a noun and what is said of it.
  const isNoun =
    reading.tokens[start]?.kind === 'word' && !isGeneric(reading, start) && !reading.roles[start];
  const isShort = clause.to - start <= 6 && (reading.isLowerCase || isCapital(reading, start));
  const isFollowed =
    start + 1 === clause.to || isPreposition(reading, start + 1) || isPreposition(reading, start + 2);
  return isNoun && isShort && isFollowed ? { name: null, what: { from: start, to: start + 1 } } : null;
}

/** "Bouillotte Marmotte", "Sèche-linge mural Pinson": first the thing, then its name. */
function thingBefore(reading: Reading, clause: Clause, name: Span): Title | null {
  const isOpening = name.from === clause.from && name.to - name.from >= 2 && !reading.isUpperCase;
  if (!isOpening) return null;
  const isArticle = ARTICLE.test(reading.tokens[name.from]?.fold ?? '');
  const isJoined = !isCapital(reading, name.from + 1);
  const next = reading.clauseAt(clause.to + 1);
  const isExplained =
    name.to === clause.to &&
    next?.sentence === clause.sentence &&
    (reading.find('kind', { from: next.from, to: Math.min(next.to, next.from + 4) }) !== null ||
      behindArticle(reading, next, next.from) !== null);
  // "Robo Rex! Il robot che balla": a name is called out, and then told.
  const isCalledOut =
    reading.tokens[clause.to]?.text === '!' && ARTICLE.test(reading.tokens[clause.to + 1]?.fold ?? '');
  if (isArticle || isJoined || isExplained || isCalledOut) return null;
  return {
    name: { span: { from: name.from + 1, to: name.to }, isUnsure: false },
    what: { from: name.from, to: name.from + 1 },
  };
}

/** "Sèche-linge mural Pinson": the thing, what it is like in small letters, and capitals to the end. */
function describedThing(reading: Reading, clause: Clause): Title | null {
  let from = clause.from + 1;
  while (
    from < clause.to &&
    from - clause.from <= 2 &&
    /^\p{Ll}{3,}/u.test(reading.tokens[from]?.text ?? '') &&
    !isPreposition(reading, from)
  )
    from++;
  const run = from > clause.from + 1 ? runAfter(reading, clause, from) : null;
  const isWhole = run?.from === from && run.to === clause.to && isCapital(reading, clause.from);
  return isWhole ? { name: { span: run, isUnsure: false }, what: { from: clause.from, to: from } } : null;
}

/** The first clause that no order, quotation or offer takes, without the words that lead in. */
function openingClause(reading: Reading): Clause | null {
  for (const clause of reading.clauses.slice(0, 6)) {
    let from = clause.from;
    while (
      from < clause.to &&
      (reading.roles[from] === 'noise' ||
        reading.length('noise', from) > 0 ||
        (reading.isSmall(from) && !isCapital(reading, from)) ||
        reading.length('called', from) > 0 ||
        (ARTICLE.test(reading.tokens[from]?.fold ?? '') && !isCapital(reading, from + 1)) ||
        (/^(?:the|our|my)$/iu.test(reading.tokens[from]?.text ?? '') && isProduct(reading, from)))
    )
      from += Math.max(1, reading.length('noise', from), reading.length('called', from));
    if (from < clause.to && !reading.roles[from]) return { ...clause, from };
  }
  return null;
}

/** "The Harrier Messenger is a bag" speaks of it, "The Long Way Home, a novel" is called so. */
function isProduct(reading: Reading, at: number): boolean {
  const clause = reading.clauseAt(at);
  return clause !== null && (reading.find('is', clause) !== null || !isCapital(reading, clause.to - 1));
}

function behindArticle(reading: Reading, clause: Clause, at: number): Span | null {
  if (!ARTICLE.test(reading.tokens[at]?.text ?? '')) return null;
  // "a 14 litre shoulder bag"
  const isMeasured = reading.tokens[at + 1]?.kind === 'number' && isUnit(reading, at + 2);
  return phrase(reading, clause, at + (isMeasured ? 3 : 1));
}

/** The words for a thing from there on: up to a preposition, a figure or the clause's end. */
function phrase(reading: Reading, clause: Clause, start: number, isOpening = false): Span | null {
  let to = start;
  while (to < clause.to && to - start < MOST_WORDS + 1 && isOfThing(reading, to, isOpening && to === start))
    to++;
  const length = to - start;
  const isVerb = length > 2 && to < clause.to && /[^s]s$/u.test(reading.tokens[to - 1]?.fold ?? '');
  if (isVerb && reading.language === 'en') to--;
  return length > 0 && length <= MOST_WORDS ? { from: start, to } : null;
}

function isOfThing(reading: Reading, at: number, mayBeCapital: boolean): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || reading.roles[at] || reading.isSmall(at) || ARTICLE.test(token.text))
    return false;
  if (mayBeCapital && reading.any(['make', 'noise', 'video', 'callToAction', 'subject'], at) !== null)
    return false;
  const isCased = mayBeCapital || reading.language === 'de' || /^\p{Ll}/u.test(token.text);
  return isCased && reading.any(STOPS, at) === null;
}

function isPreposition(reading: Reading, at: number): boolean {
  return reading.any(['in', 'for', 'of', 'from', 'made', 'without'], at) !== null || reading.isSmall(at);
}

/** "Sneakers, a gift for kids" names nothing. */
function isPlural(reading: Reading, { from, to }: Span): boolean {
  return (
    to - from === 1 && reading.length('kind', from) > 0 && (reading.tokens[from]?.fold ?? '').endsWith('s')
  );
}
