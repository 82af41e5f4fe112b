import { complementEnd } from './complements.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { isCapital, isGeneric, isUnit, mayBeAdjective } from './name-shapes.ts';

/** The languages that put what a thing is before its name. */
export const KIND_FIRST = new Set(['es', 'fr', 'it', 'pt', 'ar', 'he', 'fa', 'pl']);
const ARTICLE = /^(?:the|an?|der|die|das|eine?|el|la|una?|le|une|il|uma?)$/u;
const PLAIN =
  /^(?:black|white|red|blue|green|yellow|orange|pink|purple|brown|grey|gray|beige|big|small|large|tiny|mini|best|great|good|nice|beautiful|new|cheap|affordable|handmade|hand-made|vintage|free|premium|luxury|cosy|cozy|cute|elegant|three|two|one|four|five|six|el yapımı|hand made|手作り|手工|手工制作|neu\w*|klein\w*|gro(?:ß|ss)\w*|schön\w*|drei|zwei|vier|handgemacht\w*)$/u;

/** Where the text says what kind of thing it is; the longest words at each place, none inside another. */
export function kindSpans(reading: Reading): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.roles[at]
      ? 0
      : reading.length('kind', at) || shopLength(reading, at) || runnersLength(reading, at);
    if (length === 0 || !reading.isFree({ from: at, to: at + length })) continue;
    // German writes every noun large: "kleine" is no "Leine".
    const isNoun = reading.language !== 'de' || reading.isLowerCase || isCapital(reading, at) || length > 1;
    if (!isNoun) continue;
    const before = spans.at(-1);
    // "coffee machine", "dog bed": what follows directly is the head.
    const isShop = before && before.to === at && reading.length('business', at) > 0;
    const isHead =
      before && before.to === at && !isShop && !KIND_FIRST.has(reading.language) && !isSeparate(reading, at);
    if (isHead && before) spans[spans.length - 1] = { from: before.from, to: at + length };
    else if (!isInsideWord(reading, at, length)) spans.push({ from: at, to: at + length });
    at += length - 1;
  }
  const things = spans.filter((span, index) => !isPartOfName(reading, span, spans[index + 1]));
  const [first] = reading.clauses;
  // "… 54 euros, atelier Mistigri": who sells it is not what is sold.
  const isSeller = ({ from, to }: Span) =>
    first !== undefined &&
    from >= first.to &&
    reading.length('business', from) > 0 &&
    (reading.length('kind', from) === 0 || isCapital(reading, to));
  return things
    .map((span) => comingWith(reading, span) ?? span)
    .filter((span) => !isOccasion(reading, span) && !isExtra(reading, span))
    .filter((span) => !isSeller(span) || isOnly(reading, span));
}

const WITH = /^(?:with|mit|con|avec|com|met|med|ile)$/u;
const LONGEST_OPENING = 4;

/** "Rubber duck with sunglasses": what a clause opens with is the thing, not what comes with it. */
function comingWith(reading: Reading, { from }: Span): Span | null {
  const clause = reading.clauseAt(from);
  if (!clause) return null;
  const joint = from - 1 - (ARTICLE.test(reading.tokens[from - 1]?.fold ?? '') ? 1 : 0);
  const start = clause.from + (ARTICLE.test(reading.tokens[clause.from]?.fold ?? '') ? 1 : 0);
  const opening = { from: start, to: joint };
  const isOpening =
    clause.sentence === 0 &&
    WITH.test(reading.tokens[joint]?.fold ?? '') &&
    joint > start &&
    joint - start <= LONGEST_OPENING &&
    reading.isFree(opening) &&
    reading.tokens.slice(start, joint).every(({ kind }) => kind === 'word') &&
    !isCapital(reading, joint - 1);
  return isOpening ? opening : null;
}

/** Nothing but the shop is spoken of: the words before it are understood or an order to the tool. */
function isOnly(reading: Reading, { from }: Span): boolean {
  return reading.tokens
    .slice(0, from)
    .every(({ kind }, at) => kind !== 'word' || reading.roles[at] !== null || reading.isSmall(at));
}

