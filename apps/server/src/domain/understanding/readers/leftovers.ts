import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { enumerated, isComma } from './series.ts';
import { isAllThereIs, isParticle, isSentence, lightsIn } from './phrases.ts';
import { isUnit } from './name-shapes.ts';

/** Tone and look words: clauses of nothing else, or what stands after "tone:". */
export function readMoods(reading: Reading): string[] {
  const moods: string[] = [];
  let announcedIn = -1;
  for (const clause of reading.clauses) {
    const cue = leadingMoodCue(reading, clause);
    if (cue > 0) announcedIn = clause.sentence;
    const isAnnounced = announcedIn === clause.sentence && (cue > 0 || clause.to - clause.from <= 4);
    if (!reading.isFree(clause) && !isAnnounced) {
      if (!onlyMoodsLeft(reading, clause)) continue;
    } else if (!isAnnounced && !onlyMoodsLeft(reading, clause)) continue;
    moods.push(...moodsIn(reading, clause, cue > 0 || isAnnounced));
    for (let at = clause.from; at < clause.to; at++) reading.roles[at] ??= 'mood';
  }
  return [...new Set([...moods, ...lightsIn(reading)])];
}

function leadingMoodCue(reading: Reading, clause: Clause): number {
  let at = clause.from;
  while (at < clause.to && (reading.isSmall(at) || reading.length('noise', at) > 0))
    at += reading.length('noise', at) || 1;
  const length = reading.length('moodCue', at);
  if (length > 0) return at + length - clause.from;
  const isAfter = reading.find('moodCue', clause);
  return isAfter !== null && /^(?:ja|zh|tr)$/u.test(reading.language) ? clause.to - clause.from : 0;
}

function onlyMoodsLeft(reading: Reading, clause: Clause): boolean {
  let moods = 0;
  for (let at = clause.from; at < clause.to;) {
    if (reading.roles[at]) {
      at++;
      continue;
    }
    const found = reading.any(['mood', 'moodCue', 'intensifier', 'and', 'noise', 'or'], at);
    if (found?.cue === 'mood') moods++;
    if (!found && !reading.isSmall(at)) return false;
    at += found?.length ?? 1;
  }
  return moods > 0;
}

function moodsIn(reading: Reading, clause: Clause, isAnnounced: boolean): string[] {
  const moods: string[] = [];
  const rest: number[] = [];
  for (let at = clause.from; at < clause.to;) {
    const length = reading.roles[at] ? 0 : reading.length('mood', at);
    if (length > 0) moods.push(reading.words({ from: at, to: at + length }));
    else if (
      !reading.roles[at] &&
      !reading.any(['moodCue', 'and', 'intensifier', 'noise'], at) &&
      !reading.isSmall(at)
    )
      rest.push(at);
    at += Math.max(1, length);
  }
  const first = rest[0];
  const last = rest.at(-1);
  if (isAnnounced && moods.length === 0 && first !== undefined && last !== undefined)
    moods.push(reading.words({ from: first, to: last + 1 }));
  return moods;
}

/** Whom it is for: "for city runners", "koşucular için", 敏感肌向け. */
export function readAudience(reading: Reading): string | null {
  let occasion: Span | null = null;
  for (let at = 0; at < reading.tokens.length; at++) {
    const clause = reading.clauseAt(at);
    const length = reading.length('for', at);
    const isPhrase = reading.length('noise', at) > 1 || reading.length('noise', at - 1) > 2;
    if (length > 0 && clause && !reading.roles[at] && !isPhrase) {
      const isAfter = /^(?:ja|tr)$/u.test(reading.language);
      const span = isAfter ? runBefore(reading, clause, at) : runAfter(reading, clause, at + length);
      if (!span || reading.tokens[span.from]?.kind === 'number' || reading.find('kind', span) !== null)
        continue;
      if (reading.find('people', span) !== null) return keep(reading, at, length, span);
      occasion ??= span;
    }
    const people = reading.length('people', at);
    if (people > 0 && clause && !reading.roles[at] && isBarePeople(reading, clause))
      return reading.words(clause);
  }
  if (occasion) return reading.words(occasion);
  return peopleBeforeKind(reading);
}

/** "kids raincoats". */
function peopleBeforeKind(reading: Reading): string | null {
  const what = reading.roles.indexOf('what');
  for (const at of [what - 1, what]) {
    const length = what >= 0 ? reading.length('people', at) : 0;
    if (length > 0 && reading.length('kind', at) === 0) return reading.words({ from: at, to: at + length });
  }
  return null;
}

function keep(reading: Reading, at: number, length: number, span: Span): string {
  const whole = { from: Math.min(at, span.from), to: Math.max(at + length, span.to) };
  // "Gentle for hands" stays whole as a benefit.
  const isApart = whole.from === reading.clauseAt(at)?.from || reading.roles[whole.from - 1] !== null;
  if (isApart) reading.claim(whole, 'audience');
  return reading.words(span);
}

