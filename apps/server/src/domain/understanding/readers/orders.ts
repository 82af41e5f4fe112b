import type { Cue } from '#src/domain/understanding/lexicon/lexicon.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { isAllThereIs } from './phrases.ts';

/** What the prompt wishes of the video itself; never copy. */
export type VideoWishes = { seconds?: number; format?: string };

/** What a clause of pure wishes about the video is made of. */
const WISHES: readonly Cue[] = [
  'video',
  'format',
  'second',
  'without',
  'filming',
  'noise',
  'intensifier',
  'and',
  'make',
];
/** Words of film-making that no product is described with; "hands" or "sound" may be. */
const CAMERA =
  /close-?ups?|slow[ -]?mo|drone|(?<!\p{L})shots?(?!\p{L})|(?:quick|fast|jump|hard) cuts|zooms?(?!\p{L})|transitions?|voice-?over|subtitles|captions|b-roll|soundtrack|nahaufnahm|zeitlupe|untertitel|schnitte|kamerafahrt|großaufnahm|übergänge|primer(?:os)? plano|cámara lenta|subtítulos|planos|gros plans?|ralenti|sous-titres|plans serrés|primi piani|primo piano|rallentatore|sottotitoli|inquadrature|câmera lenta|câmara lenta|legendas|grandes planos|لقطات|字幕|スローモーション|クローズアップ|特写|慢动作|转场|镜头|yakın çekim|ağır çekim|altyazı/iu;
const OLD =
  /(?<!\p{L})(?:old|previous|former|original|alte[nr]?|vorherige[nr]?|anterior(?:es)?|antiguo|ancien|précédent|vecchio|precedente|antigo|السابق|القديم|以前|元の|原价|eski)(?!\p{L})/iu;
/** Verbs come last in these. */
const VERB_LAST = new Set(['ja', 'tr', 'zh', 'ko']);
const PRONOUN =
  /^(?:that|this|it|das|dies|eso|esto|ça|cela|questo|quello|isso|isto|ذلك|هذا|それ|これ|bunu|这)$/iu;

/**
 * Marks everything that is said to the tool and not to the viewer: attempts to give it other rules, what to write or
 * not to mention, length and shape of the video. Returns the wishes about the video.
 */
export function readOrders(reading: Reading): VideoWishes {
  for (const clause of reading.clauses) {
    markInjection(reading, clause);
    markForbidden(reading, clause);
  }
  for (const clause of reading.clauses) {
    markSaying(reading, clause);
    markTakenBack(reading, clause);
  }
  const wishes: VideoWishes = {};
  const hasVideo = reading.find('video', { from: 0, to: reading.tokens.length }) !== null;
  for (const clause of reading.clauses) markRequest(reading, clause, wishes);
  for (const clause of reading.clauses) markWishes(reading, clause, wishes, hasVideo);
  return wishes;
}

