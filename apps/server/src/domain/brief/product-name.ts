import { smallWords } from './language.ts';
import { cutAtWord } from './plain-words.ts';

/** `isGiven`: the prompt names the product; otherwise the name is what the prompt calls it. */
export type ProductName = { name: string; isGiven: boolean };

const MAX_NAME = 50;
const QUOTED = /["“”„«「『](?<name>[^"“”„»」』\n]{1,50})["“”»」』]/gu;
/** Words before a quotation that make it a slogan or a call to action and not a name. */
const NOT_A_NAME_BEFORE =
  /(?:cta|action|slogan|claim|tagline|text|says?|saying|reads?|button|write|schreib\w*|texto|texte|testo)\W*$/iu;
const CALLED =
  /(?:\bcalled|\bnamed|\bbrand(?:ed)?(?: name)?(?: is)?|\bintroducing|\bmeet|\bnamens|\bgenannt|\bllamad[oa]s?|\bappelée?s?|\bchamad[oa]s?|\bchiamat[oaie]|\bgenaamd|\bpod nazwą|под названием|называется|اسمه|اسمها|بعنوان|בשם|नाम|名为|叫做|品牌|という名前の)\s*:?\s*(?<rest>.{1,80})/iu;
/** `Crema, the espresso cup`, `Aurora: …`, `Nova – …`, `Lumo is …`. */
const LEADING =
  /^(?<name>[^,:;.!?()–—\n]{1,50}?)\s*(?:[,:;(!]|\s[–—-]\s|,?\s(?:is|ist|es|est|è|é|are|sind|son|—)\s|،|、|，|：|は)/u;
/** What people write before the thing itself: "Create a video ad for our new …". */
const LEAD_IN =
  /^(?:(?:please|bitte)\s+)?(?:(?:create|make|generate|produce|design|erstelle?|mach\w*|crea|haz|crée[rz]?|fais|cria|crie|faça|maak)\s+)?(?:me\s+)?(?:(?:an?|the|eine?n?|une?|un[ao]?|um[a]?|een)\s+)?(?:[\p{L}\d-]+\s+){0,3}?(?:ad|advert|advertisement|commercial|promo|spot|video|werbung|werbespot|werbevideo|anuncio|publicité|pub|annuncio|pubblicità|anúncio|advertentie|reclame)\s+(?:for|about|on|of|für|über|para|sobre|pour|sur|per|su|voor|over)\s+/iu;
const POSSESSIVE =
  /^(?:our|my|your|their|unsere?[nrms]?|meine?[nrms]?|dein\w*|nuestr[oa]s?|mi|notre|nos|mon|ma|mes|il nostro|la nostra|nosso|nossa|onze?|the|an?|eine?[nrms]?|der|die|das|den|el|la|los|las|un[ao]?|une|le|les|il|lo|gli|um[a]?|o|as?|os|de|het|een|bir|brand[- ]new|new|neue[nrs]?|nuev[oa]s?|nouve(?:au|lle)s?|nuov[oaie]|nov[oa]s?|nieuwe?|yeni)\s+/iu;
/** Hindi and Turkish say "for whom" after the word. */
const FOR_WHOM_AFTER = /\S+\s+(?:için|के लिए)/u;
const CASED = /[\p{Lu}\p{Ll}]/u;

/**
 * The product's name: quoted, after "called", before the first comma, or written like a name. When the prompt gives
 * none, what it calls the thing serves as one. `category` is the word that told the kind of product: a kind is no name.
 */
export function readProductName(
  text: string,
  languageTag: string,
  category: { word: string; index: number } | null,
): ProductName {
  const given =
    quotedName(text) ??
    calledName(text) ??
    leadingName(text, category) ??
    writtenLikeAName(text, languageTag);
  if (given) return { name: cutAtWord(given, MAX_NAME), isGiven: true };
  return { name: titled(firstNounPhrase(text, languageTag, category), languageTag), isGiven: false };
}

function quotedName(text: string): string | null {
  for (const match of text.matchAll(QUOTED)) {
    if (!NOT_A_NAME_BEFORE.test(text.slice(0, match.index))) return match.groups?.['name']?.trim() || null;
  }
  return null;
}

function calledName(text: string): string | null {
  const rest = CALLED.exec(text)?.groups?.['rest'];
  return rest ? leadingCapitals(rest.replace(/^["“„«]/u, '')) : null;
}

/** The part before the first comma or verb, when it is written like a name and is not just the kind of product. */
function leadingName(text: string, category: { word: string } | null): string | null {
  const name = LEADING.exec(text)?.groups?.['name']?.trim();
  if (!name || name.split(/\s+/).length > 4) return null;
  const startsSmall = /^\p{Ll}/u.test(name);
  if (
    isKindOfProduct(name, category) ||
    startsSmall ||
    POSSESSIVE.test(`${name} `) ||
    LEAD_IN.test(`${name} x`)
  )
    return null;
  return name;
}

/** "Running shoes" is a kind of product, "AirRun Shoes" a name: a name writes every word large. */
function isKindOfProduct(name: string, category: { word: string } | null): boolean {
  if (!category || !name.toLowerCase().includes(category.word.toLowerCase())) return false;
  return (
    name.length === category.word.length || !name.split(/\s+/).every((word) => /^[\p{Lu}\d]/u.test(word))
  );
}

/** Capitalised words inside a sentence, or camel case and letters with digits anywhere. German writes every noun so. */
function writtenLikeAName(text: string, languageTag: string): string | null {
  const odd =
    /(?<![\p{L}\d])(?:\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}[\p{L}]*\d[\p{L}\d]*)(?:\s+\p{Lu}[\p{L}\d]*)*/u.exec(
      text,
    );
  if (odd) return odd[0];
  const afterLeadIn = text.replace(LEAD_IN, '').replace(POSSESSIVE, '');
  if (afterLeadIn.length < text.length && languageTag !== 'de') {
    const name = leadingCapitals(afterLeadIn);
    if (name) return name;
  }
  if (languageTag === 'de') return null;
  const inside = /(?<=[\p{Ll},]\s)\p{Lu}[\p{L}\d’'&-]+(?:\s+\p{Lu}[\p{L}\d’'&-]*)*/u.exec(text);
  return inside?.[0] ?? null;
}

/** `AirRun Pro for city runners` → `AirRun Pro`; null when it does not start with a capital (where the script has them). */
function leadingCapitals(text: string): string | null {
  const cased = /^\p{Lu}[\p{L}\d’'&.-]*(?:\s+(?:\p{Lu}[\p{L}\d’'&-]*|\d+))*/u.exec(text);
  if (cased) return cased[0].replace(/[.,]+$/, '');
  const first = /^[^\s,;:.!?،。，、]+/u.exec(text)?.[0];
  return first && !CASED.test(first) ? first : null;
}

/** "a gold watch for men" → "gold watch": the words up to the first small word, at most four. */
function firstNounPhrase(
  text: string,
  languageTag: string,
  category: { word: string; index: number } | null,
): string {
  let rest = text.replace(LEAD_IN, '').replace(FOR_WHOM_AFTER, '').trim();
  while (POSSESSIVE.test(rest)) rest = rest.replace(POSSESSIVE, '');
  const phrase = /^[^,;:.!?()\n،。，、！？–—]+/u.exec(rest)?.[0] ?? rest;
  const small = smallWords(languageTag);
  const words: string[] = [];
  for (const word of phrase.split(/\s+/)) {
    if (words.length === 4 || (words.length > 0 && small.has(word.toLowerCase()))) break;
    words.push(word);
  }
  const found = words.join(' ');
  const holdsCategory = category !== null && found.toLowerCase().includes(category.word.toLowerCase());
  return cutAtWord(category && !holdsCategory ? category.word : found, MAX_NAME) || 'Product';
}

function titled(phrase: string, languageTag: string): string {
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase(languageTag) + word.slice(1);
  return languageTag === 'en' ? phrase.split(' ').map(capital).join(' ') : capital(phrase);
}
