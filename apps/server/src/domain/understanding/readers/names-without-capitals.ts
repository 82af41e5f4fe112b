import { findCity } from '#src/domain/understanding/lexicon/cities.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { isCapital, isGeneric, isRunTogether, runAfter, runBefore } from './name-shapes.ts';
import type { Candidate } from './candidate.ts';

/** Names beside a kind in scripts that have no capitals: Arabic, Hebrew, Chinese, Japanese; null in all others. */
export function nameWithoutCapitals(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  if (/^(?:ar|he|fa)$/u.test(reading.language)) return besideSemitic(reading, clause, kind);
  if (/^(?:ja|zh)$/u.test(reading.language)) return besideRunTogether(reading, clause, kind);
  return null;
}

/** Behind the kind, up to a preposition, number, comma or an ordinary word. */
function besideSemitic(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  const latin = runBefore(reading, clause, kind.from) ?? runAfter(reading, clause, kind.to);
  if (latin) return { span: latin, isUnsure: false };
  let to = kind.to;
  while (to < clause.to && to - kind.to < 4 && !reading.roles[to] && isPlainWord(reading, to)) to++;
  if (to === kind.to) return null;
  if (findCity(reading.tokens, kind.to) > 0) return null;
  const isDescribed =
    reading.tokens.slice(kind.to, to).some(({ text }) => /(?:ية|ي)$/u.test(text)) && to - kind.to === 1;
  const isModel =
    reading.tokens[to]?.kind === 'number' &&
    reading.tokens[to + 1]?.kind !== 'word' &&
    !reading.roles[to] &&
    to < clause.to;
  const isFollowed = to < clause.to && reading.length('quality', to) > 0;
  const isUnsure =
    isFollowed ||
    isDescribed ||
    (to - kind.to === 1 && (reading.tokens[kind.to]?.text ?? '').startsWith('ال'));
  return { span: { from: kind.to, to: isModel ? to + 1 : to }, isUnsure };
}

function isPlainWord(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  // Prepositions are written as part of the word.
  if (/^(?:لل|لت|لمد|لإ|بال)/u.test(token?.text ?? '')) return false;
  return (
    token?.kind === 'word' &&
    !isGeneric(reading, at) &&
    reading.any(
      [
        'in',
        'at',
        'made',
        'for',
        'from',
        'and',
        'of',
        'business',
        'each',
        'upTo',
        'is',
        'every',
        'limited',
        'kind',
        'act',
        'until',
        'starts',
      ],
      at,
    ) === null
  );
}

/** Latin letters and digits beside the kind ("KAZE Pro2", 追风S7), or what a space sets apart. */
function besideRunTogether(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  const after = latinRun(reading, clause, kind.to) ?? setApart(reading, clause, kind.to);
  if (after) return { span: after, isUnsure: false };
  const before = latinBefore(reading, clause, kind.from);
  if (before) return { span: before, isUnsure: false };
  return branded(reading, clause, kind);
}

function latinRun(reading: Reading, clause: Clause, start: number): Span | null {
  if (isRunTogether(reading.tokens[start]?.text ?? '')) return null;
  return runAfter(reading, clause, start);
}

function latinBefore(reading: Reading, clause: Clause, end: number): Span | null {
  const last = reading.tokens[end - 1];
  const isJoined = last !== undefined && /^[のは]$/u.test(last.text);
  return runBefore(reading, clause, isJoined ? end - 1 : end);
}

/** 跑步鞋 追风S7 轻至210克: between two spaces, short, and with a model number. */
function setApart(reading: Reading, clause: Clause, start: number): Span | null {
  if (!reading.tokens[start]?.isSpaced || start >= clause.to) return null;
  let to = start;
  while (to < clause.to && !reading.roles[to] && (to === start || !reading.tokens[to]?.isSpaced)) to++;
  const isNumbered =
    reading.tokens[to]?.kind === 'number' &&
    (to + 1 >= clause.to || reading.tokens[to + 1]?.isSpaced === true);
  if (isNumbered) to++;
  const hasModel = reading.tokens.slice(start, to).some((_, index) => isCapital(reading, start + index));
  return to > start && to - start <= 8 && hasModel ? { from: start, to } : null;
}

/** 老张牌辣椒酱: what stands before 牌 is a brand. */
function branded(reading: Reading, clause: Clause, kind: Span): Candidate | null {
  if (reading.tokens[kind.from - 1]?.text !== '牌') return null;
  let from = kind.from - 1;
  while (from > clause.from && kind.from - from < 6 && !reading.roles[from - 1]) from--;
  return { span: { from, to: kind.from - 1 }, isUnsure: false };
}
