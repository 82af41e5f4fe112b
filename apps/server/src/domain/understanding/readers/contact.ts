import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';

export type Contact = { url: string | null; place: string | null; cta: string | null };

/** Where one buys and what the viewer is asked to do, in the words of the text. */
export function readContact(reading: Reading): Contact {
  const url = readAddress(reading);
  const street = streetSpan(reading);
  if (street) reading.claim(street, 'place');
  const cta = readCallToAction(reading);
  return { url, cta, place: street ? reading.words(street) : readTown(reading, cta !== null) };
}

function readAddress(reading: Reading): string | null {
  const isOpen = (at: number) => reading.roles[at] !== 'order' && reading.roles[at] !== 'video';
  const addresses = reading.tokens.map((token, at) => ({ token, at })).filter(({ at }) => isOpen(at));
  const found =
    addresses.find(({ token }) => token.kind === 'address') ??
    addresses.find(({ token }) => token.kind === 'handle');
  if (!found) return null;
  reading.claim({ from: found.at, to: found.at + 1 }, 'url');
  return found.token.text;
}

/** `CTA: Order now`, a clause that opens with what a viewer is asked to do, or a short request that ends the text. */
function readCallToAction(reading: Reading): string | null {
  return announcedAction(reading) ?? openingAction(reading) ?? closingRequest(reading);
}

/** What somebody is told to do with a product once it is theirs: "Give a hug", "Wake up smiling". */
const REQUEST =
  /^(?:give|wake|see|feel|take|keep|live|love|bring|meet|hold|wear|ride|run|play|sleep|sip|smell|breathe|sit|relax|enjoy|share|let|light|step|walk|fly|cook|bake|brew|pour|drink|eat|dream|smile|hug|cuddle|snuggle|wrap|pack|unwind|rest|turn|choose|hear|listen|watch|read|write|grow|plant|go|send|say|schenk|schenke|schenken|gönn|gönne|gönnen|hol|hole|fühl|fühle|erleb|erlebe|genieß|genieße|komm|finde|entdecke|trag|spür|spüre|regala|siente|vive|disfruta|prueba|lleva|descubre|brinda|offrez|goûtez|vivez|profitez|découvrez|sentez|essayez|offre|goûte|senti|vivi|prova|goditi|scopri|assaggia|sinta|viva|prove|experimente|aproveite|ofereça)$/iu;
const REQUEST_WORDS = { least: 2, most: 5 };

/** A sentence of its own at the very end that asks the viewer, and says nothing else of the product. */
function closingRequest(reading: Reading): string | null {
  const last = reading.clauses.findLast((clause) => reading.roles[clause.from] !== 'url');
  if (!last) return null;
  const sentence = reading.sentenceOf(last);
  const length = last.to - last.from;
  const isShort = length >= REQUEST_WORDS.least && length <= REQUEST_WORDS.most;
  const isAlone = sentence.from === last.from && sentence.to === last.to && last.sentence > 0;
  if (!isShort || !isAlone || !reading.isFree(last)) return null;
  if (!REQUEST.test(reading.tokens[last.from]?.text ?? '') || hasOrderWords(reading, last)) return null;
  reading.claim(last, 'cta');
  return reading.words(last);
}

/** "Keep it dark", "Light, airy": said to the tool. */
function hasOrderWords(reading: Reading, clause: Clause): boolean {
  const words = ['mood', 'moodCue', 'video', 'format', 'filming', 'kind'] as const;
  return words.some((cue) => reading.find(cue, { from: clause.from + 1, to: clause.to }) !== null);
}

function announcedAction(reading: Reading): string | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('callToAction', at);
    if (length === 0 || reading.roles[at]) continue;
    let from = at + length;
    while (/^[:：="“„«「]$/u.test(reading.tokens[from]?.text ?? '') || reading.length('is', from) > 0) from++;
    if (from === at + length) continue;
    const isQuoted = reading.tokens[from - 1]?.kind === 'quote';
    let to = from;
    while (to < reading.tokens.length && to - from < 12) {
      const token = reading.tokens[to];
      if (
        isQuoted
          ? token?.kind === 'quote'
          : token?.kind === 'break' && (token.isFullStop || token.text !== ',')
      )
        break;
      to++;
    }
    if (to === from) continue;
    reading.claim({ from: at, to: isQuoted ? Math.min(to + 1, reading.tokens.length) : to }, 'cta');
    return reading.words({ from, to });
  }
  return null;
}

function openingAction(reading: Reading): string | null {
  for (const clause of reading.clauses) {
    for (let at = clause.from; at < clause.to; at++) {
      if (!mayOpen(reading, clause, at)) continue;
      const length = reading.length('act', at);
      if (length === 0 || !isAction(reading, clause, at, length)) continue;
      const span = { from: at, to: actionEnd(reading, clause, at, length) };
      reading.claim(span, 'cta');
      return reading.words(trimmed(reading, span, length));
    }
  }
  return null;
}

