import type { Cue } from '#src/domain/understanding/lexicon/lexicon.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';

const RUN_TOGETHER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const JOINER =
  /^(?:&|\+|of|the|and|de|del|da|do|dos|das|di|du|des|la|las|le|les|el|los|von|und|y|e|et|in|na|al|d'|l'|for|to|der|die|das|per|con)$/u;
/** Words that speak of something else than a name, wherever they stand. */
const GENERIC: readonly Cue[] = [
  'quality',
  'kind',
  'small',
  'noise',
  'people',
  'weekday',
  'month',
  'holiday',
  'span',
  'discount',
  'deal',
  'free',
  'shipping',
  'guarantee',
  'currency',
  'now',
  'only',
  'mood',
  'video',
  'make',
  'limited',
  'pack',
  'was',
  'priceWord',
  'filming',
  'intensifier',
  'callToAction',
  'subject',
  'until',
  'forbid',
  'slogan',
];
/** In capitals or without any, every listed word is taken for what it is listed as. */
const GENERIC_SHOUTED: readonly Cue[] = [
  ...GENERIC,
  'act',
  'in',
  'at',
  'for',
  'upTo',
  'from',
  'piece',
  'and',
  'or',
  'of',
  'each',
  'code',
  'starts',
  'made',
  'business',
  'without',
  'say',
  'every',
  'left',
];
const ADJECTIVE_ENDING =
  /(?:ed|ing|able|ible|less|proof|free|friendly|made|ful|ive|ous|ical|ish|est|grade|style|sized|ically|woven|sewn|built|grown|spun|blown|thrown|knit|cooked)$/u;
/** "Secondhand", "Homegrown", "Multicoloured". */
const ADJECTIVE_START = /^(?:hand|second|home|self|non|anti|eco|multi|pre|ultra|semi|over|under)-?\p{L}{4,}/u;
/** Before a maker's name they describe. */
const CONDITION = /^(?:vintage|used|refurbished|handmade|secondhand|antique|custom|authentic|genuine)$/u;
const SPECIFICATION =
  /^(?:FPS|SPF|LSF|FP|UV[AB]?\d*|USB(?:-?[AC])?|O?LED|U?HD|[248]K|GPS|NFC|BPA|X{0,3}[SML]|DPI|RGB|SSD|RAM|[A-EK]\d{1,2}|Q10|CBD|PH|ISO\d*|IPX?\d{1,2}|R1\d|ANC|WLAN|W[iI]-?F[iI]|AI|KI|IA|PVC|MDF|OK|DIY|HEPA|TSA|EVA|MIPS|UPF\d*|E-?MTB|GB|TB|MP|VR|AR|TV|PC|EU|UK|US|USA|UE|HDMI|Bluetooth|FAQ|NEW|NEU|SALE)$/u;
/** What never ends a name: "Sole Mio SPF 50". */
const ACRONYM = /^(?:RC|FPS|SPF|LSF|UV[AB]?|USB|O?LED|BPA|DPI|HD|GPS|NFC)$/u;
/** "No added sugar", „Ohne Zucker“: what opens so says what a thing lacks and names nothing. */
const DENYING =
  /^(?:no|not|without|zero|only|kein|keine|keinen|ohne|nur|sin|solo|ningun|sans|seulement|senza|nessun|sem|apenas|nenhum)$/u;

