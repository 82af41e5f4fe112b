import type { Candidate } from './candidate.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import { called } from './called-names.ts';
import {
  isDenied,
  isElsewhere,
  isOneOfMany,
  KIND_FIRST,
  kindSpans,
  kindFor,
  withModifiers,
} from './kinds.ts';
import {
  indices,
  isCapital,
  isGeneric,
  isModelWord,
  isRunTogether,
  isUnit,
  mayBeAdjective,
  runAfter,
  runBefore,
  withDayInFront,
  withVariant,
} from './name-shapes.ts';
import { nameWithoutCapitals } from './names-without-capitals.ts';
import { opening, compoundOpening, byBrand, modelNamed, possessed } from './opening-names.ts';
import { readRange } from './ranges.ts';
import { signature } from './signatures.ts';
import { introduced, openingPhrase } from './titles.ts';

export type Names = { name: string | null; what: string | null; products: string[]; isUnsure: boolean };

const COURSE =
  /kurs$|seminar$|^(?:online )?(?:course|class|workshop|lesson|corso|curso|cours|atelier|clase|aula|training|taller|ders)/iu;

/**
 * What the thing is called and what it is. Names are told by quotation marks, by words such as "called", or by standing
 * in capitals beside the word for the thing; anything less is not promoted to a name.
 */
export function readNames(reading: Reading, titles: readonly Span[]): Names {
  const kinds = kindSpans(reading);
  const range = readRange(reading, kinds);
  const intro = introduced(reading);
  const start = reading.clauseAt(reading.roles.findIndex((role) => role === null));
  const own =
    titled(reading, titles) ??
    intro?.name ??
    compoundOpening(reading) ??
    called(reading, kinds) ??
    besideKind(reading, kinds, range.span) ??
    possessed(reading) ??
    modelNamed(reading);
  const things = kinds.filter((kind) => !isDenied(reading, kind));
  const opens = own ? null : opening(reading, things);
  // A name in the first words is the thing's; one further on may as well be its maker's, who is told by other words.
  const isFirst = opens !== null && opens.span.from < (reading.clauses[1]?.to ?? Infinity);
  const named = own ?? (isFirst ? opens : null);
  const isOpen = !named || named.isUnsure;
  const mayBeSigned = isOpen && range.products.length === 0;
  const maker = isOpen ? (byBrand(reading) ?? (mayBeSigned ? signature(reading) : null)) : null;
  const found = maker && !(named && maker.isUnsure) ? maker : (named ?? opens);
  if (found !== null && found === maker) claimMaker(reading, found.span.from);
  const place = found === maker ? null : (found?.span ?? null);
  const home = place ? reading.clauseAt(place.from) : start;
  const isIntroduced = intro !== null && found !== null && found === intro.name;
  if (isIntroduced && found) claimLeadIn(reading, found.span.from);
  // Who sells it is not what is sold.
  const sold = found === maker ? kinds.filter(({ to }) => to !== found?.span.from) : kinds;
  const kind = kindFor(reading, sold, place);
  // A thing that is spoken of elsewhere ("no drill") is not what is sold; the words beside the name are.
  const isFar = kind === null || isElsewhere(reading, kind, place, home);
  const title =
    isFar && !isIntroduced
      ? openingPhrase(reading, found && found !== maker && !found.isUnsure ? found.span : null)
      : null;
  const plain = found === maker && maker && !maker.isUnsure ? maker : (title?.name ?? found);
  const candidate = plain && { ...plain, span: withVariant(reading, withDayInFront(reading, plain.span)) };
  // "65W USB-C charger": a unit behind its number begins no name.
  const name = candidate && isMeasure(reading, candidate.span) ? null : candidate;
  if (name && !name.isUnsure) claimEverywhere(reading, name.span);
  const isBefore = title?.what && (kind === null || title.what.from < kind.from);
  const told =
    isIntroduced && isFar ? intro.what : isBefore ? title.what : thingBeforeTitle(reading, kind, name);
  const isFeature = kind !== null && isFar && found !== null && isOneOfMany(reading, kind);
  const what = told ?? (kind && !isFeature && !isDenied(reading, kind) ? withModifiers(reading, kind) : null);
  if (what) reading.claim(what, 'what');
  for (const product of range.products) reading.claim(product, 'product');
  return {
    name: name && !name.isUnsure ? withoutMarks(reading.words(name.span)) : null,
    what: what ? reading.words(what) : null,
    products: range.products.map((span) => reading.words(span)),
    isUnsure: name?.isUnsure ?? (mayHoldName(reading) || mayHoldSmallName(reading, kinds)),
  };
}