/** 书 in 小红书: one character inside a longer word tells nothing. */
function isInsideWord(reading: Reading, at: number, length: number): boolean {
  const isSingle = length === 1 && /^\p{Script=Han}$/u.test(reading.tokens[at]?.text ?? '');
  const before = reading.tokens[at - 1];
  return (
    isSingle &&
    before !== undefined &&
    !reading.tokens[at]?.isSpaced &&
    /\p{Script=Han}/u.test(before.text) &&
    reading.endingAt('quality', at) === null &&
    !reading.isSmall(at - 1)
  );
}

/** "Kettle & Pine oat granola": in capitals before a small-lettered kind, a word is part of the name. */
function isPartOfName(reading: Reading, span: Span, next: Span | undefined): boolean {
  // "Vivero Tierra Mansa", "seramik vazo Toprak": a common word in capitals behind the shop or the thing.
  const isCalled =
    !reading.isUpperCase &&
    isCapital(reading, span.from) &&
    ((reading.endingAt('business', span.from) !== null && isCapital(reading, span.to)) ||
      (reading.language === 'tr' &&
        reading.endingAt('kind', span.from) !== null &&
        !isCapital(reading, span.from - 1)));
  if (isCalled) return true;
  const after = reading.tokens[span.to];
  const isPair =
    !reading.isUpperCase &&
    (after?.text === '&' ? isCapital(reading, span.to + 1) : reading.tokens[span.from - 1]?.text === '&');
  if (isPair && isCapital(reading, span.from) && reading.language !== 'de') return true;
  const isFollowed =
    after?.kind === 'word' &&
    /^\p{Ll}/u.test(after.text) &&
    !isGeneric(reading, span.to) &&
    reading.any(['and', 'for', 'in', 'at', 'is', 'starts', 'made', 'act'], span.to) === null;
  const isInName =
    reading.language === 'en' &&
    isFollowed &&
    isCapital(reading, span.from) &&
    isCapital(reading, span.from - 1) &&
    reading.clauseAt(span.from)?.from !== span.from;
  if (isInName) return true;
  const isSame = next !== undefined && reading.clauseAt(span.from) === reading.clauseAt(next.from);
  if (!isSame || reading.isUpperCase || KIND_FIRST.has(reading.language) || reading.language === 'de')
    return false;
  const isJoined =
    isCapital(reading, span.from - 1) || reading.tokens[span.to]?.text === '&' || isCapital(reading, span.to);
  return isCapital(reading, span.from) && !isCapital(reading, next.from) && isJoined;
}

function isSeparate(reading: Reading, at: number): boolean {
  const isNamed =
    isCapital(reading, at - 1) && !isCapital(reading, at) && reading.clauseAt(at)?.from !== at - 1;
  if (isNamed) return true;
  // "the mask blocks all light"
  const isVerb =
    reading.language === 'en' &&
    /[^s]s$/u.test(reading.tokens[at]?.fold ?? '') &&
    /^(?:all|the|a|an|your|out|up|every|any)$/u.test(reading.tokens[at + 1]?.fold ?? '');
  return isVerb || reading.language === 'de' || (isCapital(reading, at) && !isCapital(reading, at - 1));
}

/** The kind beside the name, else the first one. */
export function kindFor(reading: Reading, kinds: readonly Span[], name: Span | null): Span | null {
  if (!name) return kinds[0] ?? null;
  const isOutside = ({ from, to }: Span) => to <= name.from || from >= name.to;
  const clause = reading.clauseAt(name.from);
  const inClause = kinds.find(
    (kind) => clause && kind.from >= clause.from && kind.to <= clause.to && isOutside(kind),
  );
  const inside = kinds.find((kind) => kind.from >= name.from && kind.to <= name.to);
  const others = [kinds.find(isOutside), inside];
  // "Mighty Mug" is one, whatever is poured into it later; „Montagskaffee – der Filterkaffee“ is told by the second.
  if (reading.language === 'en') others.reverse();
  return inClause ?? others[0] ?? others[1] ?? null;
}

/** "no drill", "in a pot", "Toy of the Year", one feature of several, or further on than the sentence after the name. */
export function isElsewhere(reading: Reading, kind: Span, name: Span | null, home: Clause | null): boolean {
  const clause = reading.clauseAt(kind.from);
  if (!clause) return true;
  if (name !== null && kind.from >= name.from && kind.to <= name.to) return false;
  if (clause.from === home?.from) return isPlaced(reading, kind, clause);
  const isFar = Math.abs(clause.sentence - (home?.sentence ?? 0)) > 1;
  return isFar || isDenied(reading, kind) || isOneOfMany(reading, kind);
}

