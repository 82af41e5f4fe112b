import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import type { Candidate } from './candidate.ts';
import { indices, isCapital, isGeneric, isModelWord, mayBeAdjective, runAfter } from './name-shapes.ts';

/**
 * Who sells it, where the thing itself has no name: "tienda: La Alacena", « atelier Mistigri », „vom Imker Wieser“, or a
 * line in capitals that stands alone: "Nest Theory".
 */
export function signature(reading: Reading): Candidate | null {
  if (reading.isLowerCase) return null;
  return businessNamed(reading) ?? byTradesman(reading) ?? signedOff(reading);
}

/** A word for a shop or workshop, perhaps a colon, and what it is called. */
function businessNamed(reading: Reading): Candidate | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.roles[at] ? 0 : reading.length('business', at);
    if (length === 0) continue;
    const isLabel = /^[:：]$/u.test(reading.tokens[at + length]?.text ?? '');
    const start = at + length + (isLabel ? 1 : 0);
    const clause = reading.clauseAt(start);
    const span = clause && (runAfter(reading, clause, start, isLabel) ?? uncased(reading, clause, at, start));
    if (!span || !reading.isFree(span) || isTown(reading, span)) continue;
    return { span, isUnsure: false };
  }
  return null;
}

/** Arabic has no capitals: what stands behind the shop to the end of the clause, where that is short. */
function uncased(reading: Reading, clause: Clause, shop: number, start: number): Span | null {
  const isOpening = shop === clause.from || (shop === clause.from + 1 && reading.isSmall(clause.from));
  if (!isOpening) return null;
  const isShort = clause.to > start && clause.to - start <= 2 && /^(?:ar|fa|he)$/u.test(reading.language);
  const isPlain = indices({ from: start, to: clause.to }).every(
    (at) => reading.tokens[at]?.kind === 'word' && !isGeneric(reading, at),
  );
  return isShort && isPlain ? { from: start, to: clause.to } : null;
}

/** Whoever teaches or treats gives it the name: "classes with Tilde Studio". */
const LESSON =
  /(?<!\p{L})(?:class(?:es)?|courses?|lessons?|workshops?|retreats?|trainings?|kurse?|cours|ateliers?|cursos?|clases?|taller|aulas?|cors[oi]|lezion[ei]|lessen|cursus)(?!\p{L})|kurs(?!\p{L})/iu;

/** „vom Imker Wieser“, "del alfar Barro Vivo": two capitals behind it, and no town. */
function byTradesman(reading: Reading): Candidate | null {
  const isLesson = LESSON.test(reading.text);
  for (let at = 0; at < reading.tokens.length; at++) {
    const fold = reading.tokens[at]?.fold ?? '';
    const isLed = isLesson && /^(?:with|mit|avec|con|com|met)$/u.test(fold);
    if (reading.roles[at] || !(isLed || /^(?:vom|van|door)$/u.test(fold))) continue;
    const clause = reading.clauseAt(at);
    const span = clause && runAfter(reading, clause, at + 1, true);
    if (!span || isTown(reading, span)) continue;
    const isTwo = span.to - span.from >= 2;
    if (isTwo || reading.language === 'nl') return { span, isUnsure: false };
  }
  return null;
}

const MOST_WORDS = 5;

/** A clause of its own, not the first, of nothing but capitals: in the end of the text, or a sentence by itself. */
function signedOff(reading: Reading): Candidate | null {
  if (reading.isUpperCase || reading.language === 'de') return null;
  const last = reading.clauses.findLast((clause) => reading.isFree(clause));
  for (const clause of reading.clauses.slice(1).toReversed()) {
    if (!reading.isFree(clause) || clause.to - clause.from > MOST_WORDS) continue;
    const places = indices(clause);
    const capitals = places.filter((at) => isCapital(reading, at));
    const isJoined = places.every((at) => isCapital(reading, at) || isJoiner(reading, at));
    const isNew = capitals.some((at) => !isGeneric(reading, at) && !reading.isKnown(at));
    if (!isJoined || !isCapital(reading, clause.from) || isTown(reading, clause)) continue;
    const sentence = reading.sentenceOf(clause);
    const isOwnSentence = sentence.from === clause.from && isEnded(reading, sentence, clause);
    if (capitals.length >= 2 && isNew && (isOwnSentence || clause === last || isBeforeTown(reading, clause)))
      return { span: clause, isUnsure: false };
    const isOneWord = capitals.length === 1 && places.length === 1 && isOwnSentence && isNew;
    if (isOneWord && isRare(reading, clause.from)) return { span: clause, isUnsure: true };
  }
  return null;
}

/** Alone in its sentence, or with nothing but a town behind it. */
function isEnded(reading: Reading, sentence: Span, clause: Clause): boolean {
  return sentence.to === clause.to || isBeforeTown(reading, clause);
}

function isBeforeTown(reading: Reading, clause: Clause): boolean {
  const next = reading.clauseAt(clause.to + 1);
  return next !== null && isTown(reading, next);
}

function isRare(reading: Reading, at: number): boolean {
  const text = reading.tokens[at]?.text ?? '';
  return text.length > 2 && (isModelWord(text) || !mayBeAdjective(reading, at));
}

function isJoiner(reading: Reading, at: number): boolean {
  return /^(?:&|\+|of|de|del|da|do|dos|du|des|di|della|y|e|et|and|la|el|le|von|und)$/u.test(
    reading.tokens[at]?.fold ?? '',
  );
}

function isTown(reading: Reading, { from, to }: Span): boolean {
  return findCity(reading.tokens, from) === to - from;
}
