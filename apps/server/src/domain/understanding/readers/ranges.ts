import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { isCapital, isGeneric } from './name-shapes.ts';

export type Range = { products: Span[]; span: Span | null };

/** "teas: Dawn, Noon and Dusk", "Lisbon, London, Lagos: city posters": several products under one kind. */
export function readRange(reading: Reading, kinds: readonly Span[]): Range {
  for (const [index, clause] of reading.clauses.entries()) {
    const colon = reading.tokens[clause.to];
    if (!colon || !/^[:：]$/u.test(colon.text)) continue;
    const hasKind = (part: Clause | undefined) =>
      part !== undefined && kinds.some(({ from }) => from >= part.from && from < part.to);
    const after = hasKind(clause) ? listFrom(reading, index + 1, 1) : [];
    if (after.length >= 2) return range(after);
    const before = hasKind(reading.clauses[index + 1]) ? listFrom(reading, index, -1) : [];
    if (before.length >= 2) return range(before);
  }
  return { products: [], span: null };
}

function range(products: Span[]): Range {
  const sorted = products.toSorted((a, b) => a.from - b.from);
  const first = sorted[0];
  const last = sorted.at(-1);
  return { products: sorted, span: first && last ? { from: first.from, to: last.to } : null };
}

/** The clauses from there on, one way, that are each a name or two names joined by "and". */
function listFrom(reading: Reading, start: number, step: 1 | -1): Span[] {
  const items: Span[] = [];
  const sentence = reading.clauses[start]?.sentence;
  for (let index = start; index >= 0 && index < reading.clauses.length && items.length < 12; index += step) {
    const clause = reading.clauses[index];
    if (!clause || clause.sentence !== sentence) break;
    const names = itemsIn(reading, clause);
    if (names.length === 0) break;
    items.push(...names);
    const separator = reading.tokens[step > 0 ? clause.to : clause.from - 1];
    if (!separator || !/^[,،、]$/u.test(separator.text)) break;
  }
  return items;
}

function itemsIn(reading: Reading, clause: Clause): Span[] {
  const items: Span[] = [];
  let from = clause.from;
  for (let at = clause.from; at <= clause.to; at++) {
    const isEnd = at === clause.to || (reading.length('and', at) === 1 && reading.tokens[at]?.text !== '&');
    if (!isEnd) continue;
    if (at > from) items.push({ from, to: at });
    from = at + 1;
  }
  return items.every((item) => isItem(reading, item)) ? items : [];
}

function isItem(reading: Reading, { from, to }: Span): boolean {
  if (to - from > 4 || !reading.isFree({ from, to })) return false;
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at];
    if (token?.kind !== 'word') return false;
    const isCased = /\p{Lu}|\p{Ll}/u.test(token.text);
    if (isCased && !isCapital(reading, at) && !reading.isSmall(at)) return false;
    if (reading.length('kind', at) > 0 || (isGeneric(reading, at) && !isCased)) return false;
  }
  return true;
}
