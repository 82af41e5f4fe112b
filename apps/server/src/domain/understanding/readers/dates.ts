import type { Reading, Span } from '#src/domain/understanding/reading.ts';

export type Dates = {
  until: string | null;
  starts: string | null;
  /** The same with the words that say so: "until Sunday", "Launching 14 February". */
  untilWords: string | null;
  startsWords: string | null;
};

const ORDINAL = /^(?:st|nd|rd|th|er|º|ª|\.)$/iu;

/** When the offer ends and when it begins, without the prepositions, as they stand in the text. */
export function readDates(reading: Reading, hasOffer: boolean): Dates {
  const dates: Dates = { until: null, starts: null, untilWords: null, startsWords: null };
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.roles[at] ? 0 : dateLength(reading, at);
    if (length === 0) continue;
    const span = { from: at, to: at + length };
    if (!reading.isFree(span)) continue;
    const cue = cueOf(reading, span);
    if (cue && !dates[cue.role]) {
      dates[cue.role] = reading.words(span);
      dates[`${cue.role}Words`] = phraseOf(reading, cue, span);
      for (let part = cue.from; part < cue.to; part++) reading.roles[part] ??= cue.role;
    }
    at = span.to - 1;
  }
  if (!dates.until) dates.until = soleDay(reading, hasOffer);
  return dates;
}

/** From its preposition to its last word, in one clause. */
function phraseOf(reading: Reading, cue: Span, date: Span): string {
  const clause = reading.clauseAt(date.from);
  const from = Math.max(cue.from, clause?.from ?? date.from);
  return reading.words({ from, to: Math.max(cue.to, date.to) });
}

/** What the words before or behind a date make of it, and how far they reach. */
function cueOf(reading: Reading, { from, to }: Span): (Span & { role: 'until' | 'starts' }) | null {
  const floor = Math.max(0, from - 5);
  for (let end = from; end > floor; end--) {
    const until = reading.endingAt('until', end, floor);
    const starts = reading.endingAt('starts', end, floor);
    if (until !== null || starts !== null) {
      const isUntil = until !== null && (starts === null || until <= starts);
      return { role: isUntil ? 'until' : 'starts', from: (isUntil ? until : starts) ?? from, to };
    }
    const before = reading.tokens[end - 1];
    const isFiller =
      reading.isSmall(end - 1) || reading.length('weekday', end - 1) > 0 || before?.text === ':';
    if (!isFiller) break;
  }
  for (let at = to; at <= to + 2; at++) {
    const after = reading.any(['untilAfter', 'startsAfter'], at);
    if (after) return { role: after.cue === 'untilAfter' ? 'until' : 'starts', from, to: at + after.length };
    if (
      !reading.isSmall(at) &&
      !/^(?:gunu|gunune|tarihi|のみ|中|に|的|日)$/u.test(reading.tokens[at]?.fold ?? '')
    )
      break;
  }
  return null;
}

/** "today", "this weekend", "only Saturday and Sunday": a day that stands for the end of an offer. */
function soleDay(reading: Reading, hasOffer: boolean): string | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    if (reading.roles[at]) continue;
    const isOnly = reading.endingAt('only', at) !== null;
    const length =
      reading.length('span', at) || (isOnly ? reading.length('weekday', at) && dateLength(reading, at) : 0);
    const span = { from: at, to: at + length };
    if (length === 0 || !reading.isFree(span) || (!hasOffer && !isOnly)) continue;
    const isRecurring = reading.endingAt('every', at) !== null;
    const clause = reading.clauseAt(at);
    const isAction =
      clause !== null &&
      (reading.length('act', clause.from) >= at + length - clause.from ||
        (reading.length('act', clause.from) > 0 && clause.to - clause.from <= 4 && at > clause.from));
    // "Sleep tonight" asks for something and ends nothing.
    const sentence = clause && reading.sentenceOf(clause);
    const isAlone = sentence !== null && sentence.from === at && sentence.to === at + length;
    const isOfOffer = sentence !== null && (isOnly || isAlone || isOffer(reading, sentence));
    if (isRecurring || isAction || !isOfOffer) continue;
    const whole = {
      from: at,
      to: span.to + (reading.isFree({ from: at, to: span.to + 1 }) ? reading.length('only', span.to) : 0),
    };
    reading.claim(whole, 'until');
    return reading.words(whole);
  }
  return null;
}

function isOffer(reading: Reading, { from, to }: Span): boolean {
  const roles = reading.roles.slice(from, to);
  return roles.some((role) => role !== null && ['price', 'was', 'off', 'code', 'shipping'].includes(role));
}