function isMeasure(reading: Reading, { from }: Span): boolean {
  const before = reading.tokens[from - 1];
  return before?.kind === 'number' && isUnit(reading, from) && reading.tokens[from]?.isSpaced === false;
}

/** Capitals that nothing explains: perhaps a name, so a person is asked. */
function mayHoldName(reading: Reading): boolean {
  if (reading.isLowerCase || reading.isUpperCase || reading.language === 'de') return false;
  return reading.clauses.some((clause) => {
    const isTitle =
      clause.to - clause.from >= 3 &&
      indices(clause).every((at) => isCapital(reading, at) && reading.roles[at] !== 'order');
    if (isTitle) return true;
    for (let at = clause.from; at < clause.to; at++) {
      if (
        reading.roles[at] ||
        !isCapital(reading, at) ||
        isGeneric(reading, at) ||
        (reading.tokens[at]?.text.length ?? 0) < 2 ||
        findCity(reading.tokens, at) > 0
      )
        continue;
      const isExplained =
        reading.any(['in', 'at', 'of', 'for', 'by', 'made', 'from'], at - 1) !== null ||
        reading.isSmall(at - 1);
      const startsClause = at === clause.from;
      const isLong = isCapital(reading, at + 1) && at + 1 < clause.to;
      const opensLater = startsClause && clause.sentence > 0 && !reading.isKnown(at) && isAlone(reading, at);
      if (startsClause ? isLong || opensLater : !isExplained) return true;
    }
    return false;
  });
}

/** "A sofa for real life. Haven 3-seater": a word no list knows, before a figure or alone. */
function isAlone(reading: Reading, at: number): boolean {
  const next = reading.tokens[at + 1];
  const isWord = next?.kind === 'word' && reading.length('kind', at + 1) === 0;
  return !isWord && !mayBeAdjective(reading, at) && (reading.tokens[at]?.text.length ?? 0) > 3;
}

/** Where nothing has capitals, a word before the thing that no list knows may be its name: "the tidewater surfboard". */
function mayHoldSmallName(reading: Reading, kinds: readonly Span[]): boolean {
  if (!reading.isLowerCase || !/^(?:en|de)$/u.test(reading.language)) return false;
  return kinds.some((kind) => {
    const clause = reading.clauseAt(kind.from);
    let at = kind.from - 1;
    while (clause && at > clause.from && reading.length('quality', at) > 0) at--;
    const token = reading.tokens[at];
    const isUnknown =
      token?.kind === 'word' &&
      !reading.roles[at] &&
      !reading.isSmall(at) &&
      !reading.isKnown(at) &&
      !mayBeAdjective(reading, at) &&
      /^[a-zß-ÿ]{4,}$/u.test(token.text);
    const opens = at === clause?.from || (clause && at - 1 === clause.from && reading.isSmall(at - 1));
    return isUnknown && opens === true;
  });
}

function withoutMarks(name: string): string {
  return name.replace(/[™®]$/u, '').trim();
}

function titled(reading: Reading, titles: readonly Span[]): Candidate | null {
  const title = titles.find((span) => reading.isFree(span) && span.to - span.from <= 14);
  return title ? { span: title, isUnsure: false } : null;
}

function besideKind(reading: Reading, kinds: readonly Span[], range: Span | null): Candidate | null {
  for (const kind of kinds) {
    const clause = reading.clauseAt(kind.from);
    if (!clause || (range && kind.from >= range.from && kind.to <= range.to)) continue;
    const found = nameWithoutCapitals(reading, clause, kind) ?? withCapitals(reading, clause, kind);
    if (found) return found;
  }
  return null;
}

function withCapitals(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  if (reading.isLowerCase) return null;
  const isKindFirst = KIND_FIRST.has(reading.language);
  const before = () => beforeKind(reading, clause, kind);
  const after = () => afterKind(reading, clause, kind, isKindFirst);
  const hasKindFirst = isKindFirst || reading.language === 'de';
  if (hasKindFirst) return after() ?? before();
  const found = before();
  // "Corduroy jacket Hobart": a single word that opens the sentence gives way to one in capitals inside it.
  const isOpening =
    !reading.isUpperCase &&
    found !== null &&
    found.span.from === clause.from &&
    found.span.to - found.span.from === 1;
  return (isOpening ? after() : null) ?? found ?? after();
}

