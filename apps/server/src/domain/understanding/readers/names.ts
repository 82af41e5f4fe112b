import { findCity } from '../lexicon/cities.ts';
import type { Clause, Reading, Span } from '../reading.ts';
import { nameWithoutCapitals } from './names-without-capitals.ts';
import { readRange } from './ranges.ts';
import { indices, isCapital, isGeneric, isModelWord, mayBeAdjective, runAfter, runBefore } from './name-shapes.ts';

export type Names = { name: string | null; what: string | null; products: string[]; isUnsure: boolean };

/** A name that was found, and whether a person should be asked. */
export type Candidate = { span: Span; isUnsure: boolean };

/** The languages that put what a thing is before its name. */
const KIND_FIRST = new Set(['es', 'fr', 'it', 'pt', 'ar', 'he', 'fa']);
const PLAIN = /^(?:black|white|red|blue|green|yellow|orange|pink|purple|brown|grey|gray|beige|big|small|large|tiny|mini|best|great|good|nice|beautiful|new|cheap|affordable|handmade|hand-made|vintage|free|premium|luxury|cosy|cozy|cute|elegant|three|two|one|four|five|six|neu\w*|klein\w*|gro(?:ß|ss)\w*|schön\w*|drei|zwei|vier|handgemacht\w*)$/u;

/**
 * What the thing is called and what it is. Names are told by quotation marks, by words such as "called", or by standing
 * in capitals beside the word for the thing; anything less is not promoted to a name.
 */
export function readNames(reading: Reading, titles: readonly Span[]): Names {
  const kinds = kindSpans(reading);
  const range = readRange(reading, kinds);
  const apposition = compoundOpening(reading);
  const found = titled(reading, titles) ?? apposition ?? called(reading, kinds) ?? besideKind(reading, kinds, range.span) ?? opening(reading, kinds) ?? byBrand(reading);
  const kind = kindFor(reading, kinds, found?.span ?? null);
  if (found && !found.isUnsure) claimEverywhere(reading, found.span);
  const what = kind ? withModifiers(reading, kind) : null;
  if (what) reading.claim(what, 'what');
  for (const product of range.products) reading.claim(product, 'product');
  return {
    name: found && !found.isUnsure ? withoutMarks(reading.words(found.span)) : null,
    what: what ? reading.words(what) : null,
    products: range.products.map((span) => reading.words(span)),
    isUnsure: found?.isUnsure ?? false,
  };
}

function withoutMarks(name: string): string {
  return name.replace(/[™®]$/u, '').trim();
}

/** Where the text says what kind of thing it is; the longest words at each place, none inside another. */
function kindSpans(reading: Reading): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.roles[at] ? 0 : reading.length('kind', at);
    if (length === 0 || !reading.isFree({ from: at, to: at + length })) continue;
    const before = spans.at(-1);
    // "coffee machine", "dog bed": what follows directly is the head.
    const isShop = before && before.to === at && reading.length('business', at) > 0;
    const isHead = before && before.to === at && !isShop && !KIND_FIRST.has(reading.language) && !isSeparate(reading, at);
    if (isHead && before) spans[spans.length - 1] = { from: before.from, to: at + length };
    else if (!isInsideWord(reading, at, length)) spans.push({ from: at, to: at + length });
    at += length - 1;
  }
  return spans.filter((span, index) => !isPartOfName(reading, span, spans[index + 1]));
}

/** 书 in 小红书: one character inside a longer word tells nothing. */
function isInsideWord(reading: Reading, at: number, length: number): boolean {
  const isSingle = length === 1 && /^\p{Script=Han}$/u.test(reading.tokens[at]?.text ?? '');
  const before = reading.tokens[at - 1];
  return isSingle && before !== undefined && !reading.tokens[at]?.isSpaced && /\p{Script=Han}/u.test(before.text) && reading.endingAt('quality', at) === null && !reading.isSmall(at - 1);
}

/** "Kettle & Pine oat granola": in capitals before a small-lettered kind, a word is part of the name. */
function isPartOfName(reading: Reading, span: Span, next: Span | undefined): boolean {
  const isSame = next !== undefined && reading.clauseAt(span.from) === reading.clauseAt(next.from);
  if (!isSame || reading.isUpperCase || KIND_FIRST.has(reading.language) || reading.language === 'de') return false;
  const isJoined = isCapital(reading, span.from - 1) || reading.tokens[span.to]?.text === '&' || isCapital(reading, span.to);
  return isCapital(reading, span.from) && !isCapital(reading, next.from) && isJoined;
}

function isSeparate(reading: Reading, at: number): boolean {
  return reading.language === 'de' || (isCapital(reading, at) && !isCapital(reading, at - 1));
}

