import type { Cue } from '#src/domain/understanding/lexicon/lexicon.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { percentAt } from './amounts.ts';
import { KIND_FIRST, kindSpans } from './kinds.ts';

export type Terms = {
  quantity: string | null;
  shipping: string | null;
  guarantee: string | null;
  code: string | null;
};

const UNIT =
  /^(?:g|gr|kg|kilo|kilos|mg|ml|cl|dl|l|lt|litre|litres|liter|litros|litro|litri|litr|oz|lb|lbs|gramm|grams|gram|gramos|grammes|grammi|gramas|升|克|毫升|千克|斤|مل|جم|كجم|غ|كغ|لتر|جرام|غرام|كيلو)$/u;
/** Counted parts describe a thing; they are no stock and no pack. */
const PARTS =
  /^(?:seats?|places?|plazas?|lugares|posti|sitze|plätze|koltuk|kişi\w*|kişilik|pieces?|piezas|peças|pièces|pezzi|teile|parça|people|personen|personas|personnes|persone|pessoas|rooms|zimmer|oda|gram|席|名|人|个|個|件|只|把|本|张|点|間|间|台|条)$/iu;
/** A whole clause is taken when it is no longer; else the words round its cue. */
const WHOLE_CLAUSE = 9;

/** Delivery, guarantee and returns, limited stock and pack sizes, coupon codes: each with its number and condition. */
export function readTerms(reading: Reading): Terms {
  return {
    code: readCode(reading),
    shipping: readPromise(reading, 'shipping'),
    guarantee: readPromise(reading, 'guarantee'),
    quantity: null,
  };
}

function readCode(reading: Reading): string | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('code', at);
    if (length === 0 || reading.roles[at]) continue;
    let next = at + length;
    while (/^[:："“„«»”「]$/u.test(reading.tokens[next]?.text ?? '') || reading.isSmall(next)) next++;
    for (const place of [next, at - 1]) {
      if (!isCode(reading, place) && !(place === next && isShoutedCode(reading, place))) continue;
      reading.claim({ from: Math.min(at, place), to: Math.max(at + length, place + 1) }, 'code');
      return reading.tokens[place]?.text ?? null;
    }
  }
  return null;
}

function isCode(reading: Reading, at: number): boolean {
  const text = reading.tokens[at]?.text ?? '';
  if (!/^[\p{Script=Latin}\d][\p{Script=Latin}\d-]{2,19}$/u.test(text)) return false;
  return /\d/.test(text) ? /\p{L}/u.test(text) : !/\p{Ll}/u.test(text) && !reading.isUpperCase;
}

/** "CON EL CÓDIGO VERANO": in capitals throughout, the word that ends its clause right behind "code". */
function isShoutedCode(reading: Reading, at: number): boolean {
  const isWord = /^[\p{Script=Latin}\d]{3,20}$/u.test(reading.tokens[at]?.text ?? '');
  return isWord && reading.isUpperCase && reading.clauseAt(at)?.to === at + 1;
}

function readPromise(reading: Reading, cue: 'shipping' | 'guarantee'): string | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length(cue, at);
    const clause = reading.clauseAt(at);
    if (length === 0 || reading.roles[at] || !clause) continue;
    const span = withValue(reading, promiseSpan(reading, clause, { from: at, to: at + length }));
    if (!saysMore(reading, span, length)) continue;
    const whole = withBrackets(reading, span);
    reading.claim(whole, cue);
    return reading.words(whole);
  }
  return null;
}

/** The words round the cue, without what else the clause says. */
function promiseSpan(reading: Reading, clause: Clause, cue: Span): Span {
  let { from, to } = cue;
  while (from > clause.from && !reading.roles[from - 1] && cue.from - from < 5 && !isEdge(reading, from - 1))
    from--;
  while (to < clause.to && !reading.roles[to] && !isJoin(reading, to)) to++;
  while (
    from < cue.from &&
    (reading.isSmall(from) || reading.length('noise', from) > 0) &&
    !isAmountWord(reading, from)
  )
    from++;
  return { from, to };
}

