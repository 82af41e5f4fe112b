import type { Candidate } from './candidate.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import { called } from './called-names.ts';
import { KIND_FIRST, kindSpans, kindFor, withModifiers } from './kinds.ts';
import {
  indices,
  isCapital,
  isGeneric,
  isModelWord,
  mayBeAdjective,
  runAfter,
  runBefore,
} from './name-shapes.ts';
import { nameWithoutCapitals } from './names-without-capitals.ts';
import { opening, compoundOpening, byBrand } from './opening-names.ts';
import { readRange } from './ranges.ts';

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
  const apposition = compoundOpening(reading);
  const found =
    titled(reading, titles) ??
    apposition ??
    called(reading, kinds) ??
    besideKind(reading, kinds, range.span) ??
    opening(reading, kinds) ??
    byBrand(reading);
  const kind = kindFor(reading, kinds, found?.span ?? null);
  if (found && !found.isUnsure) claimEverywhere(reading, found.span);
  const what = kind ? withModifiers(reading, kind) : null;
  if (what) reading.claim(what, 'what');
  for (const product of range.products) reading.claim(product, 'product');
  return {
    name: found && !found.isUnsure ? withoutMarks(reading.words(found.span)) : null,
    what: what ? reading.words(what) : null,
    products: range.products.map((span) => reading.words(span)),
    isUnsure: found?.isUnsure ?? (found === null && mayHoldName(reading)),
  };
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
        findCity(reading.tokens, at) > 0
      )
        continue;
      const isExplained =
        reading.any(['in', 'at', 'of', 'for', 'by', 'made', 'from'], at - 1) !== null ||
        reading.isSmall(at - 1);
      const startsClause = at === clause.from;
      const isLong = isCapital(reading, at + 1) && at + 1 < clause.to;
      if (startsClause ? isLong : !isExplained) return true;
    }
    return false;
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
  while (end > clause.from && isModifier(reading, end - 1)) end--;
  const run =
    runBefore(reading, clause, end) ?? (end < kind.from ? runBefore(reading, clause, kind.from) : null);
  const isSubject =
    run === null && reading.tokens[clause.from]?.kind === 'word' ? subjectOf(reading, clause, kind) : null;
  const span = run ?? isSubject;
  if (!span) return null;
  if (isStatedBy(reading, clause, span)) return null;
  const opensSentence = span.from === clause.from && span.to - span.from === 1;
  const isUnsure = opensSentence && run !== null && mayBeAdjective(reading, span.from);
  if (isUnsure && reading.language === 'de') return null;
  const isTopic = opensSentence && run !== null && COURSE.test(reading.words(kind));
  const isShoutedGuess = reading.isUpperCase && end < kind.from;
  return { span: withBusiness(reading, span, kind), isUnsure: isUnsure || isTopic || isShoutedGuess };
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
  return isNext && !reading.isUpperCase ? { from: span.from, to: kind.to } : span;
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