function titled(reading: Reading, titles: readonly Span[]): Candidate | null {
  const title = titles.find((span) => reading.isFree(span) && span.to - span.from <= 14);
  return title ? { span: title, isUnsure: false } : null;
}

/** "called Terra Nova", „namens Lumo“, "Introducing Quill", "no sorry, the name is Ratio Nine". */
function called(reading: Reading, kinds: readonly Span[]): Candidate | null {
  let best: Candidate | null = null;
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('called', at);
    const correction = reading.length('correction', at);
    if (reading.roles[at] || (length === 0 && correction === 0)) continue;
    const start = skipped(reading, at + Math.max(length, correction));
    const clause = reading.clauseAt(start);
    if (!clause || (length === 0 && clause.from !== start && reading.clauseAt(at) !== clause)) continue;
    const span = runAfter(reading, clause, start, true) ?? (length > 0 ? smallName(reading, clause, start, at, length) : null);
    const isTurkish = reading.language === 'tr' && length > 0 && !span;
    const before = isTurkish ? runBefore(reading, clause, at) : null;
    const name = span ?? before;
    if (!name || kinds.some(({ from, to }) => from === name.from && to === name.to)) continue;
    if (length === 0 && !kinds.some(({ from }) => from < at)) continue;
    if (correction > 0 || (best && length > 0 && reading.find('correction', { from: best.span.to, to: at }) !== null)) dropEarlier(reading, kinds, at);
    best = best && correction === 0 && reading.find('correction', { from: 0, to: at }) === null ? best : { span: name, isUnsure: false };
    if (reading.find('correction', { from: 0, to: at }) !== null) dropEarlier(reading, kinds, at);
    at = name.to - 1;
  }
  return best;
}

function skipped(reading: Reading, start: number): number {
  let at = start;
  for (let guard = 0; guard < 8; guard++) {
    const token = reading.tokens[at];
    if (!token) break;
    const isMark = token.kind === 'quote' || /^[:：,]$/u.test(token.text);
    const isFiller = !isCapital(reading, at) && (reading.any(['noise', 'is', 'quality', 'kind', 'subject'], at) !== null || reading.isSmall(at));
    if (isMark) at++;
    else if (isFiller) at += Math.max(1, reading.any(['noise', 'is', 'quality', 'kind', 'subject'], at)?.length ?? 1);
    else break;
  }
  return at;
}

/** "a lamp called lumo": without capitals only directly behind the word, and only where the text has none. */
function smallName(reading: Reading, clause: Clause, start: number, cue: number, length: number): Span | null {
  const word = reading.words({ from: cue, to: cue + length });
  const isStrong = /^(?:called|named|namens|genannt|hei(?:ß|ss)t|llamad[oa]|se llama|appelée?|s['’]appelle|chiamat[oa]|si chiama|chamad[oa]|chama-se|se chama)$/iu.test(word);
  if (!isStrong || !reading.isLowerCase) return null;
  let to = start;
  while (to < clause.to && to - start < 3 && !reading.roles[to] && reading.tokens[to]?.kind === 'word' && !reading.isSmall(to) && reading.any(['is', 'and', 'for', 'in', 'quality'], to) === null) to++;
  return to > start ? { from: start, to } : null;
}

/** What was said before a correction does not count. */
function dropEarlier(reading: Reading, kinds: readonly Span[], end: number): void {
  for (const kind of kinds) {
    const clause = reading.clauseAt(kind.from);
    const run = clause && kind.to <= end ? runBefore(reading, clause, kind.from) : null;
    if (run) reading.claim(run, 'noise');
  }
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('correction', at);
    if (length > 0 && at < end) reading.claim({ from: at, to: at + length }, 'noise');
  }
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
  return hasKindFirst ? (after() ?? before()) : (before() ?? after());
}

function beforeKind(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  let end = kind.from;
  while (end > clause.from && isModifier(reading, end - 1)) end--;
  const run = runBefore(reading, clause, end) ?? (end < kind.from ? runBefore(reading, clause, kind.from) : null);
  const isSubject = run === null && reading.tokens[clause.from]?.kind === 'word' ? subjectOf(reading, clause, kind) : null;
  const span = run ?? isSubject;
  if (!span) return null;
  if (isStatedBy(reading, clause, span)) return null;
  const opensSentence = span.from === clause.from && span.to - span.from === 1;
  const isUnsure = opensSentence && run !== null && mayBeAdjective(reading, span.from);
  if (isUnsure && reading.language === 'de') return null;
  return { span: withBusiness(reading, span, kind), isUnsure };
}

/** "Paris is a lipstick", "Lumo: the lamp": a capital run that the sentence is about. */
function subjectOf(reading: Reading, clause: Clause, kind: Span): Span | null {
  let to = clause.from;
  while (to < kind.from && to - clause.from < 5 && (isCapital(reading, to) || reading.tokens[to]?.kind === 'number')) to++;
  const isPointing = reading.any(['noise', 'small', 'subject'], clause.from) !== null || reading.isSmall(clause.from);
  if (to === clause.from || isPointing || reading.length('is', to) === 0) return null;
  return reading.isFree({ from: clause.from, to }) ? { from: clause.from, to } : null;
}

/** A person or a town in that place names nothing: "In Oslo", "by Ines Farrow". */
function isStatedBy(reading: Reading, clause: Clause, span: Span): boolean {
  const floor = clause.from;
  return reading.endingAt('in', span.from, floor) !== null || reading.endingAt('made', span.from, floor) !== null || reading.endingAt('for', span.from, floor) !== null;
}

function isModifier(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || reading.roles[at]) return false;
  if (/^\p{Lu}/u.test(token.text)) return reading.isUpperCase && reading.any(['quality', 'kind', 'people'], at) !== null;
  if (isModelWord(token.text)) return false;
  return !reading.isSmall(at) && reading.any(['and', 'for', 'is', 'in', 'make', 'noise', 'called'], at) === null;
}

