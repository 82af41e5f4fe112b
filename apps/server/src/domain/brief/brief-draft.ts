import type { Brief } from '@spotsmith/contract/brief';
import type { Facts } from '@spotsmith/contract/facts';
import type { Tone } from '@spotsmith/contract/words';
import { usualCallToAction } from './calls-to-action.ts';
import { categoryNamed } from './categories.ts';
import { colourName, readPalette } from './colours.ts';
import { cutAtWord, plainWords } from './plain-words.ts';
import { picturePrompts, productAnchor, viewsFor } from './views.ts';

/** What the brief is written from. */
export type BriefRequest = {
  prompt: string;
  photoCount: number;
  /** `#rrggbb` each; what the pictures lean on when the prompt names no colours. */
  brandColours: readonly string[];
  styleKeywords: readonly string[];
  /** What the form says of the product; goes before what the prompt says. */
  facts?: Facts | undefined;
  numImages: number;
  seed: number;
};

/** A brief as its writer (the rules or a language model) proposes it: not yet capped, checked or complete. */
export type BriefDraft = {
  productName: string;
  category: string;
  description: string;
  audience: string;
  tone: Tone;
  palette: readonly string[];
  callToAction: string;
  language: string;
  claims: readonly string[];
  /** Word for word from the prompt or the form. */
  facts: Facts;
  assumptions: readonly string[];
  /** Surroundings for each picture, in the order of `viewsFor`; empty ones are filled in. */
  settings: readonly string[];
  /** What can be read on the product in the photo, as its writer saw it. */
  label?: string;
  /** Lines for the screen, held to the rules already. */
  lines?: Brief['lines'];
};

/**
 * Turns any draft into a brief that keeps the house's rules, whoever wrote it: lengths, plain text without anything a
 * picture model would take as a command, colours as `#rrggbb`, claims only in the user's own words, one anchor
 * sentence in every picture prompt, one seed, one prompt per wished-for picture.
 */
export function briefFromDraft(draft: BriefDraft, request: BriefRequest): Brief {
  const name = shortText(draft.productName, 50) || 'Product';
  const category = shortText(draft.category, 60) || 'product';
  const description = shortText(draft.description, 400);
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(draft.language)
    ? draft.language.slice(0, 12)
    : 'en';
  const kind = categoryNamed(category);
  const named = readPalette([request.prompt, ...request.styleKeywords].join(', ')).names;
  const isOfBrand = named.length === 0 && request.brandColours.length > 0;
  const colours = isOfBrand ? request.brandColours : draft.palette;
  const palette = [...new Set(colours.filter(isHex).map((hex) => hex.toLowerCase()))].slice(0, 5);
  const anchor = productAnchor({
    name,
    category,
    colourNames: named,
    description,
    hasPhoto: request.photoCount > 0,
  });
  return {
    product: { name, category, description },
    audience: shortText(draft.audience, 120),
    tone: draft.tone,
    palette,
    call_to_action: shortText(draft.callToAction, 30) || usualCallToAction(language, kind.intent),
    language,
    claims: ownWords(draft.claims, request.prompt),
    ...(Object.keys(draft.facts).length > 0 && { facts: draft.facts }),
    ...(draft.lines && { lines: draft.lines }),
    assumptions: draft.assumptions
      .map((text) => shortText(text, 200))
      .filter(Boolean)
      .slice(0, 12),
    consistency_seed: request.seed,
    product_anchor: anchor,
    image_prompts: picturePrompts(
      {
        anchor,
        category: kind,
        tone: draft.tone,
        colourNames: isOfBrand ? [...new Set(palette.map(colourName))] : named,
        styleKeywords: request.styleKeywords,
        seed: request.seed,
      },
      viewsFor(request.numImages),
      draft.settings,
    ),
  };
}

/** Plain, single-line and at most so long. */
export function shortText(text: string, maxCharacters: number): string {
  return cutAtWord(plainWords(text), maxCharacters);
}

/** Only claims that stand in the prompt itself; a claim that a writer thought up would be a lie in the user's name. */
function ownWords(claims: readonly string[], prompt: string): string[] {
  const said = folded(prompt);
  const own = claims
    .map((claim) => shortText(claim, 120))
    .filter((claim) => claim && said.includes(folded(claim)));
  return [...new Set(own)].slice(0, 6);
}

function folded(text: string): string {
  return plainWords(text).normalize('NFKC').toLowerCase();
}

function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