/** "for your weekend trip": what it is used for. */
function isOccasion(reading: Reading, { from }: Span): boolean {
  const isYours = /^(?:your|deinen?|ihren?|tu|votre|ton|tuo|seu)$/u.test(
    reading.tokens[from - 1]?.fold ?? '',
  );
  return isYours && reading.endingAt('for', from - 1, Math.max(0, from - 3)) !== null;
}

/** "Lens included": what comes with the thing, unless nothing was named before it. */
function isExtra(reading: Reading, { from, to }: Span): boolean {
  const isIncluded = /^(?:included|inclus[aeo]?s?|inclusi|inclu[ií]d[ao]s?|inklusive|inbegriffen)$/u.test(
    reading.tokens[to]?.fold ?? '',
  );
  return isIncluded && (reading.clauseAt(from)?.sentence ?? 0) > 0;
}

/** What belongs to a thing and is not sold without it. */
const PART =
  /^(?:frame|strap|lid|handle|lining|sole|filling|zip|pocket|rahmen|gestell|deckel|griff|sohle|futter|henkel|marco|montura|correa|tapa|forro|suela|monture|couvercle|bandouliere|semelle|doublure|montatura|tracolla|coperchio|suola|fodera|armacao|alca|tampa|sola|forro)$/u;
/** "fits a 13 inch laptop", „passt für 15 Zoll Laptops“: what it is used with. */
const FITS =
  /^(?:fits?|holds?|suits?|carries|makes|brews|serves|passt|passend|fasst|cabe|caben|convient|tient|accueille|contiene|entra|ideal)$/u;

/** "Toy of the Year", a feature between commas, a part of the thing, or what fits it. */
export function isOneOfMany(reading: Reading, kind: Span): boolean {
  const clause = reading.clauseAt(kind.from);
  const words = reading.tokens.slice(kind.from, kind.to);
  const isPart = words.some(({ fold }) => PART.test(fold));
  if (isPart || (clause !== null && FITS.test(reading.tokens[clause.from]?.fold ?? ''))) return true;
  return reading.length('of', kind.to) > 0 || (clause !== null && isListed(reading, clause));
}

/** "Trail pack: waterproof, laptop sleeve": one feature of several behind the thing. */
function isListed(reading: Reading, clause: Clause): boolean {
  const before = reading.clauseAt(clause.from - 2);
  const first = before && reading.clauseAt(before.from - 2);
  return (
    first?.sentence === clause.sentence &&
    reading.tokens[clause.from - 1]?.text === ',' &&
    !ARTICLE.test(reading.tokens[clause.from]?.fold ?? '')
  );
}

export function isDenied(reading: Reading, kind: Span): boolean {
  return reading.endingAt('without', kind.from, Math.max(0, kind.from - 3)) !== null;
}

/** Where something is, or what it has: behind "in", "at" or "no", with or without an article. */
function isPlaced(reading: Reading, kind: Span, clause: Clause): boolean {
  let at = kind.from;
  while (
    at > clause.from &&
    (reading.isSmall(at - 1) ||
      reading.length('quality', at - 1) > 0 ||
      reading.tokens[at - 1]?.kind === 'number' ||
      isUnit(reading, at - 1)) &&
    !isPlace(reading, at)
  )
    at--;
  return at > clause.from && isPlace(reading, at);
}

function isPlace(reading: Reading, end: number): boolean {
  return (['in', 'without'] as const).some(
    (cue) => reading.endingAt(cue, end, Math.max(0, end - 2)) !== null,
  );
}

/** "leather sofa": with the words of type and material before it, not with colour, size or praise. */
export function withModifiers(reading: Reading, kind: Span): Span {
  if (KIND_FIRST.has(reading.language)) return { from: kind.from, to: complementEnd(reading, kind.to) };
  const clause = reading.clauseAt(kind.from);
  let { from } = kind;
  while (clause && from > clause.from) {
    const before = from - 1;
    const token = reading.tokens[before];
    const start = reading.endingAt('quality', from, clause.from) ?? before;
    const isType =
      reading.length('quality', start) === from - start &&
      !reading.roles[before] &&
      token !== undefined &&
      !PLAIN.test(token.fold) &&
      !PLAIN.test(reading.words({ from: start, to: from }).toLowerCase());
    if (!isType && !isPlainBetween(reading, before) && !isCompound(reading, before, kind)) break;
    from = isType ? start : before;
  }
  return { from: withCount(reading, from, kind), to: headEnd(reading, kind.to) };
}