/** "Delivery: free over £50": a label and what stands behind it. */
function withValue(reading: Reading, span: Span): Span {
  const clause = reading.clauseAt(span.from);
  const isLabel = clause?.from === span.from && clause.to === span.to;
  const value = isLabel && reading.tokens[span.to]?.text === ':' ? reading.clauseAt(span.to + 1) : null;
  const isNear =
    value !== null && value.sentence === clause?.sentence && value.to - value.from <= WHOLE_CLAUSE;
  return isNear && reading.isFree(value) ? { from: span.from, to: value.to } : span;
}

function isAmountWord(reading: Reading, at: number): boolean {
  return isCount(reading, at) || reading.length('free', at) > 0;
}

function isJoin(reading: Reading, at: number): boolean {
  return (
    reading.length('and', at) > 0 &&
    !/^(?:con|avec|mit|with|com|ile|مع)$/u.test(reading.tokens[at]?.fold ?? '')
  );
}

/** What a promise does not reach across: "with", "and", the thing itself. */
function isEdge(reading: Reading, at: number): boolean {
  const isPrice = /^\p{Nd}+[.,]\p{Nd}{2}$/u.test(reading.tokens[at]?.text ?? '');
  const isOther = reading.any(['and', 'kind', 'quality', 'people', 'currency', 'discount'], at) !== null;
  const token = reading.tokens[at];
  const isAmount =
    token?.kind === 'number' &&
    (reading.tokens[at - 1]?.kind === 'currency' || reading.length('currency', at - 1) > 0);
  return (
    isPrice ||
    isAmount ||
    token?.kind === 'currency' ||
    token?.kind === 'quote' ||
    (isOther && reading.length('free', at) === 0 && !isCount(reading, at))
  );
}

/** A bare "delivery" promises nothing. */
function saysMore(reading: Reading, { from, to }: Span, length: number): boolean {
  if (length > 1 || to - from > 1) {
    for (let at = from; at < to; at++) {
      if (reading.tokens[at]?.kind === 'number' || reading.length('free', at) > 0) return true;
    }
    return to - from <= 5 && (length > 1 || to - from > 1);
  }
  return (reading.tokens[from]?.text.length ?? 0) > 11;
}