function markInjection(reading: Reading, clause: Clause): void {
  const at = reading.find('ignore', clause);
  if (at === null) return;
  const sentence = reading.sentenceOf(clause);
  const isStrong = reading.length('ignore', at) >= 2 || /[:#]/.test(reading.words({ from: at, to: at + 3 }));
  if (!isStrong && reading.find('rules', sentence) === null) return;
  const product = reading.find('subject', { from: at + 1, to: sentence.to });
  const isOther = product !== null && reading.clauseAt(product)?.from === product;
  reading.claim({ from: sentence.from, to: isOther ? product : sentence.to }, 'order');
  // An injection goes on until the product is spoken of.
  const next = reading.clauses.find(({ from }) => from >= sentence.to);
  if (next && startsWith(reading, next, ['say', 'ignore'])) {
    const rest = reading.sentenceOf(next);
    reading.claim(rest, 'order');
  }
}

function markSaying(reading: Reading, clause: Clause): void {
  if (reading.roles[clause.from] === 'order') return;
  const sentence = reading.sentenceOf(clause);
  const isOrder = VERB_LAST.has(reading.language)
    ? endsSaying(reading, sentence)
    : startsWith(reading, clause, ['say']);
  if (!isOrder) return;
  const from = VERB_LAST.has(reading.language) ? sentence.from : clause.from;
  reading.claim({ from, to: sentence.to }, 'order');
}

/** What the writer takes back: "waterproof? No, …", "buy one get one free, just kidding". */
function markTakenBack(reading: Reading, clause: Clause): void {
  const next = reading.clauses[reading.clauses.indexOf(clause) + 1];
  const isAsked = /^[?？؟]$/u.test(reading.tokens[clause.to]?.text ?? '');
  const isDenied = isAsked && next !== undefined && DENIAL.test(reading.words(next));
  const words = reading.words(clause);
  const joke = JOKE.exec(words);
  if (isDenied && next) {
    const from = lastNounStart(reading, clause);
    reading.claim({ from, to: clause.to }, 'order');
    const isShort = next.to - next.from <= 6 && reading.find('kind', next) === null;
    reading.claim({ from: next.from, to: isShort ? next.to : next.from + 1 }, 'order');
  } else if (joke) {
    const previous = reading.clauses[reading.clauses.indexOf(clause) - 1];
    const isAlone = joke.index < 4 && joke[0].length > words.length - 6;
    const taken = isAlone && previous ? previous : clause;
    reading.claim({ from: taken.from, to: clause.to }, 'order');
  }
}

const DENIAL = /^(?:no|nope|nein|non|não|nao|nee|лa|لا|いいえ|いや|不|不是|hayır)(?:\s|$)/iu;
const JOKE =
  /(?<!\p{L})(?:just kidding|kidding|only joking|jk|kleiner scherz|scherz|spaß|es broma|bromeo|broma|non je plaisante|je plaisante|je rigole|scherzo|sto scherzando|brincadeira|estou a brincar|tô brincando|أمزح|冗談|开玩笑|şaka)(?!\p{L})/iu;

/** Of "Mochila Trotamundos 35L impermeable?" only the last word is in question. */
function lastNounStart(reading: Reading, clause: Clause): number {
  const hasMore = clause.to - clause.from > 3 && reading.find('kind', clause) !== null;
  return hasMore ? clause.to - 1 : clause.from;
}

function endsSaying(reading: Reading, sentence: Span): boolean {
  for (let at = Math.max(sentence.from, sentence.to - 8); at < sentence.to; at++) {
    const length = reading.length('say', at);
    const isEnd = at + length === sentence.to;
    if (length > 0 && isEnd && (length > 1 || reading.language === 'tr')) return true;
  }
  return reading.language === 'zh' && startsWith(reading, { ...sentence, sentence: 0 }, ['say']);
}

function markForbidden(reading: Reading, clause: Clause): void {
  const at = reading.find('forbid', clause);
  if (at === null || reading.roles[at] === 'order') return;
  const index = reading.clauses.indexOf(clause);
  const sentence = reading.sentenceOf(clause);
  const length = reading.length('forbid', at);
  const rest = reading.words({ from: at + length, to: clause.to }).trim();
  const before = reading.words({ from: clause.from, to: at }).trim();
  let from = clause.from;
  const previous = reading.clauses[index - 1];
  if (previous && before === '' && (rest === '' || PRONOUN.test(rest))) from = previous.from;
  let to = clause.to;
  const following = reading.clauses[index + 1];
  const opener = reading.tokens[clause.to]?.text ?? '';
  if (following && /[(（:：]/u.test(opener)) to = following.to;
  // "Don't mention the price, the old one or ...": an order that opens a sentence fills it.
  if (
    clause.from === sentence.from &&
    before === '' &&
    rest !== '' &&
    !holdsProduct(reading, { from: to, to: sentence.to })
  )
    to = sentence.to;
  reading.claim({ from, to }, 'order');
  const speaksOfPrice =
    reading.find('priceWord', { from, to }) !== null ||
    /price|preis|precio|prix|prezz|preço|fiyat/iu.test(reading.words({ from, to }));
  // "the old price" is one amount, named there and nowhere else.
  if (speaksOfPrice && !OLD.test(reading.words({ from, to }))) forbidPrices(reading);
}

function holdsProduct(reading: Reading, span: Span): boolean {
  return reading.find('kind', span) !== null;
}

/** Every amount of money becomes part of the order not to name it. */
function forbidPrices(reading: Reading): void {
  for (const [at, token] of reading.tokens.entries()) {
    const next = reading.tokens[at + 1];
    const isMoney =
      token.kind === 'number' &&
      ((next && (next.kind === 'currency' || reading.length('currency', at + 1) > 0)) ||
        reading.tokens[at - 1]?.kind === 'currency' ||
        reading.endingAt('currency', at) !== null);
    if (isMoney)
      reading.claim(
        { from: at - 1 < 0 ? 0 : at - (reading.tokens[at - 1]?.kind === 'currency' ? 1 : 0), to: at + 2 },
        'order',
      );
  }
}

/** "Say goodbye to cables" is said to the viewer. */
const GREETING =
  /^(?:goodbye|bye|hello|hi|farewell|yes|no|tschuss|hallo|adieu|ade|adios|hola|bonjour|oui|addio|ciao|adeus|ola|sim)$/u;

/** Whether the clause opens with one of these, politeness aside. */
function startsWith(reading: Reading, clause: Clause, cues: readonly Cue[]): boolean {
  for (let at = clause.from; at < Math.min(clause.to, clause.from + 6);) {
    const found = reading.any([...cues, 'called', 'noise'], at);
    if (found?.cue === 'say' && GREETING.test(reading.tokens[at + found.length]?.fold ?? '')) return false;
    if (found && cues.includes(found.cue)) return true;
    const skipped = reading.length('noise', at) || (reading.length('and', at) ? 1 : 0);
    if (skipped === 0) return false;
    at += skipped;
  }
  return false;
}

/** "Make a 15 second vertical video for our", "想给…做广告", "ad for": the part of a clause that asks for the video. */
function markRequest(reading: Reading, clause: Clause, wishes: VideoWishes): void {
  const video = lastVideoWord(reading, clause);
  if (video === null || reading.roles[video] === 'order') return;
  const make = reading.find('make', { from: clause.from, to: video });
  const makeAfter = reading.find('make', { from: video, to: clause.to });
  const isNear = video - clause.from <= 8;
  // "Video di 12 secondi per la crema": it opens the clause, and what it is for follows.
  const opens =
    video - clause.from <= 1 &&
    reading.find('for', { from: video, to: Math.min(clause.to, video + 9) }) !== null;
  const after = video + reading.length('video', video);
  const forAfter =
    reading.length('for', after) ||
    (/^(?:about|su|über|sobre|sur|of|за|عن)$/iu.test(reading.tokens[after]?.text ?? '') ? 1 : 0);
  let from = clause.from;
  let to = after;
  if (make !== null && make - clause.from <= 4) from = Math.min(make, clause.from);
  else if (makeAfter !== null && (VERB_LAST.has(reading.language) || makeAfter - after <= 3)) {
    from = requestStart(reading, clause, video);
    to = makeAfter + reading.length('make', makeAfter);
  } else if (!(isNear && (forAfter > 0 || opens || isOnlyWishes(reading, clause)))) return;
  const kind = make === null ? null : reading.find('kind', { from: make, to: video });
  if (kind !== null && make !== null) {
    reading.claim({ from, to: make + reading.length('make', make) }, 'video');
    from = requestStart(reading, clause, video);
  }
  to = extendedRight(reading, clause, to);
  collect(reading, { from, to }, wishes);
  reading.claim({ from, to }, 'video');
}

/** A noun before the request may be the product ("想给新开的奶茶店做广告"): only what speaks of the video is taken. */
function requestStart(reading: Reading, clause: Clause, video: number): number {
  let from = video;
  while (from > clause.from) {
    const before = from - 1;
    const isAsked = reading.any(['second', 'format', 'make', 'video'], before) !== null;
    const isNumber = reading.tokens[before]?.kind === 'number';
    if (!isAsked && !isNumber && !reading.isSmall(before)) break;
    from--;
  }
  return from;
}

function lastVideoWord(reading: Reading, clause: Clause): number | null {
  for (let at = clause.from; at < Math.min(clause.to, clause.from + 24); at++) {
    if (reading.length('video', at) > 0 && reading.length('kind', at) === 0) return at;
  }
  return null;
}

/** Over what still belongs to the request: format, length, "without music", "for our new". */
function extendedRight(reading: Reading, clause: Clause, start: number): number {
  let to = start;
  let at = start;
  while (at < clause.to) {
    const token = reading.tokens[at];
    const wish = reading.any(['video', 'format', 'second', 'without', 'filming', 'noise', 'for'], at);
    const isFiller =
      reading.isSmall(at) ||
      token?.kind === 'number' ||
      token?.kind === 'sign' ||
      reading.length('and', at) > 0;
    if (wish) {
      at += wish.length;
      to = at;
    } else if (isFiller && at - to < 3) at++;
    else break;
  }
  // Articles between the request and the product go with the request.
  while (to < clause.to && reading.isSmall(to) && reading.tokens[to]?.kind === 'word') to++;
  return to;
}

/** Clauses that only speak of the video: "No music", "15 s, vertical", "close-ups please". */
function markWishes(reading: Reading, clause: Clause, wishes: VideoWishes, hasVideo: boolean): void {
  for (let at = clause.from; at < clause.to; at++) markWithout(reading, clause, at);
  if (!reading.isFree({ from: clause.from, to: clause.from + 1 })) return;
  if (isAllThereIs(reading, clause.from)) return;
  const isWish = isOnlyWishes(reading, clause);
  const isPlainWish = ['video', 'format', 'second'].some((cue) => reading.find(cue as Cue, clause) !== null);
  const isAsked = ['noise', 'make', 'without'].some((cue) => reading.find(cue as Cue, clause) !== null);
  const films = reading.find('filming', clause) !== null;
  const speaksOfVideo = isPlainWish || (films && (isAsked || CAMERA.test(reading.words(clause))));
  if (!isWish || !speaksOfVideo) return;
  const isLength = reading.find('second', clause) !== null;
  if (isLength && !hasVideo && clause.to - clause.from < 2) return;
  collect(reading, clause, wishes);
  reading.claim(clause, 'video');
}

function isOnlyWishes(reading: Reading, clause: Clause): boolean {
  let known = 0;
  for (let at = clause.from; at < clause.to;) {
    const wish = reading.any(WISHES, at) ?? reading.any(['mood', 'moodCue', 'for'], at);
    const token = reading.tokens[at];
    if (wish) {
      if (['video', 'format', 'filming', 'second'].includes(wish.cue)) known++;
      at += wish.length;
    } else if (reading.isSmall(at) || token?.kind === 'number' || token?.kind === 'sign' || reading.roles[at])
      at++;
    else return false;
  }
  return known > 0;
}

function markWithout(reading: Reading, clause: Clause, at: number): void {
  const without = reading.length('without', at);
  const filming = reading.length('filming', at);
  if (without > 0) {
    let film = at + without;
    while (film < Math.min(clause.to, at + without + 3) && reading.length('filming', film) === 0) film++;
    let end = film;
    while (end < clause.to) {
      const length =
        reading.length('filming', end) ||
        (end > film && reading.any(['and', 'or', 'without'], end)?.length) ||
        0;
      if (length === 0) break;
      end += length;
    }
    if (end > film && reading.isFree({ from: at, to: end })) reading.claim({ from: at, to: end }, 'video');
  } else if (filming > 0 && reading.length('without', at + filming) > 0) {
    reading.claim({ from: at, to: at + filming + reading.length('without', at + filming) }, 'video');
  }
}

function collect(reading: Reading, { from, to }: Span, wishes: VideoWishes): void {
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at];
    const next = reading.tokens[at + 1];
    const dash = next?.text === '-' ? 1 : 0;
    if (token?.kind === 'number' && reading.length('second', at + 1 + dash) > 0 && next) {
      const isMinutes = /^(?:min|دق|分)/u.test(reading.tokens[at + 1 + dash]?.fold ?? '');
      wishes.seconds ??= Number(token.text.normalize('NFKC').replace(',', '.')) * (isMinutes ? 60 : 1);
    }
    const format = reading.length('format', at);
    if (format > 0) wishes.format ??= reading.words({ from: at, to: at + format });
  }
}
