/** A word, number, address or sign of a text, and where it stands there. */
export type Token = {
  text: string;
  /** For look-ups: small letters, no accents, one form of each letter. */
  fold: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'address' | 'handle' | 'currency' | 'quote' | 'sign' | 'break';
  /** White space, or the text's edge, stands before it. */
  isSpaced: boolean;
  /** For a `break`: whether it ends a sentence and not only a clause. */
  isFullStop: boolean;
};

const TLDS =
  'com|co|net|org|io|app|shop|store|info|biz|me|tv|fm|dev|ai|eu|uk|us|ca|au|nz|ie|de|at|ch|li|es|mx|ar|cl|pe|fr|be|lu|it|pt|br|nl|se|no|dk|fi|pl|cz|sk|hu|ro|bg|gr|tr|ru|ua|sa|ae|eg|qa|kw|jo|ma|tn|il|in|jp|cn|hk|tw|kr|th|vn|sg|my|id|online|site|studio|design|coffee|cafe|bio|art|club|world|life|beauty|fashion|bike|wine|eco|tech|cloud|space|shoes|toys|garden|kitchen|boutique|jewelry|health|fit|pet|beer|xyz|blog|cc|gg|ly|example';
/** Words after which a dotted word is an address whatever its ending, in the languages that prompts come in. */
const WHERE =
  'at|on|via|visit|from|to|auf|bei|unter|über|en|de|a|sur|chez|su|da|em|no|na|op|bij|på|hos|fra|u|pe|la|la|iz|az|osoitteesta|osoitteessa|на|в|у|من|على';
/** Where one is told to go: behind such a word or a colon, or the last words of a line. One full stop inside, so that a
 * missing space between sentences makes no address. */
const UNLISTED = String.raw`(?<![\p{L}\d.@])[a-z\d][a-z\d\-]{1,40}\.[a-z]{3,14}(?![\p{L}\d@\-]|\.[\p{L}\d])(?:(?<=(?:(?<!\p{L})(?:${WHERE})|:)\s[^\s]{5,58})|(?=[.!\)]?\s{0,3}(?:\n|$)))`;
const RUN_TOGETHER = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々`;
/**
 * Every alternative is bounded or a single class repeated, so that a text is read in linear time whatever it holds.
 * Chinese, Japanese and Thai characters are tokens of their own: those scripts do not space their words.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<address>https?:\/\/[^\s,;"”»<>\(\)（）、，。]{1,200}|[\p{L}\d._+\-]{1,40}@[a-z0-9\-]{1,40}(?:\.[a-z0-9\-]{1,20}){1,3}|(?:[\p{Script=Latin}\d][\p{Script=Latin}\d\-]{0,62}\.){1,4}(?:${TLDS}|${TLDS.toUpperCase()})(?![\p{L}\d\-])(?:\/[^\s,;"”»<>\(\)（）、，。]{0,100})?|${UNLISTED})`,
    String.raw`(?<handle>@[\p{L}\d_][\p{L}\d_.]{0,40})`,
    String.raw`(?<currency>(?:US|CA|AU|NZ|HK|R|S|C|A)\$|[€$£¥￥₺₹₽₩₪฿₫₴]|ر\.س\.?|د\.إ\.?|د\.ك\.?|ج\.م\.?)`,
    String.raw`(?<number>\p{Nd}{1,12}(?:[.,'’٬٫\u00a0\u202f]\p{Nd}{1,12}){0,4}(?:,[\-–—](?!\p{Nd}))?)`,
    String.raw`(?<run>[${RUN_TOGETHER}])`,
    String.raw`(?<word>(?!\uFE0F)[[\p{L}\p{M}]--[${RUN_TOGETHER}]](?:[[\p{L}\p{M}\p{N}]--[${RUN_TOGETHER}]]|['’\-‑](?=[\p{L}\p{N}]))*[™®]?)`,
    String.raw`(?<quote>["“”„‟«»「」『』‹›])`,
    String.raw`(?<sign>[%٪&+#*™®°'’′″²³×=]|(?!\uFE0F)\S)`,
  ].join('|'),
  'gv',
);
/** French and Italian run small words into the next. */
const ELIDED =
  /^(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|dall|coll|quest|quell|un)['’](?=\p{L})/iu;
const ABBREVIATIONS = new Set(
  'dr mr mrs ms st co inc ltd zzgl evtl ggf mind aprox uds avda env pers cad pz incl inkl nr no std ca approx reg tel art vs ex bzw usw etc sr sra dna srl min max vol pcs stk str bd av'.split(
    ' ',
  ),
);
const MAX_FOLDED = 64;
/** A point between a number and one of these makes a date of them: „14. Februar“. */
const MONTHS =
  /^(?:jan|jän|feb|mar|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec|gen|mag|giu|lug|ago|set|ott|dic)/u;

/** Splits a text into tokens. White space is left out, all else is kept, in order. Linear in the text's length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const isSpaced = match.index === 0 || match.index > end;
    end = match.index + match[0].length;
    const between = text.slice(tokens.at(-1)?.end ?? 0, match.index);
    if (tokens.length > 0 && between.includes('\n')) tokens.push(lineBreak(match.index, between));
    if (groups['word']) pushWord(tokens, match[0], match.index, isSpaced);
    else tokens.push(tokenOf(match[0], kindOf(groups), match.index, isSpaced));
  }
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sign') classifySign(tokens, index);
    if (token.kind === 'quote') inchMark(tokens, index);
  }
  return tokens;
}

/** One form for every way to write a word: accents, case, full width and Arabic spelling variants do not matter. */
export function fold(text: string): string {
  return text
    .slice(0, MAX_FOLDED)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640™®]/g, '')
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/‑/g, '-')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