/** 送料無料(3,000円以上): a condition in brackets belongs to the promise. */
function withBrackets(reading: Reading, span: Span): Span {
  const opener = reading.tokens[span.to];
  if (!opener || !/^[(（]$/u.test(opener.text)) return span;
  const inside = reading.clauseAt(span.to + 1);
  if (!inside || inside.to - inside.from > WHOLE_CLAUSE) return span;
  return { from: span.from, to: Math.min(inside.to + 1, reading.tokens.length) };
}

/** Limited stock first, then packs, then weight or volume: what it is sold by. */
export function readQuantity(reading: Reading): string | null {
  const readers = [limitedSpan, packSpan, pieceSpan, measureSpan, contentsSpan];
  for (const spanAt of readers) {
    for (let at = 0; at < reading.tokens.length; at++) {
      const span = reading.roles[at] ? null : spanAt(reading, at);
      if (!span || !reading.isFree(span)) continue;
      const whole = withPack(reading, span);
      reading.claim(whole, 'quantity');
      return reading.words(whole);
    }
  }
  return null;
}

/** "3'lü paket": behind a number with its ending, what is counted. */
function withPack(reading: Reading, { from, to }: Span): Span {
  const isPack =
    /^(?:paket|set|kutu|pack|er-pack)$/u.test(reading.tokens[to]?.fold ?? '') && !reading.roles[to];
  return { from, to: isPack ? to + 1 : to };
}

/** "only 4 left", „nur noch 12 Stück“, "stock limité", 限量500台, "6 bottles min.". */
function limitedSpan(reading: Reading, at: number): Span | null {
  const clause = reading.clauseAt(at);
  const length = reading.length('limited', at);
  if (!clause) return null;
  if (length === 0) return minimumSpan(reading, at, clause);
  let number = at + length;
  while (number < Math.min(clause.to, at + length + 2) && reading.tokens[number]?.kind !== 'number') number++;
  const hasNumber =
    number < clause.to && reading.tokens[number]?.kind === 'number' && !percentAt(reading, number);
  if (!hasNumber) {
    const isTelling =
      length > 1 || /^(?:限量|数量限定|limitiert)$/u.test(reading.words({ from: at, to: at + length }));
    if (!isTelling) return null;
    return clause.to - clause.from <= 5 ? freeRun(reading, clause, at) : { from: at, to: at + length };
  }
  const isLeft = ['left', 'piece'].some((cue) => hasCueNear(reading, cue as Cue, number + 1, clause.to));
  if (!isLeft && length < 2) return null;
  return upToVerb(reading, freeRun(reading, clause, at));
}

function minimumSpan(reading: Reading, at: number, clause: Clause): Span | null {
  if (reading.tokens[at]?.kind !== 'number') return null;
  for (let next = at + 1; next < Math.min(clause.to, at + 4); next++) {
    const isCounted = next > at + 1 && reading.length('piece', at + 1) > 0;
    const isMinimum = /^(?:min|minimum|mindestens|minimo)$/u.test(reading.tokens[next]?.fold ?? '')
      ? isCounted
      : reading.length('left', next) > 0 && !PARTS.test(reading.tokens[next]?.text ?? '');
    if (isMinimum && !reading.roles[next]) {
      const dot = reading.tokens[next + 1];
      const end = next + Math.max(1, reading.length('left', next));
      return { from: at, to: end + (dot?.text === '.' && !dot.isSpaced && dot.kind === 'sign' ? 1 : 0) };
    }
  }
  return null;
}

/** Only the limited thing: "First 50 guests" of "First 50 guests get a free croissant". */
function upToVerb(reading: Reading, span: Span): Span {
  for (let at = span.from + 1; at < span.to; at++) {
    const length = reading.any(['piece', 'left'], at)?.length ?? 0;
    if (length > 0) {
      const after = reading.length('left', at + length);
      return { from: span.from, to: Math.min(span.to, at + length + after) };
    }
  }
  return span;
}

function hasCueNear(reading: Reading, cue: Cue, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 3); at++) if (reading.length(cue, at) > 0) return true;
  return false;
}

/** From `at` on, as far as nothing else has been understood. */
function freeRun(reading: Reading, clause: Span, at: number): Span {
  let to = at;
  while (to < clause.to && !reading.roles[to]) to++;
  return { from: at, to };
}

/** A few things may be counted in a word: "set of four", "set di due". */
const COUNT_WORD =
  /^(?:two|three|four|five|six|eight|ten|twelve|zwei|drei|vier|funf|sechs|acht|zehn|zwolf|dos|tres|cuatro|cinco|seis|ocho|diez|doce|deux|trois|quatre|cinq|six|huit|dix|douze|due|tre|quattro|cinque|sei|otto|dieci|dodici|dois|duas|quatro|oito|dez|doze|twee|drie|vijf|zes|tien|twaalf)$/u;

const isCount = (reading: Reading, at: number) =>
  reading.tokens[at]?.kind === 'number' || COUNT_WORD.test(reading.tokens[at]?.fold ?? '');

/** "Box of 20", "lot de 4", 10袋入り. */
/** „Sixpack 7,50 €“: what the price buys. */
const PACK_WORD = /^(?:six-?pack|twin-?pack|multi-?pack|doppelpack|kasten|kiste|karton)$/u;

