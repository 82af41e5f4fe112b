import type { Cue } from '#src/domain/understanding/lexicon/lexicon.ts';
import type { Clause, Reading, Span } from '#src/domain/understanding/reading.ts';
import { indices, mayBeAdjective } from './name-shapes.ts';

/** `CTA: Order now`, a clause that ends in an address or opens with a request, or a short request that ends the text. */
export function readCallToAction(reading: Reading): string | null {
  return (
    announcedAction(reading) ?? addressedAction(reading) ?? openingAction(reading) ?? closingRequest(reading)
  );
}

const MOST_BEFORE_ADDRESS = 8;

/** "Step out at lasramblas.com", "Bestel op bo.nl", "Dive in: cove.beach": whatever the language, what leads to an address. */
function addressedAction(reading: Reading): string | null {
  for (const clause of reading.clauses.toReversed()) {
    const end = indices(clause).findLast((at) => isAddress(reading, at));
    if (end === undefined) continue;
    let from = end;
    while (from > clause.from && end - from < MOST_BEFORE_ADDRESS && isOpenTo(reading, from - 1)) from--;
    if (from === end && end === clause.from) from = announcementBefore(reading, clause) ?? from;
    const isLed = leadsThere(reading, clause, { from, to: end + 1 });
    if (!isLed) continue;
    const span = { from, to: verbEnd(reading, clause, end + 1) };
    reading.claim(span, 'cta');
    return reading.words(span);
  }
  return null;
}

/** „Jetzt bei pushpro.de bestellen“: where the verb is the last word, the address is not. */
function verbEnd(reading: Reading, clause: Clause, at: number): number {
  const isVerb =
    /^(?:de|nl)$/u.test(reading.language) &&
    at === clause.to - 1 &&
    !reading.roles[at] &&
    /^\p{Ll}+e?n$/u.test(reading.tokens[at]?.text ?? '');
  return isVerb ? clause.to : at;
}

function isAddress(reading: Reading, at: number): boolean {
  const kind = reading.tokens[at]?.kind;
  return (kind === 'address' || kind === 'handle') && [null, 'url'].includes(reading.roles[at] ?? null);
}

function isOpenTo(reading: Reading, at: number): boolean {
  const role = reading.roles[at] ?? null;
  return role === null || role === 'until' || role === 'starts' || role === 'place';
}

/** Where the words before a colon begin that leads to an address: a label such as "web:" is one word. */
function announcementBefore(reading: Reading, clause: Clause): number | null {
  if (!/^[:：→]$/u.test(reading.tokens[clause.from - 1]?.text ?? '')) return null;
  const before = reading.clauseAt(clause.from - 2);
  const words = before ? before.to - before.from : 0;
  const isShort = before !== null && words >= 2 && words <= MOST_BEFORE_ADDRESS && reading.isFree(before);
  return isShort && before.sentence > 0 ? before.from : null;
}

/** Says what to do there, and not only where, what, or for how much. */
function leadsThere(reading: Reading, clause: Clause, { from, to }: Span): boolean {
  const words = indices({ from, to: to - 1 }).filter(
    (at) =>
      reading.tokens[at]?.kind === 'word' &&
      !reading.isSmall(at) &&
      reading.any(['in', 'at', 'or'], at) === null,
  );
  if (words.every((at) => reading.roles[at]) || reading.length('and', to - 2) > 0) return false;
  const isAsked = reading.length('act', from) > 0;
  if (isAsked) return true;
  const isWhole = from <= clause.from;
  const isUncased = /^(?:ja|zh|ar|he|fa|th|hi)$/u.test(reading.language);
  if (!isWhole) return isUncased;
  const isNoun = reading.any(['kind', 'subject'], from) !== null;
  const isFact = reading.any(['made', 'quality', 'is'], from) !== null;
  return !isNoun && !isFact && (clause.sentence > 0 || (from > 0 && !isCapital(reading, from)));
}

/** What somebody is told to do with a product once it is theirs: "Give a hug", "Wake up smiling". */
const REQUEST =
  /^(?:give|wake|see|feel|take|keep|live|love|bring|meet|hold|wear|ride|run|play|sleep|sip|smell|breathe|sit|relax|enjoy|share|let|light|step|walk|fly|cook|bake|brew|pour|drink|eat|dream|smile|hug|cuddle|snuggle|wrap|pack|unwind|rest|turn|choose|hear|listen|watch|read|write|grow|plant|go|send|say|schenk|schenke|schenken|gönn|gönne|gönnen|hol|hole|fühl|fühle|erleb|erlebe|genieß|genieße|komm|finde|entdecke|trag|spür|spüre|regala|siente|vive|disfruta|prueba|lleva|descubre|brinda|offrez|goûtez|vivez|profitez|découvrez|sentez|essayez|offre|goûte|senti|vivi|prova|goditi|scopri|assaggia|sinta|viva|prove|experimente|aproveite|ofereça)$/iu;