/** "Quiet Storm computer mouse": a word right behind the name that nothing else explains is of the kind. */
function isPlainBetween(reading: Reading, at: number): boolean {
  return reading.language === 'en' && reading.roles[at - 1] === 'name' && isPlainWord(reading, at);
}

/** In small letters, free, and in no list. */
function isPlainWord(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return (
    !reading.roles[at] &&
    token?.kind === 'word' &&
    /^\p{Ll}{3,}$/u.test(token.text) &&
    !reading.isSmall(at) &&
    !reading.isKnown(at)
  );
}

/** "3 jump ropes": how many there are belongs to things in the plural. */
function withCount(reading: Reading, from: number, kind: Span): number {
  const count = reading.tokens[from - 1];
  const isCounted =
    reading.language === 'en' &&
    count?.kind === 'number' &&
    /^[2-9]$|^1[0-2]$/u.test(count.text) &&
    !reading.roles[from - 1] &&
    reading.clauseAt(from - 1)?.from === reading.clauseAt(from)?.from &&
    /[^s]s$/u.test(reading.tokens[kind.to - 1]?.fold ?? '');
  return isCounted ? from - 1 : from;
}

/** "bobble hat": a noun that no list knows, right before the thing, in the middle of its words. */
function isCompound(reading: Reading, at: number, kind: Span): boolean {
  return (
    reading.language === 'en' &&
    at + 1 === kind.from &&
    (reading.clauseAt(at)?.from ?? at) < at &&
    reading.tokens[at - 1]?.kind === 'word' &&
    isPlainWord(reading, at) &&
    !mayBeAdjective(reading, at)
  );
}

/** "rice cooker", "bisiklet kaskı": one more word in small letters before the clause ends is the head. */
function headEnd(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  const clause = reading.clauseAt(at - 1);
  if (
    !/^(?:en|tr|nl|sv)$/u.test(reading.language) ||
    token?.kind !== 'word' ||
    !/^\p{Ll}+$/u.test(token.text)
  )
    return at;
  const isKnown =
    reading.isSmall(at) ||
    reading.roles[at] !== null ||
    reading.any(
      [
        'quality',
        'made',
        'for',
        'and',
        'is',
        'in',
        'at',
        'free',
        'mood',
        'upTo',
        'starts',
        'from',
        'people',
        'noise',
        'without',
        'only',
        'every',
      ],
      at,
    ) !== null;
  const next = at + 1;
  const isVerb =
    /^(?:weighs?|holds?|keeps?|fits?|lasts?|comes?|makes?|has|have|costs?|stays?|runs?|needs?|goes|rides?|drives?|reach(?:es)?|fl(?:y|ies)|works?|charges?|gives?|does|carr(?:y|ies)|saves?|shines?|plays?|climbs?|cleans?|cooks?|dries|brews?|floats?|grows?|sounds?|feels?|looks?)$/u;
  const isEnd =
    next === clause?.to ||
    reading.roles[next] !== null ||
    reading.tokens[next]?.kind === 'number' ||
    /^(?:by|with)$/u.test(reading.tokens[next]?.fold ?? '');
  return !isKnown && isEnd && !isVerb.test(token.fold) ? next : at;
}

/** "Laden Kleinod", "Masseria Fonte": where the kind comes first, a shop is one when a name follows. */
function shopLength(reading: Reading, at: number): number {
  if (!KIND_FIRST.has(reading.language) && reading.language !== 'de') return 0;
  const length = reading.length('business', at);
  return length > 0 && isCapital(reading, at + length) && !reading.isUpperCase ? length : 0;
}

/** "Kaleido runners" are shoes; "for city runners" they are people. */
function runnersLength(reading: Reading, at: number): number {
  return /^(?:runners|racers)$/u.test(reading.tokens[at]?.text ?? '') && isCapital(reading, at - 1) ? 1 : 0;
}
