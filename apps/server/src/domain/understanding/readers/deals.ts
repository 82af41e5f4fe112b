import type { Reading, Span } from '#src/domain/understanding/reading.ts';

/** Offers with their own grammar, where a currency would make it a price instead. Bounded, so that they stay linear. */
const PATTERNS: readonly RegExp[] = [
  /(?<![\p{L}\d.,])[2-9] ?[x×] ?[1-8](?![\p{L}\d]| ?(?:c?m|mm|m²|zoll|inch)\b)/giu,
  /(?<![\p{L}\d.,€$£])[2-9] (?:for|für|por|pour|per) (?:the price of |el precio de |le prix de |al prezzo di )?(?:1|2|3|4|one|two)(?![\p{L}\d]|[.,]\d| ?[€$£₺]| ?(?:eur|euro|usd|tl))/giu,
  /(?<!\p{L})(?:buy|get|order|take) (?:\d|one|two|three|any \d)(?: [\p{L}-]{1,15}){0,3}[,]?(?: (?:and|&|,))? (?:get|pay(?: for)?) (?:\d|one|two|the \p{L}{1,8}|a \p{L}{1,8})(?: [\p{L}-]{1,15}){0,3}?(?: (?:free|half price|half off|\d{1,2} ?% off)|(?= ?(?:[.,!;]|$)))/giu,
  /(?<!\p{L})(?:kauf(?:e|en)?|nimm|nehmen) (?:sie )?(?:\d|zwei|drei)[,]?(?: und)? (?:zahl(?:e|en)?|bekomm(?:e)?|erhalte)(?: sie| nur)? (?:\d|eins|zwei)(?: gratis| geschenkt| kostenlos)?/giu,
  /(?<!\p{L})(?:compra|lleva|ll[eé]vate|leve|compre|pague|paga) (?:\d|uno|una|dos|um|dois)[,]?(?: y| e)? (?:ll[eé]vate|lleva|paga|pague|leve|ganhe)(?: solo)? (?:\d|uno|una|dos|um|dois|tres|três)(?: gratis| grátis| de graça)?/giu,
  /(?<!\p{L})(?:\d|un|une|deux) achet[ée]e?s?[,]?(?: =| et)? (?:\d|un|une|le \d[eè]me?|la \d[eè]me?) (?:offerte?s?|gratuite?s?|à -?\d{1,2} ?%)/giu,
  /(?<!\p{L})(?:prendi|compri|compra) (?:\d|due|tre)[,]?(?: e)? (?:paghi|ne paghi|prendi|ricevi) (?:\d|uno|due)(?: gratis| in omaggio)?/giu,
  /(?<![\p{L}\d])\d (?:al|alana) \d (?:öde|ode|bedava)/giu,
  /(?:اشتر|اشتري|خذ) (?:[\d١-٩]|قطعتين|قطعة|واحدة|اثنين) (?:و ?احصل(?:ي)? على|وخذ|وادفع(?: ثمن)?) (?:[\d١-٩]|واحدة|الثالثة|الثانية|قطعة)(?: مجان[ًا]{0,2}ا?| هدية| مجاناً| مجانًا)?/gu,
  /(?<!\p{L})\p{L}{2,20} (?:(?:gratis|kostenlos|geschenkt) dazu|de regalo|in omaggio|de brinde|hediye)(?!\p{L})/giu,
  /买[一二两三四五\d]送[一二两三\d]/gu,
  /(?:全场|全店|低至|第二[件杯份个])?\d(?:\.\d)?折(?:起)?/gu,
  /满\d{2,5}元?减\d{1,4}元?/gu,
  /\d{1,2}[点個本枚着足]目?(?:以上)?(?:ご)?(?:購入|買う|で)(?:で|と)?(?:\d{1,2}[%％](?:オフ|OFF|引き)|半額|\d[点個本枚]無料)/giu,
  /\d割引き?/gu,
];

/** "2 for 1", "half price", "buy 2 get 1 free", „Leve 2 pague 1“: the offer as it stands, with its condition; or null. */
export function readDeal(reading: Reading): string | null {
  const span = listedDeal(reading) ?? patternDeal(reading);
  if (!span) return null;
  const whole = withCondition(reading, span);
  reading.claim(whole, 'off');
  return reading.words(whole);
}

function listedDeal(reading: Reading): Span | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('deal', at);
    const span = { from: at, to: at + length };
    if (length > 0 && reading.isFree(span)) return span;
  }
  return null;
}

function patternDeal(reading: Reading): Span | null {
  for (const pattern of PATTERNS) {
    for (const match of reading.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const from = reading.tokens.findIndex((token) => token.end > match.index);
      const after = reading.tokens.findIndex((token) => token.start >= end);
      const span = { from, to: after < 0 ? reading.tokens.length : after };
      if (from >= 0 && reading.isFree(span)) return span;
    }
  }
  return null;
}

/** Adds "on your first order", "im Abo": an offer without its condition would be another offer. */
export function withCondition(reading: Reading, span: Span): Span {
  const clause = reading.clauseAt(span.from);
  if (!clause) return span;
  if (reading.length('condition', span.to) > 0) {
    let to = span.to;
    while (to < clause.to && !reading.roles[to] && !reading.any(['until', 'code', 'span'], to)) to++;
    // "half price on all yoga mats": the thing itself is no condition.
    return reading.find('kind', { from: span.to, to }) === null ? { from: span.from, to } : span;
  }
  const start = reading.find('condition', { from: clause.from, to: span.from });
  return start !== null && start + reading.length('condition', start) >= span.from - 1
    ? { from: start, to: span.to }
    : span;
}
