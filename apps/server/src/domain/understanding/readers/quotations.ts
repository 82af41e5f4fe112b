import type { Reading, Span } from '#src/domain/understanding/reading.ts';

export type Quotation = {
  quote: string | null;
  by: string | null;
  /** Quoted, but no saying: a name perhaps. */ titles: Span[];
};

const CLOSING: Record<string, string> = {
  '"': '"',
  '“': '”“"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‹': '›',
  '‟': '”',
  '”': '”',
};
const MAX_TOKENS = 60;
const RUN_TOGETHER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The line somebody said and who said it; quoted names are told from it by how they are written. */
export function readQuotations(reading: Reading): Quotation {
  const titles: Span[] = [];
  let quote: string | null = null;
  let by: string | null = null;
  const quoted = quotedSpans(reading);
  for (const span of quoted) {
    if (reading.roles[span.from]) continue;
    if (quote !== null || !isSaying(reading, span)) {
      titles.push(span);
      continue;
    }
    quote = reading.words(span);
    const author = authorOf(reading, span);
    if (author) {
      by = reading.words(author);
      reading.claim(author, 'by');
      for (let at = span.to; at < author.from; at++) reading.roles[at] ??= 'quote';
    }
    claimWithMarks(reading, span);
  }
  if (quote === null) quote = announcedLine(reading);
  return { quote, by, titles };
}

function claimWithMarks(reading: Reading, { from, to }: Span): void {
  reading.claim({ from: from - 1, to: Math.min(to + 1, reading.tokens.length) }, 'quote');
  const before = sloganBefore(reading, from - 1);
  if (before) reading.claim(before, 'noise');
}

/** What stands between quotation marks, innermost pairs of one kind. Each token is looked at once. */
function quotedSpans(reading: Reading): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const token = reading.tokens[at];
    const closing = token?.kind === 'quote' ? CLOSING[token.text] : undefined;
    if (!closing) continue;
    const end = Math.min(reading.tokens.length, at + MAX_TOKENS);
    for (let close = at + 1; close < end; close++) {
      const other = reading.tokens[close];
      if (other?.kind !== 'quote' || !closing.includes(other.text)) continue;
      if (close > at + 1) spans.push({ from: at + 1, to: close });
      at = close;
      break;
    }
  }
  return spans;
}

function isSaying(reading: Reading, span: Span): boolean {
  if (sloganBefore(reading, span.from - 1)) return true;
  if (authorOf(reading, span) !== null) return true;
  const words = reading.tokens
    .slice(span.from, span.to)
    .filter(({ kind }) => kind === 'word' || kind === 'number');
  const inner = reading.words(span);
  if (/[!?.。！？]$/u.test(inner) && words.length >= 3) return true;
  if (RUN_TOGETHER.test(inner)) return words.length > 12;
  const small = words.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  const isArabic = /\p{Script=Arabic}/u.test(inner);
  if (isArabic) return words.length >= 5;
  return words.length >= 5 && small >= words.length / 2 && !reading.isLowerCase;
}

/** "tagline:", "our slogan is" before a quotation. */
function sloganBefore(reading: Reading, mark: number): Span | null {
  let end = mark;
  while (
    end > 0 &&
    (reading.tokens[end - 1]?.kind === 'break' || reading.length('is', end - 1) > 0) &&
    mark - end < 2
  )
    end--;
  const start = reading.endingAt('slogan', end);
  return start === null ? null : { from: start, to: mark };
}

/** Behind a dash, in brackets, after "says", or as a short sentence of its own: who said it. */
function authorOf(reading: Reading, quote: Span): Span | null {
  const { tokens } = reading;
  let at = quote.to + 1;
  const first = tokens[at];
  if (!first) return saidBefore(reading, quote);
  if (reading.length('says', at) > 0) return personAt(reading, at + reading.length('says', at), true);
  const isComma = /^[,،、]$/u.test(first.text);
  if (isComma && reading.length('says', at + 1) > 0)
    return personAt(reading, at + 1 + reading.length('says', at + 1), true);
  if (/^[-–—―−~]$/u.test(first.text)) return personAt(reading, at + 1, true);
  const isLine = countOf(reading, quote) >= 3;
  if (/^[(（]$/u.test(first.text)) return isLine ? inBrackets(reading, at + 1) : null;
  if (first.text === '.' || isComma) at++;
  const person = personAt(reading, at, false);
  if (isLine && person && looksLikePerson(reading, person)) return person;
  return saidBefore(reading, quote);
}

function countOf(reading: Reading, { from, to }: Span): number {
  return reading.tokens.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'number').length;
}