/** Where a clause begins, or a part of it after something that is already understood. */
function mayOpen(reading: Reading, clause: Clause, at: number): boolean {
  if (reading.roles[at]) return false;
  if (reading.length('starts', at) >= reading.length('act', at)) return false;
  if (at === clause.from) return true;
  const before = reading.roles[at - 1];
  if (before) return before !== 'cta';
  const isRunTogether = /^(?:ja|zh)$/u.test(reading.language);
  if (isRunTogether && reading.length('act', at) >= 2) return true;
  if (reading.isUpperCase && reading.length('act', at) > 0) return true;
  return reading.length('noise', clause.from) === at - clause.from;
}

function isAction(reading: Reading, clause: Clause, at: number, length: number): boolean {
  const next = at + length;
  const isPhrase = length > 1 || next >= clause.to;
  if (reading.length('kind', at) >= length && !isPhrase) {
    const follows =
      reading.any(['until', 'now', 'in', 'at', 'for'], next) !== null ||
      reading.tokens[next]?.kind === 'address';
    if (!follows) return false;
  }
  if (reading.length('kind', at) > 0 && length === 1 && next >= clause.to) return false;
  if (reading.length('is', next) > 0 && length === 1) return false;
  if (length === 1 && next >= clause.to && reading.length('quality', at) > 0) return false;
  const first = reading.tokens[at]?.fold ?? '';
  if (first === 'jetzt' && length === 1)
    return (
      [next, clause.to - 1].some(
        (verb) => verb < clause.to && /^\p{Ll}+n$/u.test(reading.tokens[verb]?.text ?? ''),
      ) && clause.to - at <= 5
    );
  if (first === 'hemen' && length === 1) return clause.to - at <= 5;
  if (
    reading.tokens[next]?.kind === 'currency' ||
    (length === 1 && reading.tokens[next]?.kind === 'number' && !isPhoneNumber(reading, next))
  )
    return false;
  // A clause about the product that happens to open with a verb.
  return length > 1 || reading.find('kind', { from: next, to: clause.to }) === null;
}

function isPhoneNumber(reading: Reading, at: number): boolean {
  return (reading.tokens[at]?.text.length ?? 0) >= 3 && reading.tokens[at + 1]?.kind === 'number';
}

/** To the end of the clause, unless a product or an offer is spoken of there. */
function actionEnd(reading: Reading, clause: Clause, at: number, length: number): number {
  let to = at + length;
  while (to < clause.to && to - at < 9) {
    const role = reading.roles[to];
    if (role && !['url', 'until', 'starts', 'off', 'code'].includes(role)) break;
    if (reading.length('and', to) > 0 && clause.to - at > 6) break;
    if (reading.length('kind', to) > 0 && length > 1) break;
    if (reading.length('act', to) > 1 && to > at + length) break;
    to++;
  }
  return to;
}

/** "Jetzt bestellen auf example.de" is a button "Jetzt bestellen" and an address. */
function trimmed(reading: Reading, { from, to }: Span, shortest: number): Span {
  const last = reading.tokens[to - 1];
  let end = to;
  if (last?.kind === 'address' || last?.kind === 'handle') {
    end--;
    while (
      end > from + shortest &&
      (reading.isSmall(end - 1) || reading.any(['in', 'at', 'or'], end - 1) !== null)
    )
      end--;
  }
  const isEnough =
    end - from >= 2 || /[\p{Script=Han}\p{Script=Hiragana}]/u.test(reading.words({ from, to: end }));
  if (!isEnough) return { from, to };
  while (
    end > from + shortest &&
    reading.roles[end] === 'place' &&
    (reading.isSmall(end - 1) || reading.any(['in', 'at', 'or'], end - 1) !== null)
  )
    end--;
  return { from, to: end };
}

/** A street with its number and town. */
function streetSpan(reading: Reading): Span | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('street', at);
    const clause = reading.clauseAt(at);
    if (length === 0 || !clause || !reading.isFree({ from: at, to: at + length })) continue;
    // „Wisch & Weg 300“ is no street.
    if (reading.tokens[at - 1]?.text === '&') continue;
    const numberBefore = houseNumber(reading, clause, at, -1);
    const numberAfter = houseNumber(reading, clause, at + length, 1);
    if (numberBefore === null && numberAfter === null) continue;
    const isNamed =
      reading.isLowerCase ||
      reading.tokens
        .slice(numberBefore ?? Math.max(0, at - 3), (numberAfter ?? at + length + 2) + 1)
        .some((_, index) => isCapital(reading, (numberBefore ?? Math.max(0, at - 3)) + index)) ||
      /^(?:ar|ja|zh)$/u.test(reading.language);
    if (!isNamed || reading.length('piece', at) > 0) continue;
    let from = numberBefore ?? at;
    if (numberBefore === null)
      while (from > clause.from && isCapital(reading, from - 1) && at - from < 3 && !reading.roles[from - 1])
        from--;
    let to = (numberAfter ?? at + length - 1) + 1;
    if (numberAfter === null)
      while (
        to < clause.to &&
        to - at < 6 &&
        (isCapital(reading, to) || (reading.isSmall(to) && isCapital(reading, to + 1)))
      )
        to++;
    return { from, to: withTown(reading, to) };
  }
  return null;
}