/** "pele oleosa", "kids and dogs": a short clause that opens with whom it is for. */
function isBarePeople(reading: Reading, clause: Clause): boolean {
  if (clause.to - clause.from <= 3 && reading.length('people', clause.from) > 0 && reading.isFree(clause))
    return true;
  for (let at = clause.from; at < clause.to; at++) {
    if (reading.any(['people', 'and', 'quality', 'mood'], at) === null && !reading.isSmall(at)) return false;
  }
  return true;
}

function runAfter(reading: Reading, clause: Clause, start: number): Span | null {
  let from = start;
  while (
    from < clause.to &&
    reading.isSmall(from) &&
    reading.tokens[from]?.kind === 'word' &&
    /^(?:the|die|das|los|las|les|le|la|gli|i|os|as|de|het|den|der|el|il|lo|l')$/u.test(
      reading.tokens[from]?.fold ?? '',
    ) &&
    !/^(?:the|todos|alle|tous|tutti)$/u.test(reading.tokens[from]?.fold ?? '')
  )
    from++;
  let to = from;
  while (to < clause.to && !reading.roles[to] && to - from < 9) to++;
  const isEmpty = !Array.from({ length: to - from }, (_, index) => from + index).some(
    (at) =>
      !reading.isSmall(at) &&
      reading.length('noise', at) === 0 &&
      !/^(?:me|us|you|mich|uns|moi|nous|mí|mi|me)$/u.test(reading.tokens[at]?.fold ?? ''),
  );
  return to > from && !isEmpty ? { from, to } : null;
}

function runBefore(reading: Reading, clause: Clause, end: number): Span | null {
  let from = end;
  while (from > clause.from && !reading.roles[from - 1] && end - from < 9) from--;
  return from < end ? { from, to: end } : null;
}

/**
 * What else is said of the product, clause by clause, without what has been understood as something else. Words that
 * carry nothing ("with", "we sell") are left out at the ends.
 */
export function readBenefits(reading: Reading): Benefits {
  const benefits: Span[] = [];
  const purposes: Span[] = [];
  for (const clause of reading.clauses) {
    for (const run of freeRuns(reading, clause)) {
      const trimmed = withoutEnds(reading, run);
      if (!trimmed || !saysSomething(reading, trimmed) || isHalfPhrase(reading, trimmed)) continue;
      const span = asAsked(reading, withItsThing(reading, trimmed));
      if (isLabel(reading, clause, span)) continue;
      const isPurpose = reading.length('for', span.from) > 0;
      (isPurpose ? purposes : benefits).push(span);
    }
  }
  // What it is for says less than what it does.
  const said = [...enumerated(reading, benefits), ...purposes];
  const sentences = said.filter((span) => isSentence(reading, span));
  return {
    benefits: [...new Set(said.map((span) => reading.words(span)))],
    sentences: sentences.map((span) => reading.words(span)),
  };
}

/** `sentences`: those benefits that the user wrote as a sentence of their own, or as a headline over the rest. */
export type Benefits = { benefits: string[]; sentences: string[] };

/** A question keeps its mark: without it "Burn 200 calories?" would be a promise. */
function asAsked(reading: Reading, { from, to }: Span): Span {
  return { from, to: /^[?？؟]/u.test(reading.tokens[to]?.text ?? '') ? to + 1 : to };
}

/** "type:", "url:": a single word before a colon names what follows, unless it goes on from a comma. */
function isLabel(reading: Reading, clause: Clause, { from, to }: Span): boolean {
  const isWhole = from === clause.from && to === clause.to;
  return to - from === 1 && isWhole && reading.tokens[to]?.text === ':' && !isComma(reading, from - 1);
}

/** "Fringe" of "Fringe boots", "Handmade" of "Handmade clay teapot": one word before the thing says it with the thing. */
function withItsThing(reading: Reading, { from, to }: Span): Span {
  const clause = reading.clauseAt(from);
  const role = reading.roles[to] ?? null;
  if (!clause || to >= clause.to) return { from, to };
  const isWord = to - from === 1 && reading.tokens[from]?.kind === 'word';
  const isOfThing = role === 'what' && (isWord || isOpenTo(reading, { from, to }));
  // "adatta" of "adatta a induzione"
  const isOfAudience = role === 'audience' && isWord;
  if (!isOfThing && !isOfAudience) return { from, to };
  let end = to;
  while (reading.roles[end] === role && end < clause.to) end++;
  return { from, to: end };
}

/** "Monstera in a 17 cm" before "terracotta pot": what a preposition began, the thing ends. */
function isOpenTo(reading: Reading, { from, to }: Span): boolean {
  let at = to - 1;
  while (at > from && !isLeading(reading, at) && isBeforeNoun(reading, at)) at--;
  return at > from && isLeading(reading, at);
}

const isLeading = (reading: Reading, at: number) =>
  reading.any(['in', 'at', 'of', 'for', 'without'], at) !== null;

const isBeforeNoun = (reading: Reading, at: number) =>
  reading.isSmall(at) ||
  reading.tokens[at]?.kind === 'number' ||
  isUnit(reading, at) ||
  reading.length('quality', at) > 0;

