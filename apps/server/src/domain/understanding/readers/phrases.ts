import type { Reading, Span } from '#src/domain/understanding/reading.ts';

const MOST_IN_SENTENCE = 6;

/** "Drink more.", "No nonsense!", „Kleiner Wolf sucht Zuhause:“: two to a few words and no figure. */
export function isSentence(reading: Reading, { from, to }: Span): boolean {
  const clause = reading.clauseAt(from);
  const sentence = clause && reading.sentenceOf(clause);
  const isShort = to - from >= 2 && to - from <= MOST_IN_SENTENCE;
  if (!clause || !sentence || !isShort || reading.isUpperCase) return false;
  const isPlain =
    reading.isFree({ from, to }) && reading.tokens.slice(from, to).every(({ kind }) => kind !== 'number');
  const mark = reading.tokens[to]?.text ?? '';
  const isHeadline = mark === ':' && clause.from === from && clause.sentence === 0 && to - from >= 3;
  const isWhole = sentence.to === to && sentence.from === from && /^[.!…。！]$/u.test(mark);
  return isPlain && (isWhole || isHeadline);
}

/** "no screen, no phone, just music": behind what it has not, "just" says what it has; not behind a wish about the video. */
export function isAllThereIs(reading: Reading, at: number): boolean {
  const clause = reading.clauseAt(at);
  const before = clause && reading.clauseAt(clause.from - 2);
  return (
    clause?.from === at &&
    before != null &&
    clause.to - clause.from >= 2 &&
    clause.to - clause.from <= 4 &&
    /^(?:just|only|nur|solo|juste|seulement|soltanto|so|apenas|alleen)$/u.test(
      reading.tokens[at]?.fold ?? '',
    ) &&
    reading.length('without', before.from) > 0 &&
    reading.isFree(before)
  );
}

/** The audience as it was claimed, with its word: "for city runners"; in languages that put "for" before it. */
export function audienceWords(reading: Reading): string | null {
  const from = reading.roles.indexOf('audience');
  let to = from;
  while (reading.roles[to] === 'audience') to++;
  return from >= 0 && reading.length('for', from) > 0 ? reading.words({ from, to }) : null;
}

const LIGHT = /^(?:light|lighting|licht|abendlicht|luz|lumiere|luce)$/u;

/** "Luxurious, evening light.": beside a mood in one sentence, light is how it should look. */
export function lightsIn(reading: Reading): string[] {
  return reading.clauses.flatMap((clause) => {
    const isShort = clause.to - clause.from <= 3 && reading.isFree(clause);
    const words = reading.tokens.slice(clause.from, clause.to);
    if (!isShort || !words.some(({ fold }) => LIGHT.test(fold))) return [];
    const { from, to } = reading.sentenceOf(clause);
    if (!reading.roles.slice(from, to).includes('mood')) return [];
    reading.claim(clause, 'mood');
    return [reading.words(clause)];
  });
}

/** „zieht sofort ein“: what a German verb that opens its clause left for the end. */
export function isParticle(reading: Reading, at: number): boolean {
  const clause = reading.clauseAt(at);
  const isLast = clause?.to === at + 1 && at > clause.from;
  const isLeft = /^(?:ein|an|aus|ab|auf|mit|vor|zu|um|nach|los|weg)$/u.test(reading.tokens[at]?.text ?? '');
  const isEnglish =
    reading.language === 'en' &&
    at - (clause?.from ?? at) === 1 &&
    /^(?:in|up|out|off|on|away|down|over)$/u.test(reading.tokens[at]?.text ?? '') &&
    /^\p{L}+[^s]s$/u.test(reading.tokens[at - 1]?.text ?? '');
  if (isLast && isEnglish) return true;
  return (
    isLast &&
    isLeft &&
    reading.language === 'de' &&
    /^\p{Ll}+t$/u.test(reading.tokens[clause.from]?.text ?? '')
  );
}