function tokenOf(text: string, kind: Token['kind'], start: number, isSpaced: boolean): Token {
  return { text, fold: fold(text), start, end: start + text.length, kind, isSpaced, isFullStop: false };
}

function lineBreak(start: number, between: string): Token {
  const isFullStop = between.includes('\n');
  return { ...tokenOf('', 'break', start, true), fold: '\n', isFullStop };
}

function pushWord(tokens: Token[], text: string, start: number, isSpaced: boolean): void {
  const elided = ELIDED.exec(text)?.[0].length ?? 0;
  if (elided > 0) tokens.push(tokenOf(text.slice(0, elided), 'word', start, isSpaced));
  const isAfterElision = elided > 0 ? false : isSpaced;
  tokens.push(tokenOf(text.slice(elided), 'word', start + elided, isAfterElision));
}

function kindOf(groups: Record<string, string | undefined>): Token['kind'] {
  if (groups['run']) return 'word';
  const kinds = ['address', 'handle', 'currency', 'number', 'quote'] as const;
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'sign';
}

/** `27"` is a measure and opens no quotation. */
function inchMark(tokens: Token[], index: number): void {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token?.text === '"' && before?.kind === 'number' && !token.isSpaced && !opensEarlier(tokens, index))
    token.kind = 'sign';
}

function opensEarlier(tokens: readonly Token[], index: number): boolean {
  let open = false;
  for (let at = Math.max(0, index - 60); at < index; at++) {
    if (tokens[at]?.kind === 'quote' && tokens[at]?.text === '"') open = !open;
  }
  return open;
}

const ENDS_SENTENCE = /[.!?。！？؟…]/u;
const ENDS_CLAUSE = /[,;:()[\]{}|•·→⇒，、：；،؛（）【】《》・~]/u;
const PICTURE = /\p{Extended_Pictographic}/u;

function classifySign(tokens: Token[], index: number): void {
  const token = tokens[index];
  if (!token) return;
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  const isInside = !token.isSpaced && next !== undefined && !next.isSpaced;
  if (token.text === '.') {
    const isShort =
      before?.kind === 'word' &&
      !token.isSpaced &&
      (isAbbreviation(before.fold, next, tokens[index - 2]) ||
        (/^\p{Lu}$/u.test(before.text) && !/^(?:°|\p{Nd}+)$/u.test(tokens[index - 2]?.text ?? '')) ||
        /\p{L}str$/u.test(before.fold)) &&
      next !== undefined;
    const isOrdinal =
      before?.kind === 'number' &&
      !token.isSpaced &&
      next?.kind === 'word' &&
      /^\p{Nd}{1,2}$/u.test(before.text) &&
      (MONTHS.test(next.fold) || next.fold === 'und');
    if (isShort || isOrdinal || (isInside && next.kind === 'number')) return;
  }
  if (token.text === ':' && isInside && before?.kind === 'number' && next.kind === 'number') return;
  const isDash = /^[-–—−/]$/u.test(token.text);
  const standsAlone = token.isSpaced && (next === undefined || next.isSpaced);
  if (isDash ? standsAlone || (token.text === '—' && !isInside) : isBreak(token.text)) {
    token.kind = 'break';
    token.isFullStop = ENDS_SENTENCE.test(token.text);
  }
}

/** "No. 5" is short, "No. Plain" is not. */
function isAbbreviation(word: string, next: Token | undefined, before: Token | undefined): boolean {
  if (/^(?:min|std|sek|stk)$/u.test(word) && before?.kind === 'number') return true;
  if (/^(?:no|nr|art|es|max|min)$/u.test(word))
    return next?.kind === 'number' || (word === 'min' && next === undefined);
  return ABBREVIATIONS.has(word);
}

function isBreak(sign: string): boolean {
  return ENDS_SENTENCE.test(sign) || ENDS_CLAUSE.test(sign) || PICTURE.test(sign);
}