/** A bare verb before its object or particle: no noun stands before "a", "it" or "up". */
const OBJECT =
  /^(?:a|an|the|it|them|him|her|your|my|me|us|this|that|up|out|over|away|down|back|along|into|less|more|like)$/u;
/** Verbs with their object written on: "Sdraiati", "Relájate", "Lavez-vous". */
const ENCLITIC: Record<string, RegExp> = {
  es: /(?:[áéí]\p{L}*(?:te|lo|la|los|las|se)|\p{L}(?:ate|ete))$/iu,
  it: /(?:[aei]ti|tevi|[aei]l[oai])$/iu,
  pt: /-(?:te|se|o|a)$/iu,
  fr: /-(?:toi|vous|le|la|les)(?:-en)?$/iu,
};
const MOST_REQUEST_WORDS = 6;
const OFFER_ROLES = ['price', 'was', 'off', 'shipping', 'guarantee', 'code', 'quantity', 'until', 'url'];

/** A sentence of its own at the very end that asks the viewer, and says nothing else of the product. */
function closingRequest(reading: Reading): string | null {
  const last = reading.clauses.findLast((clause) =>
    indices(clause).some((at) => reading.roles[at] !== 'url'),
  );
  if (!last || last.sentence === 0) return null;
  const sentence = reading.sentenceOf(last);
  const length = indices(sentence).filter((at) => reading.tokens[at]?.kind === 'word').length;
  const isPlain = indices(sentence).every(
    (at) => reading.tokens[at]?.kind === 'word' || reading.tokens[at]?.text === ',',
  );
  if (!isPlain || length > MOST_REQUEST_WORDS || !reading.isFree(sentence)) return null;
  if (hasOrderWords(reading, sentence) || !isRequest(reading, sentence, length)) return null;
  reading.claim(sentence, 'cta');
  return reading.words(sentence);
}

function isRequest(reading: Reading, sentence: Span, length: number): boolean {
  const first = reading.tokens[sentence.from]?.text ?? '';
  const isAfterOffer = OFFER_ROLES.includes(reading.roles[sentence.from - 2] ?? '');
  const isExclaimed = reading.tokens[sentence.to]?.text === '!';
  const hasObject = ENCLITIC[reading.language]?.test(first) === true;
  if ((isAfterOffer || isExclaimed) && hasObject) return true;
  if (length === 1) return false;
  // "Nest Theory": capitals throughout are a name.
  const isTitle =
    !/^(?:de|ar|he|fa|ja|zh|th|hi)$/u.test(reading.language) &&
    !reading.isUpperCase &&
    indices(sentence).every((at) => isCapital(reading, at) || reading.tokens[at]?.text === '&');
  if (isTitle && !REQUEST.test(first)) return false;
  if (REQUEST.test(first)) return true;
  if (saysOfProduct(reading, sentence)) return false;
  const isBareVerb =
    reading.language === 'en' &&
    /^\p{Lu}?\p{Ll}*(?:[^\P{Ll}s]|ss)$/u.test(first) &&
    OBJECT.test(reading.tokens[sentence.from + 1]?.fold ?? '');
  return isBareVerb || isAfterOffer;
}

