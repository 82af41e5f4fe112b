import type { Brief } from '@spotsmith/contract/brief';
import { readAudience } from './audience.ts';
import { briefFromDraft, type BriefDraft, type BriefRequest } from './brief-draft.ts';
import { readCallToAction, usualCallToAction } from './calls-to-action.ts';
import { readCategory, UNKNOWN_CATEGORY } from './categories.ts';
import { readClaims } from './claims.ts';
import { readPalette } from './colours.ts';
import { detectLanguage } from './language.ts';
import { plainWords } from './plain-words.ts';
import { readProductName } from './product-name.ts';
import { readTone } from './tones.ts';

/**
 * Reads a prompt into a brief without any model: word lists and sentence shapes in some twenty languages. The same
 * request always gives the same brief. What the prompt leaves open is filled with what is usual for that kind of
 * product and said so in `assumptions`.
 */
export function writeBriefByRules(request: BriefRequest): Brief {
  return briefFromDraft(draftByRules(request), request);
}

export function draftByRules(request: BriefRequest): BriefDraft {
  const text = plainWords(request.prompt);
  const withStyle = [text, ...request.styleKeywords].join(', ');
  const language = detectLanguage(text);
  const found = readCategory(text);
  const category = found?.category ?? UNKNOWN_CATEGORY;
  const name = readProductName(text, language.tag, found?.match ?? null);
  const { people, occasion } = readAudience(text, name.name, found?.match?.word ?? null);
  const tone = readTone(withStyle);
  const palette = readPalette(withStyle);
  const callToAction = readCallToAction(text);
  const draft = {
    productName: name.name,
    category: category.name,
    description: text,
    audience: people ?? (occasion ? `${category.audience}, for ${occasion}` : category.audience),
    tone: tone ?? category.tone,
    palette: palette.hexes,
    callToAction: callToAction ?? usualCallToAction(language.tag, category.intent),
    language: language.tag,
    claims: readClaims(text, name.name),
    settings: [],
  };
  const said = {
    name: name.isGiven,
    category: found !== null,
    audience: people !== null,
    tone: tone !== null,
    colours: palette.hexes.length > 0,
    callToAction: callToAction !== null,
  };
  return { ...draft, assumptions: assumptionsOf(draft, said, language, request) };
}

type Said = Record<'name' | 'category' | 'audience' | 'tone' | 'colours' | 'callToAction', boolean>;

/** Plain sentences about everything that was not said, for the person who reads the brief. */
function assumptionsOf(
  draft: Omit<BriefDraft, 'assumptions'>,
  said: Said,
  language: { name: string; tag: string },
  { photoCount, brandColours }: Pick<BriefRequest, 'photoCount' | 'brandColours'>,
): string[] {
  const follow =
    brandColours.length > 0 ? 'the brand kit' : photoCount > 0 ? 'the product in the photo' : 'the tone';
  const usualFor = said.category ? `this kind of product (${draft.category})` : 'a new product';
  const sentences: (string | false)[] = [
    !said.name && `The prompt does not name the product, so the ad calls it “${draft.productName}”.`,
    !said.category &&
      'It is not clear what kind of product this is; name it in the prompt for fitting pictures.',
    language.tag !== 'en' &&
      `The prompt reads as ${language.name}, so the words on screen are ${language.name} too.`,
    !said.audience && `Nobody is named as the audience, so the ad speaks to ${draft.audience}.`,
    !said.tone && `The tone is ${draft.tone}, as is usual for ${usualFor}.`,
    !said.colours && `No colours are named, so they follow ${follow}.`,
    !said.callToAction && `There is no call to action in the prompt, so it reads “${draft.callToAction}”.`,
    photoCount === 0 &&
      'There is no photo, so the product is drawn from the words and will not match a real one.',
  ];
  return sentences.filter((sentence) => sentence !== false);
}