/** How many tokens the day, date or feast at that place takes; 0 for none. */
function dateLength(reading: Reading, at: number): number {
  const { tokens } = reading;
  const token = tokens[at];
  if (!token) return 0;
  if (token.kind === 'number') return numericDate(reading, at) || dayAndMonth(reading, at);
  const end = reading.length('endOf', at);
  if (end > 0) {
    let next = at + end;
    while (reading.isSmall(next)) next++;
    const rest =
      reading.any(['month', 'holiday'], next)?.length ??
      (/^(?:week|month|year|mes|mois|woche|monats?|jahres?|mese|semana|semaine|ano|année|(?:ال)?شهر|(?:ال)?اسبوع|(?:ال)?عام)$/u.test(
        tokens[next]?.fold ?? '',
      )
        ? 1
        : 0);
    if (rest > 0) return next + rest - at;
  }
  const month = reading.length('month', at);
  if (month > 0) return monthFirst(reading, at, month);
  const weekday = reading.length('weekday', at);
  if (weekday > 0) return weekdayFirst(reading, at, weekday);
  return reading.any(['holiday', 'span'], at)?.length ?? 0;
}

/** `30/11`, `30.11.2026`, `2026-03-31`. */
function numericDate(reading: Reading, at: number): number {
  const { tokens } = reading;
  const first = tokens[at];
  if (first && /^\p{Nd}{1,2}\.\p{Nd}{1,2}$/u.test(first.text) && tokens[at + 1]?.text === '.') {
    return tokens[at + 2]?.kind === 'number' && !tokens[at + 2]?.isSpaced ? 3 : 2;
  }
  if (first && /^\p{Nd}{1,2}\.\p{Nd}{1,2}\.\p{Nd}{2,4}$/u.test(first.text)) return 1;
  const separator = tokens[at + 1];
  const second = tokens[at + 2];
  if (
    !separator ||
    second?.kind !== 'number' ||
    second.isSpaced ||
    !/^[/\-.]$/u.test(separator.text) ||
    separator.isSpaced
  )
    return 0;
  const isThird = tokens[at + 3]?.text === separator.text && tokens[at + 4]?.kind === 'number';
  const [a, b] = [Number(first?.text), Number(second.text)];
  const isDay = a >= 1 && a <= 31 && b >= 1 && b <= 31 && Math.min(a, b) <= 12;
  if (isThird) return 5;
  return isDay && separator.text === '/' ? 3 : 0;
}

/** `24th December`, `14. Februar`, `1er mai`, `20 de marzo de 2026`, `3月31日`. */
function dayAndMonth(reading: Reading, at: number): number {
  const { tokens } = reading;
  let next = at + 1;
  if (tokens[next] && !tokens[next]?.isSpaced && ORDINAL.test(tokens[next]?.text ?? '')) next++;
  while (/^(?:of|de|the|du|del|di|do)$/u.test(tokens[next]?.fold ?? '')) next++;
  if (tokens[at + 1]?.text === '月') {
    const isDay = tokens[at + 2]?.kind === 'number' && /^[日号]$/u.test(tokens[at + 3]?.text ?? '');
    return isDay ? 4 : /^[末底]$/u.test(tokens[at + 2]?.text ?? '') ? 3 : 2;
  }
  if (/^[日号]$/u.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text !== '間') return 2;
  const month = reading.length('month', next);
  if (month === 0) return 0;
  return withYear(reading, next + month) - at;
}

/** `June 1`, `Sept. 9th, 2026`, or the month alone. */
function monthFirst(reading: Reading, at: number, length: number): number {
  const { tokens } = reading;
  let end = at + length;
  if (tokens[end]?.text === '.' && tokens[end]?.kind === 'sign') end++;
  const day = tokens[end];
  if (day?.kind === 'number' && /^\p{Nd}{1,2}$/u.test(day.text)) {
    end++;
    if (tokens[end] && !tokens[end]?.isSpaced && /^(?:st|nd|rd|th)$/iu.test(tokens[end]?.text ?? '')) end++;
  }
  return withYear(reading, end) - at;
}

function withYear(reading: Reading, at: number): number {
  const { tokens } = reading;
  const skip = /^(?:de|del|,)$/u.test(tokens[at]?.fold ?? '') ? 1 : 0;
  return /^20\p{Nd}{2}$/u.test(tokens[at + skip]?.text ?? '') ? at + skip + 1 : at;
}

/** `Sunday`, `Friday the 13th of June`, `Saturday and Sunday`, `Mon–Fri`. */
function weekdayFirst(reading: Reading, at: number, length: number): number {
  let end = at + length;
  let next = end;
  if (reading.tokens[next]?.text === ',' || reading.isSmall(next)) next++;
  if (reading.tokens[next]?.kind === 'number') {
    const date = numericDate(reading, next) || dayAndMonth(reading, next);
    if (date > 0) return next + date - at;
  }
  const monthLength = reading.length('month', next);
  if (monthLength > 0) return next + monthFirst(reading, next, monthLength) - at;
  const isJoined = reading.length('and', end) > 0 || /^[-–&]$/u.test(reading.tokens[end]?.text ?? '');
  if (isJoined && reading.length('weekday', end + 1) > 0) end += 1 + reading.length('weekday', end + 1);
  return end - at;
}