/** Words of material, make and people speak of the product; so does what follows "of", "with" or "in". */
function saysOfProduct(reading: Reading, { from, to }: Span): boolean {
  const isDescribed = [from, to - 1].some(
    (at) =>
      mayBeAdjective(reading, at) ||
      reading.any(['quality', 'mood', 'people', 'only', 'every', 'weekday', 'month', 'is'], at) !== null,
  );
  const isTerm = ['kind', 'made', 'free', 'without', 'piece', 'left', 'limited', 'noise', 'forbid'].some(
    (cue) => reading.find(cue as Cue, { from, to: /^(?:kind|without)$/u.test(cue) ? from + 1 : to }) !== null,
  );
  const second = reading.tokens[from + 1]?.fold ?? '';
  const isNoun =
    /^(?:of|with|for|from|in|aus|mit|fur|von|im|de|di|en|con|avec|com|d'|del|da|do|van|met)$/u.test(second);
  const isCompound =
    reading.language === 'de' && isCapital(reading, from + 1) && !reading.isUpperCase && !reading.isLowerCase;
  return isDescribed || isTerm || isNoun || isCompound;
}

/** "Keep it dark", "Light, airy": said to the tool. */
function hasOrderWords(reading: Reading, { from, to }: Span): boolean {
  const words = ['mood', 'moodCue', 'video', 'format', 'filming', 'kind'] as const;
  return words.some((cue) => reading.find(cue, { from: from + 1, to }) !== null);
}

function announcedAction(reading: Reading): string | null {
  for (let at = 0; at < reading.tokens.length; at++) {
    const length = reading.length('callToAction', at);
    if (length === 0 || reading.roles[at]) continue;
    let from = at + length;
    while (/^[:：="“„«「]$/u.test(reading.tokens[from]?.text ?? '') || reading.length('is', from) > 0) from++;
    if (from === at + length) continue;
    const isQuoted = reading.tokens[from - 1]?.kind === 'quote';
    let to = from;
    while (to < reading.tokens.length && to - from < 12) {
      const token = reading.tokens[to];
      if (
        isQuoted
          ? token?.kind === 'quote'
          : token?.kind === 'break' && (token.isFullStop || token.text !== ',')
      )
        break;
      to++;
    }
    if (to === from) continue;
    reading.claim({ from: at, to: isQuoted ? Math.min(to + 1, reading.tokens.length) : to }, 'cta');
    return reading.words({ from, to });
  }
  return null;
}

function openingAction(reading: Reading): string | null {
  for (const clause of reading.clauses) {
    for (let at = clause.from; at < clause.to; at++) {
      if (!mayOpen(reading, clause, at)) continue;
      const length = reading.length('act', at);
      if (length === 0 || !isAction(reading, clause, at, length)) continue;
      const span = { from: at, to: actionEnd(reading, clause, at, length) };
      reading.claim(span, 'cta');
      return reading.words(trimmed(reading, span, length));
    }
  }
  return null;
}

/** Where a clause begins, or a part of it after something that is already understood. */
function mayOpen(reading: Reading, clause: Clause, at: number): boolean {
  if (reading.roles[at]) return false;
  if (reading.length('starts', at) >= reading.length('act', at)) return false;
  if (at === clause.from) return true;
  const before = reading.roles[at - 1];
  if (before) return before !== 'cta';
  const isRunTogether = /^(?:ja|zh)$/u.test(reading.language);
  if (isRunTogether && reading.length('act', at) >= 2) return true;
  if (reading.isUpperCase && reading.length('act', at) > 0) return true;
  return reading.length('noise', clause.from) === at - clause.from;
}

function isAction(reading: Reading, clause: Clause, at: number, length: number): boolean {
  const next = at + length;
  // "Rings for two seconds" tells, "Ring us" asks.
  const isTelling =
    length === 1 && reading.language === 'en' && /[^s]s$/u.test(reading.tokens[at]?.fold ?? '');
  if (isTelling) return false;
  const isPhrase = length > 1 || next >= clause.to;
  if (reading.length('kind', at) >= length && !isPhrase) {
    const follows =
      reading.any(['until', 'now', 'in', 'at', 'for'], next) !== null ||
      reading.tokens[next]?.kind === 'address';
    if (!follows) return false;
  }
  if (reading.length('kind', at) > 0 && length === 1 && next >= clause.to) return false;
  if (reading.length('is', next) > 0 && length === 1) return false;
  // "leves como uma pena" compares.
  if (length === 1 && /^(?:como|comme|come|as|wie|als)$/u.test(reading.tokens[next]?.fold ?? ''))
    return false;
  if (length === 1 && next >= clause.to && reading.length('quality', at) > 0) return false;
  const first = reading.tokens[at]?.fold ?? '';
  if (first === 'jetzt' && length === 1)
    return (
      [next, clause.to - 1].some(
        (verb) => verb < clause.to && /^\p{Ll}+n$/u.test(reading.tokens[verb]?.text ?? ''),
      ) && clause.to - at <= 5
    );
  if (first === 'hemen' && length === 1) return clause.to - at <= 5;
  if (
    reading.tokens[next]?.kind === 'currency' ||
    (length === 1 && reading.tokens[next]?.kind === 'number' && !isPhoneNumber(reading, next))
  )
    return false;
  // A clause about the product that happens to open with a verb.
  return length > 1 || reading.find('kind', { from: next, to: clause.to }) === null;
}

function isPhoneNumber(reading: Reading, at: number): boolean {
  return (reading.tokens[at]?.text.length ?? 0) >= 3 && reading.tokens[at + 1]?.kind === 'number';
}

/** To the end of the clause, unless a product or an offer is spoken of there. */
function actionEnd(reading: Reading, clause: Clause, at: number, length: number): number {
  let to = at + length;
  while (to < clause.to && to - at < 9) {
    const role = reading.roles[to];
    if (role && !['url', 'until', 'starts', 'off', 'code'].includes(role)) break;
    if (reading.length('and', to) > 0 && clause.to - at > 6) break;
    if (reading.length('kind', to) > 0 && length > 1) break;
    if (reading.length('act', to) > 1 && to > at + length) break;
    to++;
  }
  return to;
}

/** A town that is told apart stands on its own: "Come by" and "Mill Lane 12". */
function trimmed(reading: Reading, { from, to }: Span, shortest: number): Span {
  let end = to;
  const isShown = end - from >= 2 || /[\p{Script=Han}\p{Script=Hiragana}]/u.test(reading.words({ from, to }));
  while (
    isShown &&
    end > from + shortest &&
    reading.roles[end] === 'place' &&
    (reading.isSmall(end - 1) || reading.any(['in', 'at', 'or'], end - 1) !== null)
  )
    end--;
  return { from, to: end };
}

function isCapital(reading: Reading, at: number): boolean {
  return /^\p{Lu}/u.test(reading.tokens[at]?.text ?? '');
}
