import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import type { Candidate } from './candidate.ts';
import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import { indices, isCapital, isGeneric, isModelWord, mayBeAdjective, runAfter } from './name-shapes.ts';

/** "Stille Post – Kopfhörer", "Mesa, a dining table", or a text that opens with capitals and names no kind. */
export function opening(reading: Reading, kinds: readonly Span[]): Candidate | null {
  if (reading.isLowerCase) return null;
  const clauses = reading.clauses.filter(
    (clause) => !reading.roles[clause.from] || reading.roles[clause.from] === 'noise',
  );
  for (const [index, clause] of clauses.slice(0, 4).entries()) {
    const start = leadInEnd(reading, clause);
    // "SET OF FOUR LINEN NAPKINS" counts, it names nothing.
    if (reading.length('pack', start) > 0 || reading.roles[clause.from] === 'quantity') continue;
    const run = titleOf(reading, clause, start) ?? runAfter(reading, clause, start);
    if (!run) {
      if (kinds.some(({ from }) => from >= clause.from && from < clause.to)) break;
      continue;
    }
    if (isTown(reading, run) && index > 0) continue;
    const isWhole = run.to === clause.to;
    const next = clauses[index + 1];
    const isApposition =
      isWhole &&
      next !== undefined &&
      kinds.some(({ from }) => from >= next.from && from < Math.min(next.to, next.from + 8));
    if (isApposition) return { span: run, isUnsure: false };
    const isLong = run.to - run.from >= 2 || isModelWord(reading.tokens[run.from]?.text ?? '');
    if (kinds.length > 0 && !(isLong && index < 2)) continue;
    const holdsKind = kinds.some(({ from, to }) => from >= run.from && to <= run.to);
    // German nouns are all large: the last one may be what it is („Stein & Tal Wanderstock“).
    const isGuess =
      holdsKind || (reading.language === 'de' && (kinds.length === 0 || (isWhole && run.to - run.from > 2)));
    const isTold = isWhole || reading.length('is', run.to) > 0 || (isLong && reading.language !== 'de');
    return { span: run, isUnsure: isGuess || !isTold || (!isLong && mayBeAdjective(reading, run.from)) };
  }
  return null;
}

function isTown(reading: Reading, run: Span): boolean {
  return findCity(reading.tokens, run.from) === run.to - run.from;
}

function leadInEnd(reading: Reading, clause: Clause): number {
  let at = clause.from;
  while (
    at < clause.to &&
    (reading.roles[at] || reading.length('noise', at) > 0 || (reading.isSmall(at) && !isCapital(reading, at)))
  )
    at += reading.roles[at] ? 1 : reading.length('noise', at) || 1;
  return at;
}

/** "Python for Beginners", "The Long Way Home": a whole clause in title case. */
function titleOf(reading: Reading, clause: Clause, start: number): Span | null {
  const places = indices({ from: start, to: clause.to });
  if (places.length < 2 || places.length > 6 || places.some((at) => reading.roles[at])) return null;
  const words = places.filter((at) => !reading.isSmall(at));
  const isTitle =
    words.length >= 2 && words.every((at) => isCapital(reading, at)) && isCapital(reading, start);
  const isOther =
    reading.language === 'de' || reading.isUpperCase || places.every((at) => isGeneric(reading, at));
  return isTitle && !isOther ? { from: start, to: clause.to } : null;
}

export function compoundOpening(reading: Reading): Candidate | null {
  const [first, second] = reading.clauses;
  const span = first ? compoundBefore(reading, first, first.from, second) : null;
  return span && reading.isFree(span) ? { span, isUnsure: false } : null;
}

/** „Montagskaffee – der Filterkaffee“: a single word that is then said to be a kind of thing. */
function compoundBefore(
  reading: Reading,
  clause: Clause,
  start: number,
  next: Clause | undefined,
): Span | null {
  const isSingle = clause.to - start === 1 && isCapital(reading, start) && next?.sentence === clause.sentence;
  if (!isSingle || !next || !reading.isSmall(next.from)) return null;
  // "Sneakers, a gift for kids" names nothing.
  const isPlural = reading.length('kind', start) > 0 && (reading.tokens[start]?.fold ?? '').endsWith('s');
  if (isPlural) return null;
  const near = { from: next.from + 1, to: Math.min(next.to, next.from + 5) };
  const isKind = reading.find('kind', near) !== null || reading.find('business', near) !== null;
  return isKind ? { from: start, to: clause.to } : null;
}

/** "an ad for our Dew garden mister": in capitals behind "our", before small letters. */
export function possessed(reading: Reading): Candidate | null {
  if (reading.language !== 'en' || reading.isLowerCase || reading.isUpperCase) return null;
  for (let at = 0; at + 1 < reading.tokens.length; at++) {
    if (!/^(?:our|my)$/iu.test(reading.tokens[at]?.text ?? '')) continue;
    const clause = reading.clauseAt(at + 1);
    const run = clause ? runAfter(reading, clause, at + 1) : null;
    const isFollowed = run !== null && /^\p{Ll}/u.test(reading.tokens[run.to]?.text ?? '');
    if (run && isFollowed && reading.isFree(run)) return { span: run, isUnsure: false };
  }
  return null;
}

/** "Rent a Nikon D300": capitals that end in a model's number, behind an article. */
export function modelNamed(reading: Reading): Candidate | null {
  if (reading.isLowerCase || reading.isUpperCase) return null;
  for (let at = 1; at + 1 < reading.tokens.length; at++) {
    if (!/^(?:an?|eine?n?|une?|una?|uma?)$/u.test(reading.tokens[at]?.text ?? '')) continue;
    const clause = reading.clauseAt(at + 1);
    const run = clause ? runAfter(reading, clause, at + 1) : null;
    const last = run && run.to - run.from >= 2 ? (reading.tokens[run.to - 1]?.text ?? '') : '';
    if (!run || !/^\p{Lu}+-?\p{Nd}+\p{L}*$/u.test(last) || !reading.isFree(run)) continue;
    // "Rent a" says nothing without the model.
    if (clause && at - clause.from <= 1) reading.claim({ from: clause.from, to: at + 1 }, 'noise');
    return { span: run, isUnsure: false };
  }
  return null;
}

/** "city posters by Studio Kern": the maker, where nothing else is named. */
export function byBrand(reading: Reading): Candidate | null {
  if (reading.isLowerCase) return null;
  for (let at = 0; at < reading.tokens.length; at++) {
    const token = reading.tokens[at];
    if (reading.roles[at] || !/^(?:by|von|par|signé|firmato)$/iu.test(token?.text ?? '')) continue;
    const clause = reading.clauseAt(at);
    const run = clause ? runAfter(reading, clause, at + 1) : null;
    if (run && !isTown(reading, run)) return { span: run, isUnsure: false };
  }
  return null;
}
