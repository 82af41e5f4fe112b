import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { readCallToAction } from './calls-to-action.ts';

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
