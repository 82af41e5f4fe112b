import type { Brief } from '@spotsmith/contract/brief';
import { understand, type Understanding } from '#src/domain/understanding/understand.ts';
import { briefFromDraft, type BriefDraft, type BriefRequest } from './brief-draft.ts';
import { type Intent, usualCallToAction } from './calls-to-action.ts';
import { type Category, readCategory, UNKNOWN_CATEGORY } from './categories.ts';
import { readPalette } from './colours.ts';
import { factsOf } from './facts-of.ts';
import { languageName } from './language.ts';
import { cutAtWord, plainWords } from './plain-words.ts';
import { readTone } from './tones.ts';
import { wholeLine } from './whole-lines.ts';

/**
 * Reads a prompt into a brief without any model. The same request always gives the same brief. What the prompt leaves
 * open is filled with what is usual for that kind of product and said so in `assumptions`.
 */
export function writeBriefByRules(request: BriefRequest): Brief {
  return briefFromDraft(draftByRules(request), request);
}

/** By what the thing is; where the text says it in more words ("RC car"), by these. */
function categoryOf(
  { what, name, audience, language }: Understanding,
  said: string,
): ReturnType<typeof readCategory> {
  const around = readCategory([name, said, audience].join(', '), language);
  const isCloser =
    what !== null && around?.match?.word.toLowerCase().endsWith(` ${what.toLowerCase()}`) === true;
  return what === null || isCloser ? around : readCategory(what, language);
}

export function draftByRules(request: BriefRequest): BriefDraft {
  const understood = understand(request.prompt);
  const facts = factsOf(understood, request.facts);
  const said = saidOfProduct(understood);
  // Features would mislead: a night light with "auto-off" is no car.
  const found = categoryOf(understood, saidOfProduct(withoutUses(understood)));
  const category = found?.category ?? UNKNOWN_CATEGORY;
  // "Natural rubber" makes no toy fresh: what a thing is tells its tone before what is said of it does.
  const wished = readTone([...understood.moods, ...request.styleKeywords, understood.what].join(', '));
  const tone = wished ?? (found ? null : readTone(said));
  const palette = readPalette([plainWords(request.prompt), ...request.styleKeywords].join(', '));
  const draft = {
    productName: wholeName(understood) ?? standIn(understood, found?.match?.word ?? null),
    category: category.name,
    description: said,
    audience: understood.audience ?? category.audience,
    tone: tone ?? category.tone,
    palette: palette.hexes,
    callToAction:
      buttonOf(understood) ?? usualCallToAction(understood.language, intentOf(category, understood)),
    language: understood.language,
    claims: claimsOf(understood),
    facts,
    settings: [],
  };
  const given = {
    name: understood.name !== null,
    category: found !== null,
    audience: understood.audience !== null,
    tone: tone !== null,
    colours: palette.hexes.length > 0,
    callToAction: understood.cta !== null,
  };
  return { ...draft, assumptions: assumptionsOf(draft, given, understood, request) };
}

/**
 * "The Saleor" is no name without its beanie, nor „Omas“ without her jam: behind an article or for a person what it is belongs
 * to the name. A German article stays behind: „Saleor Hoodie“; so does any before what takes several words and stands by
 * itself: "Luma", a foam roller.
 */
