import type { Reading, Span } from '#src/domain/understanding/reading.ts';
import { amountAt, percentAt, type Amount } from './amounts.ts';
import { readDeal, withCondition } from './deals.ts';

export type Prices = { price: string | null; was: string | null; off: string | null };

/** How far before an amount the word that tells its meaning may stand. */
const REACH = 5;
/** Prepositions that stand before any amount. */
const WEAK = /^(?:a|à|por|pour|fur|per|for|que|por|para)$/u;

/** What is paid now, what was paid before, and what is taken off, each as it stands in the text. */
export function readPrices(reading: Reading): Prices {
  const prices: Prices = { price: null, was: null, off: readDeal(reading) };
  readPercentages(reading, prices);
  const amounts = amountsIn(reading);
  const loose: Amount[] = [];
  for (const [index, amount] of amounts.entries()) {
    if (!reading.isFree(amount)) continue;
    const role = roleOf(reading, amount, amounts[index + 1] ?? null);
    if (role === 'rival') reading.claim(amount, 'rival');
    else if (role === 'off') prices.off ??= take(reading, offSpan(reading, amount), 'off');
    else if (role === 'was' && !prices.was) {
      claimCueBefore(reading, amount.from);
      prices.was = take(reading, amount, 'was');
      reading.claim({ from: amount.to, to: amount.to + reading.length('wasAfter', amount.to) }, 'was');
    } else if (role === 'price') loose.push(amount);
  }
  const now =
    loose.find((amount) => amount.hasCurrency && isNow(reading, amount)) ??
    loose.find(({ hasCurrency }) => hasCurrency);
  if (now) {
    claimCueBefore(reading, now.from);
    prices.price = take(reading, priceSpan(reading, now), 'price');
  }
  if (!prices.price) prices.price = barePrice(reading, loose);
  return prices;
}

function take(reading: Reading, span: Span, role: 'price' | 'was' | 'off'): string {
  reading.claim(span, role);
  return reading.words(span);
}

function amountsIn(reading: Reading): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const amount = reading.roles[at] ? null : amountAt(reading, at);
    if (!amount || percentAt(reading, amount.to - 1)) continue;
    amounts.push(amount);
    at = amount.to - 1;
  }
  return amounts;
}

type AmountRole = 'price' | 'was' | 'off' | 'rival' | null;

function roleOf(reading: Reading, amount: Amount, next: Amount | null): AmountRole {
  const left = leftCue(reading, amount.from);
  if (amount.hasCurrency) {
    if (isMinus(reading, amount.from - 1) || discountAfter(reading, amount.to) !== null) return 'off';
    if (left === 'saving' || left === 'discount') return 'off';
    if (left === 'rival') return 'rival';
  }
  if (reading.length('wasAfter', amount.to) > 0) return 'was';
  const isSecond = reading.roles.slice(0, amount.from).includes('price');
  if (
    left === 'was' &&
    (isSecond || !isOnlyOf(reading, amount, next)) &&
    (amount.hasCurrency || standsAlone(reading, amount))
  )
    return 'was';
  if (next?.hasCurrency && isArrow(reading, amount.to, next.from)) return 'was';
  if (amount.hasCurrency && next?.hasCurrency && isNowAfter(reading, amount.to, next.from)) return 'was';
  if (amount.hasCurrency) return 'price';
  const isNamed = left === 'now' && standsAlone(reading, amount);
  return isNamed || isDecimal(reading, amount) ? 'price' : null;
}

/** A number without a currency that no other word counts with. */
function standsAlone(reading: Reading, amount: Amount): boolean {
  const next = reading.tokens[amount.to];
  if (!next || next.kind === 'break' || isDecimal(reading, amount)) return true;
  return (
    reading.any(['now', 'was', 'until', 'only', 'each'], amount.to) !== null &&
    reading.length('month', amount.to) === 0
  );
}

/** Portuguese "de 99 por 79": "de" alone means nothing. */
function isOnlyOf(reading: Reading, amount: Amount, next: Amount | null): boolean {
  const at = amount.from - 1;
  if (reading.tokens[at]?.fold !== 'de' || reading.endingAt('was', amount.from) !== at) return false;
  return !amount.hasCurrency || !next || reading.endingAt('now', next.from, amount.to) === null;
}

const LEFT_CUES = ['rival', 'was', 'saving', 'discount', 'now'] as const;

/** The nearest word before an amount that tells what it is; only words that mean nothing may stand between. */
function leftCue(reading: Reading, end: number): 'was' | 'now' | 'saving' | 'discount' | 'rival' | null {
  const clause = reading.clauseAt(end);
  if (!clause) return null;
  const floor = Math.max(isBridge(reading, clause.from) ? clause.from - REACH : clause.from, end - REACH, 0);
  for (let at = end - 1; at >= floor; at--) {
    const token = reading.tokens[at];
    // "Reg. $20" is one phrase, "Carry less. 89€" are two sentences.
    const isBeyond =
      at < clause.from && reading.tokens.slice(at, clause.from).some(({ isFullStop }) => isFullStop);
    for (const cue of isBeyond ? (['was', 'now'] as const) : LEFT_CUES) {
      for (let start = Math.max(floor, at - 3); start <= at; start++) {
        const isWeak = cue === 'now' && start === at && WEAK.test(token?.fold ?? '');
        if (reading.length(cue, start) === at + 1 - start && !isWeak) return cue;
      }
    }
    const isFiller =
      reading.isSmall(at) ||
      WEAK.test(token?.fold ?? '') ||
      reading.any(['priceWord', 'only', 'of', 'is'], at) !== null ||
      token?.kind === 'break' ||
      token?.kind === 'sign';
    if (!isFiller) return null;
  }
  return null;
}