function beforeKind(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  let end = kind.from;
  for (let length = 1; length > 0 && end > clause.from; end -= length)
    length = isModifier(reading, end - 1) ? 1 : measureBefore(reading, clause, end);
  const run =
    runBefore(reading, clause, end) ?? (end < kind.from ? runBefore(reading, clause, kind.from) : null);
  const isSubject =
    run === null && reading.tokens[clause.from]?.kind === 'word' ? subjectOf(reading, clause, kind) : null;
  const span = run ?? isSubject;
  if (!span) return null;
  if (isStatedBy(reading, clause, span)) return null;
  const opensSentence = span.from === clause.from && span.to - span.from === 1;
  const isPossessive = /['’]s$/u.test(reading.tokens[span.from]?.text ?? '');
  const isUnsure = opensSentence && run !== null && (isPossessive || mayBeAdjective(reading, span.from));
  if (isUnsure && reading.language === 'de') {
    return isGermanAdjective(reading, span.from) ? null : { span, isUnsure };
  }
  const isTopic = opensSentence && run !== null && COURSE.test(reading.words(kind));
  const isShoutedGuess = reading.isUpperCase && end < kind.from;
  return { span: withBusiness(reading, span, kind), isUnsure: isUnsure || isTopic || isShoutedGuess };
}

/** „Handgetöpferte Schalen“ describes; „Blaumeise Vogelfutter“ may be a name. */
function isGermanAdjective(reading: Reading, at: number): boolean {
  const fold = reading.tokens[at]?.fold ?? '';
  return (
    reading.any(['quality', 'mood'], at) !== null ||
    /(?:ig|lich|isch|bar|sam|haft|los|voll|iert|elt|ert|end|en|et|gt|kt|ft|cht|ckt|neu|frei|fest|arm|reich|al|ell|iv|os|ant|ent|alt|dicht|weis|maßig|massig|echt)(?:e|er|es|en|em)$/u.test(
      fold,
    )
  );
}

/** "Paris is a lipstick", "Lumo: the lamp": a capital run that the sentence is about. */
function subjectOf(reading: Reading, clause: Clause, kind: Span): Span | null {
  let to = clause.from;
  while (
    to < kind.from &&
    to - clause.from < 5 &&
    (isCapital(reading, to) || reading.tokens[to]?.kind === 'number')
  )
    to++;
  const isPointing =
    reading.any(['noise', 'small', 'subject'], clause.from) !== null || reading.isSmall(clause.from);
  if (to === clause.from || isPointing || reading.length('is', to) === 0) return null;
  return reading.isFree({ from: clause.from, to }) ? { from: clause.from, to } : null;
}

/** A person or a town in that place names nothing: "In Oslo", "by Ines Farrow". */
function isStatedBy(reading: Reading, clause: Clause, span: Span): boolean {
  const floor = clause.from;
  if (reading.roles[span.from - 1] !== null) return false;
  return (
    reading.endingAt('in', span.from, floor) !== null ||
    reading.endingAt('made', span.from, floor) !== null ||
    reading.endingAt('for', span.from, floor) !== null
  );
}

/** "Hydra 1L water bottle": a measure between name and thing, in tokens. */
function measureBefore(reading: Reading, clause: Clause, end: number): number {
  const isMeasure =
    end - 2 > clause.from &&
    reading.tokens[end - 2]?.kind === 'number' &&
    isUnit(reading, end - 1) &&
    reading.isFree({ from: end - 2, to: end });
  return isMeasure ? 2 : 0;
}

function isModifier(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || reading.roles[at]) return false;
  if (/^\p{Lu}/u.test(token.text))
    return reading.isUpperCase && reading.any(['quality', 'kind', 'people'], at) !== null;
  if (isModelWord(token.text)) return false;
  return (
    !reading.isSmall(at) && reading.any(['and', 'for', 'is', 'in', 'make', 'noise', 'called'], at) === null
  );
}

/** "Barker Street Barbers", "The Fernway Hotel": a business carries what it is in its name. */
function withBusiness(reading: Reading, span: Span, kind: Span): Span {
  const isNext =
    span.to === kind.from && isCapital(reading, kind.from) && reading.length('business', kind.from) > 0;
  if (isNext && !reading.isUpperCase) return { from: span.from, to: kind.to };
  return isTitle(reading, span, kind) ? { from: span.from, to: kind.to } : span;
}