/** "Barker Street Barbers", "The Fernway Hotel": a business carries what it is in its name. */
function withBusiness(reading: Reading, span: Span, kind: Span): Span {
  const isNext = span.to === kind.from && isCapital(reading, kind.from) && reading.length('business', kind.from) > 0;
  return isNext && !reading.isUpperCase ? { from: span.from, to: kind.to } : span;
}

function afterKind(reading: Reading, clause: Clause, kind: Span, isKindFirst: boolean): Candidate | null {
  let start = kind.to;
  if (isKindFirst) {
    let guard = 0;
    while (start < clause.to && !isCapital(reading, start) && guard++ < 8 && !reading.roles[start] && reading.tokens[start]?.kind !== 'number') start++;
    if (reading.isUpperCase) while (start < clause.to && reading.length('quality', start) > 0) start++;
  }
  const span = runAfter(reading, clause, start);
  if (!span) return null;
  const isDirect = start === kind.to;
  const before = start - 1;
  const isElided = /['’]$/u.test(reading.tokens[before]?.text ?? '');
  const isOrigin = !isDirect && (isElided || reading.any(['in', 'at', 'of', 'for', 'by', 'made', 'from'], before) !== null || reading.isSmall(before));
  if (isOrigin || (!isDirect && findCity(reading.tokens, span.from) > 0)) return null;
  if (isGeneric(reading, span.from) && span.to - span.from === 1 && reading.any(['month', 'weekday', 'holiday'], span.from)) return null;
  return { span, isUnsure: false };
}

/** "Stille Post – Kopfhörer", "Mesa, a dining table", or a text that opens with capitals and names no kind. */
function opening(reading: Reading, kinds: readonly Span[]): Candidate | null {
  if (reading.isLowerCase) return null;
  const clauses = reading.clauses.filter((clause) => !reading.roles[clause.from] || reading.roles[clause.from] === 'noise');
  for (const [index, clause] of clauses.slice(0, 4).entries()) {
    const start = leadInEnd(reading, clause);
    const run = titleOf(reading, clause, start) ?? runAfter(reading, clause, start);
    if (!run) {
      if (kinds.some(({ from }) => from >= clause.from && from < clause.to)) break;
      continue;
    }
    if (isTown(reading, run) && index > 0) continue;
    const isWhole = run.to === clause.to;
    const next = clauses[index + 1];
    const isApposition = isWhole && next !== undefined && kinds.some(({ from }) => from >= next.from && from < Math.min(next.to, next.from + 8));
    if (isApposition) return { span: run, isUnsure: false };
    const isLong = run.to - run.from >= 2 || isModelWord(reading.tokens[run.from]?.text ?? '');
    if (kinds.length > 0 && !(isLong && index < 2)) continue;
    const isTold = isWhole || reading.length('is', run.to) > 0 || (isLong && reading.language !== 'de');
    return { span: run, isUnsure: !isTold || (!isLong && mayBeAdjective(reading, run.from)) };
  }
  return null;
}

function isTown(reading: Reading, run: Span): boolean {
  return findCity(reading.tokens, run.from) === run.to - run.from;
}

function leadInEnd(reading: Reading, clause: Clause): number {
  let at = clause.from;
  while (at < clause.to && (reading.roles[at] || reading.length('noise', at) > 0 || (reading.isSmall(at) && !isCapital(reading, at)))) at += reading.roles[at] ? 1 : reading.length('noise', at) || 1;
  return at;
}

/** "Python for Beginners", "The Long Way Home": a whole clause in title case. */
function titleOf(reading: Reading, clause: Clause, start: number): Span | null {
  const places = indices({ from: start, to: clause.to });
  if (places.length < 2 || places.length > 6 || places.some((at) => reading.roles[at])) return null;
  const words = places.filter((at) => !reading.isSmall(at));
  const isTitle = words.length >= 2 && words.every((at) => isCapital(reading, at)) && isCapital(reading, start);
  const isOther = reading.language === 'de' || reading.isUpperCase || places.every((at) => isGeneric(reading, at));
  return isTitle && !isOther ? { from: start, to: clause.to } : null;
}

function compoundOpening(reading: Reading): Candidate | null {
  const [first, second] = reading.clauses;
  const span = first ? compoundBefore(reading, first, first.from, second) : null;
  return span && reading.isFree(span) ? { span, isUnsure: false } : null;
}

/** „Montagskaffee – der Filterkaffee“: a single word that is then said to be a kind of thing. */
function compoundBefore(reading: Reading, clause: Clause, start: number, next: Clause | undefined): Span | null {
  const isSingle = clause.to - start === 1 && isCapital(reading, start) && next?.sentence === clause.sentence;
  if (!isSingle || !next || !reading.isSmall(next.from)) return null;
  return reading.length('kind', next.from + 1) > 0 ? { from: start, to: clause.to } : null;
}

/** "city posters by Studio Kern": the maker, where nothing else is named. */
function byBrand(reading: Reading): Candidate | null {
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

/** The kind beside the name, else the first one. */
function kindFor(reading: Reading, kinds: readonly Span[], name: Span | null): Span | null {
  if (!name) return kinds[0] ?? null;
  const isOutside = ({ from, to }: Span) => to <= name.from || from >= name.to;
  const clause = reading.clauseAt(name.from);
  const inClause = kinds.find((kind) => clause && kind.from >= clause.from && kind.to <= clause.to && isOutside(kind));
  const inside = kinds.find((kind) => kind.from >= name.from && kind.to <= name.to);
  return inClause ?? kinds.find(isOutside) ?? inside ?? null;
}

/** "leather sofa": with the words of type and material before it, not with colour, size or praise. */
function withModifiers(reading: Reading, kind: Span): Span {
  if (KIND_FIRST.has(reading.language)) return { from: kind.from, to: complementEnd(reading, kind.to) };
  const clause = reading.clauseAt(kind.from);
  let { from } = kind;
  while (clause && from > clause.from) {
    const before = from - 1;
    const token = reading.tokens[before];
    const start = reading.endingAt('quality', from, clause.from) ?? before;
    const isType = reading.length('quality', start) === from - start && !reading.roles[before] && token !== undefined && !PLAIN.test(token.fold) && from - start === 1;
    if (!isType) break;
    from = start;
  }
  return { from, to: headEnd(reading, kind.to) };
}

/** "rice cooker", "bisiklet kaskı": one more word in small letters before the clause ends is the head. */
function headEnd(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  const clause = reading.clauseAt(at - 1);
  if (!/^(?:en|tr|nl|sv)$/u.test(reading.language) || token?.kind !== 'word' || !/^\p{Ll}+$/u.test(token.text)) return at;
  const isKnown = reading.isSmall(at) || reading.roles[at] !== null || reading.any(['quality', 'made', 'for', 'and', 'is', 'in', 'at', 'free', 'mood', 'upTo', 'starts', 'from', 'people', 'noise', 'without', 'only', 'every'], at) !== null;
  const next = at + 1;
  const isEnd = next === clause?.to || reading.roles[next] !== null || reading.tokens[next]?.kind === 'number';
  return !isKnown && isEnd ? next : at;
}

/** "tasse à café", "velas de soja": a complement in small letters right behind it. */
function complementEnd(reading: Reading, start: number): number {
  const preposition = reading.tokens[start];
  const noun = reading.tokens[start + 1];
  const isPreposition = preposition !== undefined && /^(?:de|di|à|d')$/u.test(preposition.text.toLowerCase());
  const isNoun = noun?.kind === 'word' && /^\p{Ll}/u.test(noun.text) && !reading.isSmall(start + 1) && findCity(reading.tokens, start + 1) === 0;
  return isPreposition && isNoun && reading.isFree({ from: start, to: start + 2 }) ? start + 2 : start;
}

/** The name is told once; where it stands again it is no benefit. */
function claimEverywhere(reading: Reading, span: Span): void {
  const words = reading.tokens.slice(span.from, span.to).map(({ fold }) => fold);
  reading.claim(span, 'name');
  if (words.length === 0) return;
  for (let at = 0; at + words.length <= reading.tokens.length; at++) {
    const isSame = words.every((word, index) => reading.tokens[at + index]?.fold === word && !reading.roles[at + index]);
    if (isSame) reading.claim({ from: at, to: at + words.length }, 'name');
  }
}
