import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import type { Candidate } from './candidate.ts';
import { isCapital, runAfter, runBefore } from './name-shapes.ts';

/** "called Terra Nova", „namens Lumo“, "Introducing Quill", "no sorry, the name is Ratio Nine". */
export function called(reading: Reading, kinds: readonly Span[]): Candidate | null {
  let best: Candidate | null = null;
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('called', at);
    const correction = reading.length('correction', at);
    if (reading.roles[at] || (length === 0 && correction === 0)) continue;
    const start = skipped(reading, at + Math.max(length, correction));
    const clause = reading.clauseAt(start);
    if (!clause || (length === 0 && clause.from !== start && reading.clauseAt(at) !== clause)) continue;
    const span =
      runAfter(reading, clause, start, true) ??
      (length > 0 ? smallName(reading, clause, start, at, length) : null);
    const isTurkish = reading.language === 'tr' && length > 0 && !span;
    const before = isTurkish ? runBefore(reading, clause, at) : null;
    const name = span ?? before;
    if (!name || kinds.some(({ from, to }) => from === name.from && to === name.to)) continue;
    if (length === 0 && !kinds.some(({ from }) => from < at)) continue;
    if (
      correction > 0 ||
      (best && length > 0 && reading.find('correction', { from: best.span.to, to: at }) !== null)
    )
      dropEarlier(reading, kinds, at);
    best =
      best && correction === 0 && reading.find('correction', { from: 0, to: at }) === null
        ? best
        : { span: name, isUnsure: false };
    if (reading.find('correction', { from: 0, to: at }) !== null) dropEarlier(reading, kinds, at);
    for (let part = at; part < name.from; part++)
      if (reading.any(['called', 'is'], part)) reading.roles[part] ??= 'noise';
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
    const isFiller =
      !isCapital(reading, at) &&
      (reading.any(['noise', 'is', 'quality', 'kind', 'subject'], at) !== null || reading.isSmall(at));
    if (isMark) at++;
    else if (isFiller)
      at += Math.max(1, reading.any(['noise', 'is', 'quality', 'kind', 'subject'], at)?.length ?? 1);
    else break;
  }
  return at;
}

/** "a lamp called lumo": without capitals only directly behind the word, and only where the text has none. */
function smallName(
  reading: Reading,
  clause: Clause,
  start: number,
  cue: number,
  length: number,
): Span | null {
  const word = reading.words({ from: cue, to: cue + length });
  const isStrong =
    /^(?:called|named|namens|genannt|hei(?:ß|ss)t|llamad[oa]|se llama|appelée?|s['’]appelle|chiamat[oa]|si chiama|chamad[oa]|chama-se|se chama)$/iu.test(
      word,
    );
  if (!isStrong || !reading.isLowerCase) return null;
  let to = start;
  while (
    to < clause.to &&
    to - start < 3 &&
    !reading.roles[to] &&
    reading.tokens[to]?.kind === 'word' &&
    !reading.isSmall(to) &&
    reading.any(['is', 'and', 'for', 'in', 'quality'], to) === null
  )
    to++;
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