/** "Bondi Bowl – açaí", "Bumble Balm. For hands": a heading of its own in capitals carries the thing in its name. */
function isTitle(reading: Reading, span: Span, kind: Span): boolean {
  const clause = reading.clauseAt(kind.from);
  const isWhole =
    clause !== null &&
    span.from === clause.from &&
    (kind.to === clause.to || reading.length('for', kind.to) > 0) &&
    kind.to - span.from <= 4;
  return (
    isWhole &&
    reading.language === 'en' &&
    !reading.isUpperCase &&
    indices({ from: span.to, to: kind.to }).every((at) => isCapital(reading, at))
  );
}

function afterKind(reading: Reading, clause: Clause, kind: Span, isKindFirst: boolean): Candidate | null {
  let start = kind.to;
  if (isKindFirst) {
    let guard = 0;
    while (
      start < clause.to &&
      !isCapital(reading, start) &&
      guard++ < 8 &&
      !reading.roles[start] &&
      reading.tokens[start]?.kind !== 'number'
    )
      start++;
    if (reading.isUpperCase) while (start < clause.to && reading.length('quality', start) > 0) start++;
  }
  const isShop =
    start === kind.to && isCapital(reading, kind.from) && reading.length('business', kind.from) > 0;
  const span =
    runAfter(reading, clause, start) ??
    (isShop && isCapital(reading, start) ? { from: start, to: start + 1 } : null);
  if (!span || !reading.isFree(span)) return null;
  const isDirect = start === kind.to;
  const before = start - 1;
  const isElided = /['’]$/u.test(reading.tokens[before]?.text ?? '');
  const isOrigin =
    !isDirect &&
    (isElided ||
      reading.any(['in', 'at', 'of', 'for', 'by', 'made', 'from'], before) !== null ||
      reading.isSmall(before));
  if (isOrigin || (!isDirect && findCity(reading.tokens, span.from) > 0)) return null;
  if (
    isGeneric(reading, span.from) &&
    span.to - span.from === 1 &&
    reading.any(['month', 'weekday', 'holiday'], span.from)
  )
    return null;
  return { span, isUnsure: isDoubtful(reading, clause, kind, span) };
}

/** „Kochkurs Thai“ names a topic, "Perfume Noche en Sevilla" may go on: a person should say. */
function isDoubtful(reading: Reading, clause: Clause, kind: Span, span: Span): boolean {
  const isTopic = COURSE.test(reading.words(kind)) && span.to - span.from === 1;
  const isBusiness = reading.length('business', kind.from) > 0;
  const goesOn =
    !isBusiness &&
    /^(?:en|in|a|à|em)$/u.test(reading.tokens[span.to]?.fold ?? '') &&
    span.to + 1 < clause.to &&
    isCapital(reading, span.to + 1);
  return isTopic || goesOn;
}

/** 一輪挿し「しずく」: where no list knows the thing, the characters that run up to its title. */
function thingBeforeTitle(reading: Reading, kind: Span | null, name: Candidate | null): Span | null {
  const to = (name?.span.from ?? 0) - 1;
  if (kind !== null || !/^(?:ja|zh)$/u.test(reading.language) || reading.tokens[to]?.kind !== 'quote')
    return null;
  let from = to;
  while (
    from > 0 &&
    isRunTogether(reading.tokens[from - 1]?.text ?? '') &&
    reading.isFree({ from: from - 1, to: from })
  )
    from--;
  const isNoun = to - from >= 2 && !reading.isSmall(to - 1);
  return isNoun ? { from, to } : null;
}

/** "by", "shop:" and „vom“ before a maker's name say nothing without it. */
function claimMaker(reading: Reading, from: number): void {
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) {
    const fold = reading.tokens[at]?.fold ?? '';
    if (!/^(?:by|von|vom|van|door|par|من|:)$/u.test(fold) && reading.length('business', at) === 0) return;
    reading.roles[at] ??= 'noise';
  }
}

/** "Introducing", "Meet": what leads to a name is no feature. */
function claimLeadIn(reading: Reading, end: number): void {
  const from = reading.clauseAt(end)?.from ?? end;
  for (let at = from; at < end; at++) reading.roles[at] ??= 'noise';
}

/** The name is told once; where it stands again it is no benefit. */
function claimEverywhere(reading: Reading, span: Span): void {
  const words = reading.tokens.slice(span.from, span.to).map(({ fold }) => fold);
  reading.claim(span, 'name');
  if (words.length === 0) return;
  for (let at = 0; at + words.length <= reading.tokens.length; at++) {
    const isSame = words.every(
      (word, index) => reading.tokens[at + index]?.fold === word && !reading.roles[at + index],
    );
    if (isSame) reading.claim({ from: at, to: at + words.length }, 'name');
  }
}