/** `Dana says “…”`, `Elif: "…"`. */
function saidBefore(reading: Reading, quote: Span): Span | null {
  let end = quote.from - 1;
  if (reading.tokens[end - 1]?.kind === 'break' && reading.tokens[end - 1]?.text !== '.') end--;
  const says = reading.endingAt('says', end);
  if (says === null) return null;
  let from = says;
  while (from > 0 && says - from < 4 && isNameWord(reading, from - 1)) from--;
  return from < says ? { from, to: says } : null;
}

function inBrackets(reading: Reading, from: number): Span | null {
  let to = from;
  while (to < reading.tokens.length && to - from < 12 && !/^[)）]$/u.test(reading.tokens[to]?.text ?? ''))
    to++;
  const isClosed = /^[)）]$/u.test(reading.tokens[to]?.text ?? '');
  const isFact =
    reading.find('kind', { from, to }) !== null || reading.find('currency', { from, to }) !== null;
  return isClosed && to > from && !isFact ? { from, to } : null;
}

/** The words of a person at that place, with town or trade after a comma, to the end of the sentence. */
function personAt(reading: Reading, from: number, isCertain: boolean): Span | null {
  const { tokens } = reading;
  let to = from;
  let commas = 0;
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    if (!token || token.kind === 'quote' || token.kind === 'number' || token.kind === 'currency') break;
    const isInitial = /^\p{Lu}$/u.test(tokens[to - 1]?.text ?? '') && token.text === '.';
    if (isInitial) {
      to++;
      if (!isCertain || tokens[to]?.text !== ',') break;
      continue;
    }
    if (token.kind === 'break') {
      const goesOn =
        token.text === ',' &&
        commas === 0 &&
        tokens[to + 1]?.kind === 'word' &&
        staysWithPerson(reading, to + 1);
      if (!goesOn) break;
      commas++;
    } else if (!isCertain && commas === 0 && !isNameWord(reading, to) && to > from) break;
    to++;
  }
  return to > from && isNameWord(reading, from) ? { from, to } : null;
}

/** A short clause without a product after a person: a town or a trade. */
function staysWithPerson(reading: Reading, at: number): boolean {
  const clause = reading.clauseAt(at);
  if (!clause) return false;
  const isShort = clause.to - clause.from <= 4;
  return isShort && reading.find('kind', clause) === null && reading.find('quality', clause) === null;
}

function isNameWord(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word') return false;
  return /^\p{Lu}|^[^\p{Lu}\p{Ll}]/u.test(token.text) && reading.length('kind', at) === 0;
}

/** "Rita, Braga." or "Carla M.": a first name with an initial or a town, and nothing that speaks of the product. */
function looksLikePerson(reading: Reading, { from, to }: Span): boolean {
  const text = reading.words({ from, to });
  const clause = reading.clauseAt(from);
  if (/(?:^|\s)\p{Lu}\.$/u.test(text)) return true;
  const isWhole = clause !== null && (clause.to === to || text.includes(','));
  return isWhole && to - from <= 4 && (text.includes(',') || to - from <= 2) && endsSentence(reading, to);
}

function endsSentence(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token === undefined || token.isFullStop || /^[-–—]$/u.test(token.text);
}

/** `slogan: stand easy` without quotation marks. */
function announcedLine(reading: Reading): string | null {
  for (const clause of reading.clauses) {
    const at = clause.from;
    const length = reading.length('slogan', at);
    const opener = reading.tokens[at + length];
    if (length === 0 || reading.roles[at] || !opener || !/^[:：]$/u.test(opener.text)) continue;
    const line = reading.clauseAt(at + length + 1);
    if (!line || reading.roles[line.from]) continue;
    reading.claim({ from: at, to: at + length }, 'noise');
    reading.claim(line, 'quote');
    return reading.words(line);
  }
  return null;
}
