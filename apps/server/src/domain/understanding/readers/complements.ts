import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import type { Reading } from '#src/domain/understanding/reading.ts';
import { isModelWord } from './name-shapes.ts';

/** "tasse à café", "velas de soja": a complement in small letters right behind it. */
export function complementEnd(reading: Reading, start: number): number {
  const preposition = reading.tokens[start];
  const noun = reading.tokens[start + 1];
  const isPreposition =
    preposition !== undefined && /^(?:de|di|da|à|d'|in|en|em)$/u.test(preposition.text.toLowerCase());
  const isNoun =
    noun?.kind === 'word' &&
    /^\p{Ll}/u.test(noun.text) &&
    !reading.isSmall(start + 1) &&
    findCity(reading.tokens, start + 1) === 0;
  const isPlace =
    /^(?:in|en|em)$/u.test(preposition?.fold ?? '') && reading.length('quality', start + 1) === 0;
  const isComplement = isPreposition && !isPlace && isNoun && reading.isFree({ from: start, to: start + 2 });
  return adjectiveEnd(reading, isComplement ? start + 2 : start);
}

/** "sérum facial", "vasos de vidrio reciclado": one word in small letters more, unless it leads on ("testée sous"). */
function adjectiveEnd(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  const isPlain =
    token?.kind === 'word' &&
    /^\p{Ll}{4,}$/u.test(token.text) &&
    /^(?:es|fr|it|pt|pl)$/u.test(reading.language) &&
    reading.roles[at] === null &&
    !reading.isSmall(at) &&
    findCity(reading.tokens, at) === 0 &&
    reading.any([...LEADS_ON], at) === null;
  const next = reading.tokens[at + 1];
  // "tasse à café double paroi": what another word follows opens a phrase of its own.
  const isLead = next?.kind === 'word' && (isModelWord(next.text) || !/^\p{Lu}/u.test(next.text));
  return isPlain && !isLead && !reading.isLowerCase ? at + 1 : at;
}

const LEADS_ON = [
  'made',
  'for',
  'in',
  'at',
  'from',
  'and',
  'or',
  'is',
  'people',
  'upTo',
  'starts',
  'without',
  'free',
  'only',
  'until',
  'was',
  'now',
  'by',
  'shipping',
  'mood',
  'called',
  'month',
  'weekday',
  'act',
] as const;