/** "instead of", "now": words that have done their work say nothing more; in another sentence they did none. */
function claimCueBefore(reading: Reading, end: number): void {
  for (const cue of ['was', 'now'] as const) {
    let stop = end;
    while (stop > 0 && reading.tokens[stop - 1]?.kind === 'break' && end - stop < 2) stop--;
    const isSameSentence = reading.tokens.slice(stop, end).every(({ isFullStop }) => !isFullStop);
    const isFiller =
      reading.isSmall(stop - 1) || reading.any(['only', 'of', 'is', 'priceWord'], stop - 1) !== null;
    const start =
      reading.endingAt(cue, stop) ?? (isSameSentence && isFiller ? reading.endingAt(cue, stop - 1) : null);
    if (start !== null && reading.isFree({ from: start, to: stop }))
      reading.claim({ from: start, to: stop }, 'noise');
  }
}

/** A colon or bracket between a word and its amount: `price: $20`, `原价：¥599`. */
function isBridge(reading: Reading, clauseFrom: number): boolean {
  return /^[:：(（.]$/u.test(reading.tokens[clauseFrom - 1]?.text ?? '');
}

function isNow(reading: Reading, amount: Amount): boolean {
  return leftCue(reading, amount.from) === 'now';
}

function isMinus(reading: Reading, at: number): boolean {
  const sign = reading.tokens[at];
  const next = reading.tokens[at + 1];
  return (
    sign !== undefined && /^[-–−]$/u.test(sign.text) && sign.isSpaced && next !== undefined && !next.isSpaced
  );
}

function isArrow(reading: Reading, from: number, to: number): boolean {
  const between = reading.tokens.slice(from, to).map(({ text }) => text);
  return between.length > 0 && between.length <= 3 && /^(?:→|⇒|-?>|=>|➡️?|->)+$/u.test(between.join(''));
}

/** "$180, now $135": the first is the old price. */
function isNowAfter(reading: Reading, from: number, to: number): boolean {
  const now = reading.endingAt('now', to, from);
  if (now === null || WEAK.test(reading.tokens[now]?.fold ?? '')) return false;
  return reading.tokens.slice(from, now).every(({ text }) => /^[,;.–—-]$/u.test(text));
}

function isDecimal(reading: Reading, amount: Amount): boolean {
  const text = reading.words(amount);
  const next = reading.tokens[amount.to];
  const isUnit =
    next !== undefined &&
    next.kind === 'word' &&
    /^(?:k?g|ml|l|cl|c?m|mm|km|h|w|v|zoll|inch|in|oz|lbs?)$/u.test(next.fold);
  const isDate =
    reading.endingAt('until', amount.from) !== null || reading.endingAt('starts', amount.from) !== null;
  return /^\p{Nd}{1,5}[.,]\p{Nd}{2}$/u.test(text) && !isUnit && !isDate;
}

/** The end of "off", "Rabatt", "de descuento" after an amount, or null. */
function discountAfter(reading: Reading, at: number): number | null {
  for (let next = at; next <= at + 2; next++) {
    const length = reading.length('discount', next);
    if (length > 0) return next + length;
    if (!reading.isSmall(next)) return null;
  }
  return null;
}

function readPercentages(reading: Reading, prices: Prices): void {
  const whole = { from: 0, to: reading.tokens.length };
  const isSale = reading.tokens.some((_, at) => reading.length('discount', at) > 0 && !reading.roles[at]);
  for (let at = whole.from; at < whole.to; at++) {
    const percent = reading.roles[at] ? null : percentAt(reading, at);
    if (!percent) continue;
    const limit = reading.endingAt('upTo', percent.from);
    const left = leftCue(reading, limit ?? percent.from);
    const clause = reading.clauseAt(percent.from);
    const isOff =
      isMinus(reading, percent.from - 1) ||
      discountAfter(reading, percent.to) !== null ||
      left === 'saving' ||
      left === 'discount' ||
      (isSale && limit !== null) ||
      (clause !== null && clause.to - clause.from === percent.to - percent.from && isSale);
    if (isOff && !prices.off) prices.off = take(reading, offSpan(reading, percent), 'off');
    else if (isOff) reading.claim(percent, 'off');
    at = percent.to - 1;
  }
}

/** From its sign or limit over its noun to its condition: `up to 40% off`, `10 € Rabatt beim ersten Termin`. */
function offSpan(reading: Reading, amount: Span): Span {
  let from = amount.from;
  if (isMinus(reading, from - 1)) from--;
  from = reading.endingAt('upTo', from) ?? from;
  const cue = leftCue(reading, from);
  if (cue === 'saving') from = leftStart(reading, from, 'saving');
  else if (cue === 'discount' && discountAfter(reading, amount.to) === null)
    from = leftStart(reading, from, 'discount');
  let to = discountAfter(reading, amount.to) ?? amount.to;
  to += reading.length('each', to);
  return withCondition(reading, { from, to });
}

function leftStart(reading: Reading, end: number, cue: 'saving' | 'discount'): number {
  for (let at = end - 1; at >= Math.max(0, end - REACH); at--) {
    if (reading.length(cue, at) > 0 && !reading.roles[at]) {
      const longer = reading.length(cue, at - 1);
      return longer > 1 ? at - 1 : at;
    }
  }
  return end;
}

/** With every word that limits it: `from £19`, `3 for $20`, `8€ each or 3 for 20€`, `15,000円から`. */
function priceSpan(reading: Reading, amount: Amount): Span {
  let { from, to } = amount;
  from = reading.endingAt('from', from, reading.clauseAt(from)?.from ?? 0) ?? from;
  from = severalFor(reading, from);
  from = countedPieces(reading, from);
  const several = severalAfter(reading, to);
  if (several !== null) return { from, to: several };
  to = limitEnd(reading, to);
  const isRange = /^(?:to|bis|a|à|al)$/u.test(reading.tokens[to]?.fold ?? '');
  if (isRange || reading.any(['or', 'upTo'], to) !== null) {
    for (let at = to + 1; at <= to + 4; at++) {
      const other = amountAt(reading, at);
      if (other?.hasCurrency) {
        to = limitEnd(reading, other.to);
        break;
      }
    }
  }
  return { from, to };
}

/** The end of "/ 2 for $15" or ", 3 por 15 €" behind a price: what more of it cost belongs to it. */
function severalAfter(reading: Reading, at: number): number | null {
  const isJoined = /^[/,;|]$/u.test(reading.tokens[at]?.text ?? '') || reading.length('or', at) > 0;
  const isCount = /^[2-9]$/u.test(reading.tokens[at + 1]?.text ?? '');
  const isFor = /^(?:for|für|por|pour|per|voor|za)$/iu.test(reading.tokens[at + 2]?.text ?? '');
  const amount = isJoined && isCount && isFor ? amountAt(reading, at + 3) : null;
  return amount?.hasCurrency === true ? amount.to : null;
}

/** So many at once are a deal; more are a pack with a price. */
const MOST_IN_A_DEAL = 3;

const isFew = (count: string): boolean =>
  /^\p{Nd}+$/u.test(count)
    ? Number(count) <= MOST_IN_A_DEAL
    : /^(?:two|three|zwei|drei|dos|tres|deux|trois|due|tre|dois|duas|três|twee|drie)$/iu.test(count);

/** "2 PAIA 49€": so many for that price. "12 PAIRS $39.00" is a pack, and its price. */
function countedPieces(reading: Reading, from: number): number {
  const piece = reading.endingAt('piece', from) ?? reading.endingAt('pack', from);
  const isCounted =
    piece !== null &&
    isFew(reading.tokens[piece - 1]?.text ?? '') &&
    reading.isFree({ from: piece - 1, to: from });
  return isCounted ? piece - 1 : from;
}

/** The start of "3 for", "2 Stück für" before an amount. */
function severalFor(reading: Reading, from: number): number {
  const isFor = /^(?:for|für|por|pour|per|voor|za)$/iu.test(reading.tokens[from - 1]?.text ?? '');
  const isPack = reading.length('pack', from - 4) === 2 || reading.length('pack', from - 3) === 1;
  if (isFor && !isPack && reading.tokens[from - 2]?.kind === 'number' && !reading.roles[from - 2])
    return from - 2;
  return from;
}

function limitEnd(reading: Reading, start: number): number {
  let to = start;
  for (let guard = 0; guard < 3; guard++) {
    const token = reading.tokens[to];
    const next = reading.tokens[to + 1];
    const limit = reading.any(['each', 'fromAfter'], to);
    if (token?.text === '/' && next && (next.kind === 'word' || next.kind === 'number'))
      to += next.kind === 'number' ? 3 : 2;
    else if (limit) {
      const isPreposition = limit.length === 1 && /^(?:per|pro|por|par|je)$/u.test(token?.fold ?? '');
      const unit = reading.tokens[to + 1];
      if (isPreposition && unit?.kind !== 'word') break;
      to += limit.length + (isPreposition ? 1 : 0);
      if (isPreposition && /^(?:the|la|le|el)$/u.test(unit?.fold ?? '')) to++;
    } else break;
  }
  return to;
}

/** A price without its currency, "5.90" or "now 749": only where no other price stands. */
function barePrice(reading: Reading, loose: readonly Amount[]): string | null {
  const amount = loose.find((found) => reading.isFree(found));
  return amount ? take(reading, priceSpan(reading, amount), 'price') : null;
}