function packSpan(reading: Reading, at: number): Span | null {
  const length = reading.length('pack', at);
  const clause = reading.clauseAt(at);
  if (!clause) return null;
  const next = at + length;
  if (length > 0 && isCount(reading, next) && !reading.roles[next]) {
    const unit =
      reading.any(['piece'], next + 1)?.length ?? (UNIT.test(reading.tokens[next + 1]?.fold ?? '') ? 1 : 0);
    return { from: at, to: next + 1 + unit };
  }
  if (reading.tokens[at]?.kind === 'number') {
    for (let end = at + 1; end <= at + 3 && end < clause.to; end++) {
      const pack = reading.length('pack', end);
      if (
        pack > 0 &&
        (end === at + 1 ||
          UNIT.test(reading.tokens[end - 1]?.fold ?? '') ||
          reading.tokens[end - 1]?.text === '-')
      )
        return { from: at, to: end + pack };
    }
  }
  if (PACK_WORD.test(reading.tokens[at]?.fold ?? '') && reading.roles[at + 1] === 'price')
    return { from: at, to: at + 1 };
  const isClosed = length > 0 && /\d/.test(reading.words({ from: at, to: next }));
  return isClosed ? { from: at, to: next } : null;
}

/** "12 PAIRS", "30 capsules". */
function pieceSpan(reading: Reading, at: number): Span | null {
  if (reading.tokens[at]?.kind !== 'number') return null;
  const dash = /^[-–]$/u.test(reading.tokens[at + 1]?.text ?? '') ? 1 : 0;
  const length = reading.length('piece', at + 1 + dash);
  const isFeature = PARTS.test(reading.words({ from: at + 1 + dash, to: at + 1 + dash + length }));
  return length > 0 && !isFeature ? { from: at, to: at + 1 + dash + length } : null;
}

/** What contents are measured in. */
const CONTENTS =
  /^(?:g|gr|kg|kilo|ml|cl|dl|l|lt|litre|litres|liter|liters|litro|litros|litri|oz|lb|lbs|gramm|grams|gram|gramos|grammes|grammi|gramas|升|克|毫升|千克|斤|مل|جم|كجم|غ|كغ|لتر|جرام|غرام|كيلو)$/u;

/** "honey, 340 g", "50 ml £68": the measure is how much one gets of what is used up. */
function contentsSpan(reading: Reading, at: number): Span | null {
  const next = at + 2;
  if (reading.tokens[at]?.kind !== 'number' || !CONTENTS.test(reading.tokens[at + 1]?.fold ?? ''))
    return null;
  const token = reading.tokens[next];
  const isClosed =
    token === undefined ||
    token.kind === 'break' ||
    token.kind === 'number' ||
    token.kind === 'currency' ||
    reading.roles[next] !== null ||
    /^(?:à|a|für|for|por|per|je|por)$/u.test(token.fold);
  if (!isClosed || !isUsedUp(reading) || reading.any(['upTo', 'from', 'each'], at - 1) !== null) return null;
  const isContained = reading.length('piece', at - 1) === 1 && !reading.roles[at - 1];
  return { from: isContained ? at - 1 : at, to: next };
}

/** Whether what is sold is used up: coffee is, a coffee machine is not. */
function isUsedUp(reading: Reading): boolean {
  const isFirst = KIND_FIRST.has(reading.language);
  const [main] = kindSpans(reading);
  if (!main) return reading.find('consumable', { from: 0, to: reading.tokens.length }) !== null;
  const head = isFirst ? main.from : main.to - 1;
  return (
    reading.length('consumable', head) === 1 ||
    (!isFirst && reading.endingAt('consumable', main.to, main.from) !== null)
  );
}

/** "500 g glass", "15kg bag": weight alone only describes. */
function measureSpan(reading: Reading, at: number): Span | null {
  if (reading.tokens[at]?.kind !== 'number' || !UNIT.test(reading.tokens[at + 1]?.fold ?? '')) return null;
  const piece = reading.length('piece', at + 2);
  const pack = reading.length('pack', at - 1) === 1 ? 1 : 0;
  return piece + pack > 0 ? { from: at - pack, to: at + 2 + piece } : null;
}
