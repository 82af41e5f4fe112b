import type { Reading, Span } from '#src/domain/understanding/reading.ts';
import { isUnit } from './name-shapes.ts';

const MOST_IN_SERIES = 6;
const MOST_IN_LED_SERIES = 10;

/** "notes of fig, cedar and smoke", "Braise, bake, roast.": what is one series between commas is one thing said. */
export function enumerated(reading: Reading, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [index, span] of spans.entries()) {
    joined.push(span);
    const isLast = endsSeries(reading, span, spans[index + 1]);
    if (!isLast) continue;
    let first = joined.length - 1;
    while (first > 0 && isNextInSeries(reading, joined[first - 1], joined[first], span.to)) first--;
    const parts = joined.length - first;
    const isSeries = hasAnd(reading, span)
      ? parts > 1
      : parts > 2 && isWholeSentence(reading, joined[first], span);
    if (isPair(reading, joined.slice(-2)))
      joined.splice(-2, 2, { from: joined.at(-2)?.from ?? span.from, to: span.to });
    else if (isSeries) joined.splice(first, parts, { from: joined[first]?.from ?? span.from, to: span.to });
  }
  return joined;
}

/** "Ears warm, hands free.": two short phrases that are a sentence by themselves belong together. */
function isPair(reading: Reading, [one, other]: readonly Span[]): boolean {
  const clause = one && reading.clauseAt(one.from);
  if (!clause || !other) return false;
  const sentence = reading.sentenceOf(clause);
  const isHeadline = clause.sentence === 0 && reading.tokens[other.to]?.text === ':';
  const isWhole =
    sentence.from === one.from &&
    (sentence.to === other.to || isHeadline) &&
    isComma(reading, one.to) &&
    other.from === one.to + 1;
  const isPlain = (at: number) => reading.tokens[at]?.kind !== 'number' || !isUnit(reading, at + 1);
  return (
    isWhole &&
    [one, other].every(
      ({ from, to }) =>
        to - from <= 3 &&
        reading.isFree({ from, to }) &&
        Array.from({ length: to - from }, (_, index) => from + index).every(isPlain),
    )
  );
}

export const isComma = (reading: Reading, at: number) => reading.tokens[at]?.text === ',';

function endsSeries(reading: Reading, { from, to }: Span, next: Span | undefined): boolean {
  const goesOn = next !== undefined && isComma(reading, to) && next.from === to + 1;
  return !goesOn || hasAnd(reading, { from, to });
}

function hasAnd(reading: Reading, { from, to }: Span): boolean {
  const at = Array.from({ length: to - from }, (_, index) => from + index).find((place) =>
    /^(?:and|und|y|e|et)$/u.test(reading.tokens[place]?.fold ?? ''),
  );
  return at !== undefined && at - from <= 2 && at > from && to - at <= 4;
}

/** A word or two before the comma, or a few that open the series: "notes of fig". */
function isNextInSeries(
  reading: Reading,
  before: Span | undefined,
  here: Span | undefined,
  end: number,
): boolean {
  if (!before || !here || !isComma(reading, before.to) || before.to + 1 !== here.from) return false;
  const words = Array.from({ length: end - before.from }, (_, index) => before.from + index).filter(
    (at) => reading.tokens[at]?.kind !== 'break',
  );
  const isPlain = words.every((at) => reading.tokens[at]?.kind === 'word');
  // "Big enough for bread, a laptop and a bad mood": what follows its preposition is the first of the series.
  const isLed = reading.any(['for', 'of'], before.to - 2) !== null && before.to - before.from <= 5;
  const most = isLed ? MOST_IN_LED_SERIES : MOST_IN_SERIES;
  return isPlain && words.length <= most && (isLed || before.to - before.from <= 3);
}

function isWholeSentence(reading: Reading, first: Span | undefined, last: Span): boolean {
  const clause = reading.clauseAt(last.from);
  const sentence = clause && reading.sentenceOf(clause);
  // "Oats, nuts, nothing else."
  const isLast =
    last.to - last.from === 1 ||
    (last.to - last.from === 2 && /^else$/u.test(reading.tokens[last.to - 1]?.fold ?? ''));
  const isOfWords = first !== undefined && isLast && first.to - first.from === 1;
  return isOfWords && sentence?.from === first.from && sentence.to === last.to;
}