function wholeName({ name, what, language }: Understanding): string | null {
  const isHalf =
    name !== null && /^(?:the|der|die|das)\s\S+$|^\S+['’]s$|^(?:omas|opas|mamas|papas)$/iu.test(name);
  const isWhole = what === null || name?.toLowerCase().includes(what.toLowerCase());
  if (!isHalf || isWhole) return name;
  const bare = name.replace(/^(?:the|der|die|das)\s/iu, '');
  if (/\s/u.test(what)) return bare;
  return `${language === 'de' ? bare : name} ${what}`;
}

const MOST_ON_A_BUTTON = 30;

/**
 * The user's own call to action; one that is too long for a button leaves its address to the line below, and ends where a
 * phrase ends.
 */
function buttonOf({ cta, url, language }: Understanding): string | null {
  if (cta === null || cta.length <= MOST_ON_A_BUTTON) return cta;
  // „Jetzt bei morgenrot.de bestellen“: the verb stands behind the address that the line below tells.
  const at = url === null ? -1 : cta.indexOf(url);
  if (url !== null && at > 0 && /^\s\p{Ll}+n$/u.test(cta.slice(at + url.length)))
    return (
      cta.slice(0, at).replace(/\s(?:auf|bei|über|unter|op|bij|via)\s$/iu, '') + cta.slice(at + url.length)
    );
  const ofAddress = url !== null && cta.endsWith(url) ? cta.slice(0, -url.length) : cta;
  const isToFollow =
    ofAddress === cta ? '' : ofAddress.replace(/\s(?:auf|bei|at|on|via|in|op|à|su|em|en|na)[\s:：→]*$/iu, '');
  return wholeLine(cutAtWord(isToFollow || ofAddress, MOST_ON_A_BUTTON), language) || null;
}

/** The product in the user's words, without orders, prices and dates: what picture models are told. */
function saidOfProduct({ what, benefits, products }: Understanding): string {
  return [what, ...products, ...benefits].filter((words) => words !== null).join(', ');
}

/** "fits a 13 inch laptop": what it is used with makes it no laptop. */
const FITS =
  /^(?:fits?|holds?|passt|passend|fasst|cabe|compatible|compatibile|convient|tient|accueille|contiene)(?!\p{L})/iu;

const withoutUses = (understood: Understanding): Understanding => ({
  ...understood,
  benefits: understood.benefits.filter((line) => !FITS.test(line)),
});

/** Where nothing else is known one is told more; where a price is named, it is for sale. */
function intentOf(category: Category, { price }: Understanding): Intent {
  const isVague = category === UNKNOWN_CATEGORY || category.intent === 'discover';
  return isVague && price !== null ? 'buy' : category.intent;
}

function claimsOf({ benefits, quantity, shipping, guarantee }: Understanding): string[] {
  return [...benefits, shipping, guarantee, quantity].filter((words) => words !== null);
}

/** What an ad calls a product that nobody named: the kind of thing it is. */
function standIn({ what, benefits, language }: Understanding, categoryWord: string | null): string {
  // „Putzfee Berta kommt zu dir“: in German the verb is the first word in small letters.
  const opening = language === 'de' ? /^(?:\p{Lu}\S*\s?)+/u.exec(benefits[0] ?? '')?.[0].trim() : undefined;
  const described = opening ?? benefits[0]?.split(/\s+/u).slice(0, 4).join(' ') ?? '';
  const kindAt = categoryWord === null ? -1 : described.indexOf(categoryWord);
  const upToKind = kindAt >= 0 ? described.slice(0, kindAt + (categoryWord ?? '').length) : categoryWord;
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
  const closer = what === null ? undefined : benefits.find((line) => isNameLike(line, what));
  const origin = benefits.find((line) => /^d(?:e|i|a|o|el|ella)\s\p{Lu}\p{L}+$/u.test(line));
  if (what !== null && closer === undefined && origin !== undefined) return `${capital(what)} ${origin}`;
  const words = closer ?? what ?? upToKind ?? wholeLine(described, language);
  return language === 'en' ? words.split(' ').map(capital).join(' ') : capital(words);
}

/** "holo sneakers" says more than "sneakers". */
function isNameLike(line: string, what: string): boolean {
  const words = line.split(/\s+/u).length;
  return words <= 3 && !/\p{Nd}/u.test(line) && line.toLowerCase().endsWith(` ${what.toLowerCase()}`);
}

type Given = Record<'name' | 'category' | 'audience' | 'tone' | 'colours' | 'callToAction', boolean>;

/** Plain sentences about everything that was not said, for the person who reads the brief. */
function assumptionsOf(
  draft: Omit<BriefDraft, 'assumptions'>,
  given: Given,
  { unsure, language }: Understanding,
  { photoCount, brandColours }: Pick<BriefRequest, 'photoCount' | 'brandColours'>,
): string[] {
  const follow =
    brandColours.length > 0 ? 'the brand kit' : photoCount > 0 ? 'the product in the photo' : 'the tone';
  const usualFor = given.category ? `this kind of product (${draft.category})` : 'a new product';
  const isAsked = unsure.includes('name');
  const name = languageName(language);
  const sentences: (string | false)[] = [
    isAsked && `What is the product called? Until you say so, the ad calls it “${draft.productName}”.`,
    !isAsked &&
      !given.name &&
      `The prompt does not name the product, so the ad calls it “${draft.productName}”.`,
    !given.category &&
      'It is not clear what kind of product this is; name it in the prompt for fitting pictures.',
    language !== 'en' && `The prompt reads as ${name}, so the words on screen are ${name} too.`,
    !given.audience && `Nobody is named as the audience, so the ad speaks to ${draft.audience}.`,
    !given.tone && `The tone is ${draft.tone}, as is usual for ${usualFor}.`,
    !given.colours && `No colours are named, so they follow ${follow}.`,
    !given.callToAction && `There is no call to action in the prompt, so it reads “${draft.callToAction}”.`,
    photoCount === 0 &&
      'There is no photo, so the product is drawn from the words and will not match a real one.',
  ];
  return sentences.filter((sentence) => sentence !== false);
}