function houseNumber(reading: Reading, clause: Clause, start: number, step: 1 | -1): number | null {
  for (let count = 0, at = step > 0 ? start : start - 1; count < 4; count++, at += step) {
    if (at < clause.from || at >= clause.to || reading.roles[at]) return null;
    if (reading.tokens[at]?.kind === 'number') {
      const next = reading.tokens[at + 1];
      const isMeasure =
        next !== undefined &&
        ((next.kind === 'word' && !next.isSpaced) ||
          next.kind === 'currency' ||
          reading.length('currency', at + 1) > 0);
      return /^\p{Nd}{1,4}$/u.test(reading.tokens[at]?.text ?? '') && !isMeasure ? at : null;
    }
    if (
      !isCapital(reading, at) &&
      !reading.isSmall(at) &&
      !reading.isLowerCase &&
      reading.tokens[at]?.kind !== 'sign'
    )
      return null;
  }
  return null;
}

/** ", Leeds", ", 50667 Köln" after a street. */
function withTown(reading: Reading, to: number): number {
  const comma = reading.tokens[to];
  if (comma?.text !== ',') {
    const isInTown = reading.length('in', to) > 0 && isCapital(reading, to + 1);
    return isInTown ? to + 2 : to;
  }
  let next = to + 1;
  if (/^\p{Nd}{4,5}$/u.test(reading.tokens[next]?.text ?? '')) next++;
  const start = next;
  while (
    isCapital(reading, next) &&
    !reading.roles[next] &&
    next - start < 3 &&
    reading.length('act', next) === 0 &&
    reading.length('kind', next) === 0
  )
    next++;
  return next > start ? next : to;
}

/** A town after "in" where one is asked to come, or where a business is spoken of; never where a thing was made. */
function readTown(reading: Reading, hasAction: boolean): string | null {
  const hasBusiness = reading.find('business', { from: 0, to: reading.tokens.length }) !== null;
  for (const clause of reading.clauses) {
    if (reading.find('made', clause) !== null && !hasBusiness) continue;
    const span =
      townIn(reading, clause, hasBusiness || hasAction) ?? (hasBusiness ? townAlone(reading, clause) : null);
    if (!span) continue;
    // "fitted in Bristol" is told whole, so only what stands by itself is taken out of the clause.
    if (reading.isFree(span) && (span.from === clause.from || reading.roles[span.from - 2] !== null))
      reading.claim(span, 'place');
    return reading.words(span);
  }
  return null;
}

function townIn(reading: Reading, clause: Clause, isSold: boolean): Span | null {
  for (let at = clause.from; at < clause.to; at++) {
    const preposition = reading.any(['in', 'at'], at);
    if (!preposition || !reading.isFree({ from: at, to: at + preposition.length })) continue;
    const start = at + preposition.length;
    const isOrigin =
      reading.endingAt('made', at, clause.from) !== null ||
      /^(?:near|bei|cerca|près|vicino|perto)$/u.test(reading.tokens[at]?.fold ?? '');
    if (isOrigin) continue;
    const city = findCity(reading.tokens, start);
    if (city > 0) return { from: start, to: start + city };
    const shop = shopBefore(reading, clause, start);
    if (shop) return shop;
    const town = isSold && preposition.cue === 'in' ? capitalRun(reading, clause, start) : 0;
    if (town > 0) return { from: start, to: start + town };
  }
  return null;
}

/** "en nuestro taller de Bogotá", "the nursery in Salem": up to the town. */
function shopBefore(reading: Reading, clause: Clause, start: number): Span | null {
  const business = reading.find('business', { from: start, to: Math.min(clause.to, start + 3) });
  if (business === null) return null;
  for (let at = business + 1; at < Math.min(clause.to, business + 4); at++) {
    const city = findCity(reading.tokens, at);
    if (city > 0) return { from: start, to: at + city };
  }
  return null;
}

function townAlone(reading: Reading, clause: Clause): Span | null {
  const city = findCity(reading.tokens, clause.from);
  const separator = reading.tokens[clause.from - 1]?.text ?? '';
  const isListed = /^[:：]$/u.test(reading.tokens[clause.to]?.text ?? '');
  const isWhole =
    city > 0 && clause.from + city === clause.to && clause.from > 0 && /^[,،、|–—-]?$/u.test(separator);
  const isRow = findCity(reading.tokens, clause.to + 1) > 0 || isListed;
  return isWhole && !isRow && reading.isFree(clause) ? { from: clause.from, to: clause.to } : null;
}

function capitalRun(reading: Reading, clause: Clause, at: number): number {
  if (reading.isUpperCase || /^(?:de|ar|ja|zh)$/u.test(reading.language)) return 0;
  let to = at;
  while (to < clause.to && isCapital(reading, to) && !reading.roles[to] && to - at < 3) to++;
  const isThing = to > at && reading.any(['month', 'weekday', 'holiday', 'kind', 'quality'], at) !== null;
  return isThing ? 0 : to - at;
}

function isCapital(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}