/** "the red" of "the red backpack": an article and what stands before the thing say nothing alone. */
function isHalfPhrase(reading: Reading, { from, to }: Span): boolean {
  const role = reading.roles[to];
  const hasArticle = /^(?:the|an?|der|die|das|eine?|el|la|los|las|une?|le|les|il|lo|gli|os?|as|uma?)$/u.test(
    reading.tokens[from]?.fold ?? '',
  );
  // Turkish has none: "el" is a hand.
  return hasArticle && reading.language !== 'tr' && (role === 'what' || role === 'name');
}

function freeRuns(reading: Reading, clause: Clause): Span[] {
  const runs: Span[] = [];
  let from: number | null = null;
  for (let at = clause.from; at <= clause.to; at++) {
    const isFree = at < clause.to && !reading.roles[at];
    if (isFree) from ??= at;
    else if (from !== null) {
      runs.push({ from, to: at });
      from = null;
    }
  }
  return runs;
}

function withoutEnds(reading: Reading, { from, to }: Span): Span | null {
  let start = from;
  let end = to;
  for (let guard = 0; start < end && guard < 12; guard++) {
    const skipped = emptyLength(reading, start);
    if (skipped === 0) break;
    start += Math.min(skipped, end - start);
  }
  while (end > start && isEmptyEnd(reading, end - 1)) end--;
  return end > start ? { from: start, to: end } : null;
}

const NEW = /^(?:new|neue[nrs]?|nuev[oa]s?|nouve(?:au|lle)s?|nuov[oaie]|nov[oa]s?)$/u;

/** "…, new battery": of a part it is said, of the thing itself it says nothing. */
function isNewPart(reading: Reading, at: number): boolean {
  const clause = reading.clauseAt(at);
  const next = reading.tokens[at + 1];
  return (
    NEW.test(reading.tokens[at]?.fold ?? '') &&
    clause?.from === at &&
    isComma(reading, at - 1) &&
    next?.kind === 'word' &&
    at + 1 < clause.to &&
    !reading.roles[at + 1]
  );
}

function emptyLength(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  if (isNewPart(reading, at) || isAllThereIs(reading, at)) return 0;
  // "-30 °C" is colder than "30 °C".
  const isMinus = /^[-–−+]$/u.test(token?.text ?? '') && isNumberAfter(reading, at);
  if (isMinus) return 0;
  if (token?.kind === 'quote' || token?.kind === 'sign')
    return /^[#.'’*\-–+&]$/u.test(token.text) || token.kind === 'quote' ? 1 : 0;
  // やさしい begins with a joining や and is one word.
  const isInWord =
    reading.language === 'ja' && /^\p{Script=Hiragana}/u.test(reading.tokens[at + 1]?.text ?? '');
  const isJoin =
    !isInWord && reading.length('and', at) > 0 && !/^(?:con|avec|mit|with|com)$/u.test(token?.fold ?? '')
      ? reading.length('and', at)
      : 0;
  const isNow = /^(?:now|then|jetzt|dann|ahora|luego|maintenant|puis|ora|poi|agora|depois|simdi|nu)$/u.test(
    token?.fold ?? '',
  )
    ? 1
    : 0;
  return Math.max(isJoin, isNow, reading.any(['noise', 'is', 'subject'], at)?.length ?? 0);
}

function isNumberAfter(reading: Reading, at: number): boolean {
  const next = reading.tokens[at + 1];
  return next?.kind === 'number' && !next.isSpaced;
}

function isEmptyEnd(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind === 'quote') return true;
  // "one size fits all"
  if (/^(?:all|everyone|everybody|alle|allen|todos|todas|tous|toutes|tutti|tutte)$/u.test(token?.fold ?? ''))
    return false;
  // "Ages 6+" says more than "Ages 6".
  const isOpenEnd = token?.text === '+' && !token.isSpaced && reading.tokens[at - 1]?.kind === 'number';
  if (token?.kind === 'sign') return /^[*\-–&+]$/u.test(token.text) && !isOpenEnd;
  // "12 ways to wear it", "ready when you are", "loses none of it": what the verb is about belongs to it.
  if (/^(?:it|them|you|yours|are|is|ours|mine|me|us)$/u.test(token?.fold ?? '') && reading.language === 'en')
    return false;
  if (isParticle(reading, at)) return false;
  return (reading.isSmall(at) && token?.kind === 'word' && token.isSpaced) || reading.length('and', at) === 1;
}

function saysSomething(reading: Reading, { from, to }: Span): boolean {
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at];
    if (token?.kind === 'number') return true;
    const isAlone = to - from === 1 && reading.any(['says', 'business', 'shipping', 'rival'], at) !== null;
    const isEmpty =
      isAlone || reading.isSmall(at) || reading.any(['noise', 'is', 'now', 'only'], at) !== null;
    if (token?.kind === 'word' && !isEmpty) return true;
  }
  return false;
}