/** "Bodrum'da" is where, not what. */
const TURKISH_CASE = /['’](?:[dt][ae]n?|y?[ae]|n?[ıiuü]n)$/u;
const UNIT =
  /^(?:g|kg|mg|ml|cl|l|cm|mm|m|km|w|kw|wh|v|a|mah|hz|gb|tb|mb|mp|dpi|zoll|inch|inches|in|oz|lb|lbs|h|std|stunden|hours?|hrs?|min|minutes?|days?|tage|jours|dias|days?|weeks?|years?|jahre|ans|años|anos|anni|steps?|stuck|settings?|shades?|bar|bares|bars?|watt|liter|litres?|liters?|litros?|litri|seats?|plazas|places|lugares|posti|piece|pieces|pcs|pack|%|"|″|'|°|sizes?|km\/h|gsm|tl|lavados|joueurs|players|people|persons?|personen|pers|cups?|tassen|megapixel|inç|gram|saat|kisilik|ay|yil|numara|beden|x)$/u;

export function isUnit(reading: Reading, at: number): boolean {
  return UNIT.test(reading.tokens[at]?.fold ?? '');
}

export function isGeneric(reading: Reading, at: number): boolean {
  const cues = reading.isUpperCase ? GENERIC_SHOUTED : GENERIC;
  const found = reading.any(cues, at);
  // „Café Zeitlos“: German writes adjectives large only in names.
  const isNamedAfter =
    found?.cue === 'mood' &&
    reading.language === 'de' &&
    reading.clauseAt(at)?.from !== at &&
    isCapital(reading, at);
  if (isNamedAfter) return false;
  return found !== null || reading.isSmall(at);
}

export function isCapital(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  // "Nº 9" is a number's word.
  if (DENYING.test(token?.fold ?? '') && reading.tokens[at + 1]?.kind !== 'number') return false;
  if (reading.language === 'tr' && TURKISH_CASE.test(token?.text ?? '')) return false;
  return token?.kind === 'word' && (/^\p{Lu}/u.test(token.text) || isModelWord(token.text));
}

/** `S24`, `iPhone`, `FlowState`, `追风S7`: written as only names are. */
export function isModelWord(text: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(text) || (/\p{Lu}/u.test(text) && /\p{Nd}/u.test(text));
}

/** A number that tells models apart, and is no measure, price or count. */
function isModelNumber(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const isYear = /^(?:19|20)\p{Nd}{2}$/u.test(tokens[at]?.text ?? '');
  if (tokens[at]?.kind !== 'number' || reading.roles[at] || isYear) return false;
  const next = tokens[at + 1];
  if (!next || next.kind === 'break') return true;
  const isMeasure =
    UNIT.test(next.fold) ||
    next.kind === 'currency' ||
    reading.any(['currency', 'piece', 'second', 'month', 'each'], at + 1) !== null;
  return !isMeasure && !(next.kind === 'sign' && !next.isSpaced) && !(next.kind === 'word' && !next.isSpaced);
}

function isOpen(reading: Reading, at: number): boolean {
  return reading.roles[at] === null || reading.roles[at] === undefined;
}

/** The name written right before `end`: capitals, joined by "&" or "of", with model numbers. */
export function runBefore(reading: Reading, clause: Clause, end: number): Span | null {
  let from = end;
  while (from > clause.from && isOpen(reading, from - 1)) {
    const at = from - 1;
    const isAbbreviated =
      reading.tokens[at]?.text === '.' && !reading.tokens[at]?.isSpaced && isCapital(reading, at - 1);
    if (isCapital(reading, at) || isModelNumber(reading, at) || isAbbreviated) from = at;
    else if (isInnerJoiner(reading, at, clause.from) && from < end) from = at;
    else break;
  }
  while (from < end && !isCapital(reading, from)) from++;
  return trimmedRun(reading, { from, to: end }, clause);
}

/** The name written right behind `start`. */
export function runAfter(reading: Reading, clause: Clause, start: number, isAnnounced = false): Span | null {
  let to = start;
  while (to < clause.to && isOpen(reading, to)) {
    if (isCapital(reading, to)) {
      const isAcronym = to > start && ACRONYM.test(reading.tokens[to]?.text ?? '');
      if (isAcronym || (!isAnnounced && isBoundary(reading, to))) break;
      to++;
    } else if (to > start && isModelNumber(reading, to)) to++;
    else if (to > start && isJoinerAhead(reading, to, clause.to)) to++;
    else break;
  }
  while (to > start && !isCapital(reading, to - 1) && reading.tokens[to - 1]?.kind !== 'number') to--;
  return to > start ? trimmedRun(reading, { from: start, to }, clause) : null;
}

/** Shouted or German texts: a listed word ends a name. */
function isBoundary(reading: Reading, at: number): boolean {
  return (reading.isUpperCase || reading.language === 'de') && isGeneric(reading, at);
}

function isInnerJoiner(reading: Reading, at: number, floor: number): boolean {
  const token = reading.tokens[at];
  if (!token) return false;
  if (token.text === '.' || token.text === '-')
    return at > floor && isCapital(reading, at - 1) && !token.isSpaced;
  return (
    JOINER.test(token.fold) &&
    at > floor &&
    (isCapital(reading, at - 1) ||
      (at - 1 > floor && JOINER.test(reading.tokens[at - 1]?.fold ?? '') && isCapital(reading, at - 2)))
  );
}

function isJoinerAhead(reading: Reading, at: number, ceiling: number): boolean {
  const token = reading.tokens[at];
  if (!token || at + 1 >= ceiling) return false;
  if (token.text === '.')
    return !token.isSpaced && (isCapital(reading, at + 1) || isModelNumber(reading, at + 1));
  if (/^(?:for|to|con|per|in|al|the)$/u.test(token.fold) || !JOINER.test(token.fold)) return false;
  const next = at + 1;
  if (isCapital(reading, next)) return !reading.isUpperCase || token.text === '&';
  return JOINER.test(reading.tokens[next]?.fold ?? '') && isCapital(reading, at + 2);
}

/** Without "New", "Our", "Introducing" before it; null when nothing but ordinary words is left. */
function trimmedRun(reading: Reading, span: Span, clause: Clause): Span | null {
  let { from, to } = span;
  // "Nordlys Christmas market": the feast belongs to what it is.
  while (to - from > 1 && reading.length('holiday', to - 1) === 1 && reading.length('mood', to - 1) === 0)
    to--;
  // "Brightwork LED desk lamp": what describes is no part of the name.
  while (to - from > 1 && ACRONYM.test(reading.tokens[to - 1]?.text ?? '')) to--;
  const isBehindKind = from > clause.from && reading.endingAt('kind', from, clause.from) !== null;
  while (!isBehindKind && from < to && isLeadIn(reading, from, to))
    from += Math.max(1, reading.length('noise', from));
  if (from >= to || indices({ from, to }).every((at) => isSpecification(reading, at))) return null;
  const isTold = indices({ from, to }).some((at) => {
    const token = reading.tokens[at];
    return (
      token?.kind === 'word' &&
      (!isGeneric(reading, at) || isModelWord(token.text)) &&
      !JOINER.test(token.fold)
    );
  });
  const isModel = indices({ from, to }).some((at) => reading.tokens[at]?.kind === 'number') && to - from > 1;
  const isTitle = to - from >= 2 && !reading.isUpperCase && reading.language !== 'de' && from > clause.from;
  if (
    !isTold &&
    !isModel &&
    !isTitle &&
    !isSetOff(reading, { from, to }, clause) &&
    !isProperPair(reading, { from, to })
  )
    return null;
  return { from, to };
}

/** "Crema mani Seta": a common word in capitals behind small ones, where other words have none. */
function isSetOff(reading: Reading, { from }: Span, clause: Clause): boolean {
  if (!/^(?:es|fr|it|pt|tr)$/u.test(reading.language) || reading.isUpperCase || from === clause.from)
    return false;
  if (reading.any(['month', 'weekday', 'holiday', 'currency', 'video', 'until'], from) !== null) return false;
  const before = reading.tokens.slice(clause.from + 1, from);
  return before.some(({ kind, text }) => kind === 'word' && /^\p{Ll}{3,}$/u.test(text));
}

/** "SPF 50", "USB-C", "B12": letters and figures that describe. */
function isSpecification(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token?.kind === 'number' || SPECIFICATION.test(token?.text ?? '');
}

/** "Monday Mood", "Dawn & Dusk": common words that stand together in capitals where the text otherwise uses none. */
function isProperPair(reading: Reading, { from, to }: Span): boolean {
  const words = indices({ from, to }).filter((at) => isCapital(reading, at));
  if (words.length < 2 || reading.isUpperCase) return false;
  const next = reading.tokens[to];
  if (next?.kind === 'word' && /^\p{Ll}/u.test(next.text) && reading.language !== 'de') return true;
  return (
    words.some((at) => reading.length('kind', at) === 0 && reading.length('quality', at) === 0) &&
    reading.language !== 'de'
  );
}

function isLeadIn(reading: Reading, at: number, to: number): boolean {
  const token = reading.tokens[at];
  if (!token || at + 1 >= to) return false;
  if (/^(?:the|the new|der|die|das|el|la|le|il|lo|o|a)$/iu.test(token.text) && isCapital(reading, at + 1))
    return false;
  if (reading.length('noise', at) > 0 && at + reading.length('noise', at) < to) return true;
  if (CONDITION.test(token.fold)) return true;
  return reading.length('quality', at) === 1 && ADJECTIVE_ENDING.test(token.fold) && token.fold.length > 4;
}

export function indices({ from, to }: Span): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Whether a single capital word that opens a sentence may as well be an adjective. */
export function mayBeAdjective(reading: Reading, at: number): boolean {
  const fold = reading.tokens[at]?.fold ?? '';
  if (fold.includes('-') && ADJECTIVE_ENDING.test(fold)) return true;
  if (reading.language === 'en' && ADJECTIVE_START.test(fold)) return true;
  if (isModelWord(reading.tokens[at]?.text ?? '')) return false;
  if (reading.language === 'de') return /(?:e|er|es|en|em)$/u.test(fold) && fold.length > 4;
  return fold.includes('-') || (fold.length > 5 && ADJECTIVE_ENDING.test(fold));
}

export function isRunTogether(text: string): boolean {
  return RUN_TOGETHER.test(text);
}

/** What tells one model from another, in small letters: "iPod classic", "Kaleido pro". */
const VARIANT = /^(?:classic|pro|mini|midi|maxi|max|plus|air|ultra|lite|nano|one|go|neo|duo|evo)$/u;

/** A name with the word in small letters behind it that tells its model, where nothing else follows. */
export function withVariant(reading: Reading, span: Span): Span {
  const next = reading.tokens[span.to];
  const isVariant = next?.kind === 'word' && VARIANT.test(next.text) && isOpen(reading, span.to);
  const isLast = reading.clauseAt(span.from)?.to === span.to + 1;
  return isVariant && isLast ? { from: span.from, to: span.to + 1 } : span;
}

/** "Quinta Velha" is an estate: a day of the week in capitals right before the name, behind "da", is part of it. */
export function withDayInFront(reading: Reading, span: Span): Span {
  const at = span.from - 1;
  const isDay =
    reading.language === 'pt' &&
    reading.length('weekday', at) === 1 &&
    isCapital(reading, at) &&
    !reading.roles[at] &&
    /^d[aeo]$/u.test(reading.tokens[at - 1]?.fold ?? '');
  return isDay ? { from: at, to: span.to } : span;
}
