import type { Brief } from '@spotsmith/contract/brief';
import { styleTempoBpm } from '@spotsmith/motion/restyle';
import type { Copy, LayoutId, Shot, Storyboard, StyleId } from '@spotsmith/motion/storyboard';
import { chooseStyle } from './choose-style.ts';
import { shareBeats } from './share-beats.ts';
import { writeCopy, type Card } from './write-copy.ts';

export type StoryboardForm = {
  seconds: number;
  styleKeywords: readonly string[];
  seed: number;
  style?: StyleId;
};

/** Layouts that suit a card, in the order in which they are taken: the product is near, whole and far in turn. */
const LAYOUTS: Record<Card['kind'], readonly LayoutId[]> = {
  hook: ['hook-type'],
  name: ['name-behind'],
  price: ['offer'],
  line: ['macro', 'in-space', 'split', 'corner-bleed'],
  figure: ['big-number', 'split'],
  list: ['list'],
  look: ['travel'],
  poster: ['name-behind'],
  pattern: ['pattern'],
  quote: ['proof'],
  end: ['end-card'],
};

/**
 * The ad as data from what the user said, by rules alone: the same brief and form always give the same storyboard.
 * It lasts exactly the form's seconds; a shot is never shorter than its words take to read.
 */
export function writeStoryboard(brief: Brief, form: StoryboardForm): Storyboard {
  const facts = brief.facts ?? {};
  const { tone } = brief;
  const { category } = brief.product;
  const { name } = brief.product;
  const chosen = chooseStyle({
    tone,
    category,
    name,
    facts,
    styleKeywords: form.styleKeywords,
    seed: form.seed,
  });
  const style = form.style ?? chosen.style;
  const said = {
    name,
    language: brief.language,
    callToAction: sentenceCase(brief.call_to_action, brief.language),
    facts,
    lines: brief.lines,
  };
  const cards = writeCopy(said, { seconds: form.seconds, tone, category, seed: form.seed });
  const { tempoBpm, shares } = shareBeats(cards, form.seconds, styleTempoBpm[style]);
  const kept = shares.map(({ card }) => card);
  const copy = wholeCopy(kept);
  const layouts = layoutsFor(kept);
  const flipped = sidesFor(layouts);
  return {
    version: 1,
    language: brief.language,
    style,
    styleReason: form.style ? 'Chosen by hand.' : chosen.reason,
    tempoBpm,
    seed: form.seed,
    copy,
    shots: shares.map(({ card, beats }, index): Shot => ({
      id: `shot-${index + 1}`,
      role: card.role,
      layout: layouts[index] ?? 'name-behind',
      picture: { kind: 'product' },
      copy: shotCopy(copy, card.copy),
      beats,
      ...(flipped[index] === true && { isFlipped: true }),
    })),
  };
}

/** A button begins with a capital, unless its first word is an address or is written with one inside. */
function sentenceCase(line: string, language: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(line) ? line.charAt(0).toLocaleUpperCase(language) + line.slice(1) : line;
}

/** What the ad says as a whole: each field as it first stands on a card. */
function wholeCopy(cards: readonly Card[]): Copy {
  const benefits = cards
    .flatMap(({ role, copy }) => (role === 'benefit' ? (copy.benefits ?? []) : []))
    .slice(0, 3);
  const whole = cards.toReversed().reduce<Copy>((sum, { copy }) => ({ ...sum, ...copy }), {});
  const { benefits: _, ...rest } = whole;
  return benefits.length > 0 ? { ...rest, benefits } : rest;
}

/** Where a shot differs from the ad: words of its own, and null for all that the ad says elsewhere. */
function shotCopy(whole: Copy, own: Copy): Shot['copy'] {
  const fields = Object.keys({ ...whole, ...own }) as (keyof Copy)[];
  const differing = fields
    .filter((field) => String(own[field]) !== String(whole[field]))
    .map((field) => [field, own[field] ?? null]);
  return Object.fromEntries(differing) as Shot['copy'];
}

/** Layouts with words at one side and the product at the other. */
const SIDED = new Set<LayoutId>([
  'hook-type',
  'offer',
  'macro',
  'in-space',
  'split',
  'corner-bleed',
  'big-number',
  'list',
  'proof',
  'end-card',
]);

/** Words and product change sides from shot to shot, and the end card stands the other way round than the price did. */
function sidesFor(layouts: readonly LayoutId[]): boolean[] {
  let isFlipped = true;
  const sides = layouts.map((layout) => {
    if (SIDED.has(layout)) isFlipped = !isFlipped;
    return SIDED.has(layout) && isFlipped;
  });
  const looks = layouts.flatMap((layout, index) => (layout === 'travel' ? [index] : []));
  for (const [count, index] of looks.entries()) sides[index] = count % 2 === 1;
  const price = layouts.indexOf('offer');
  if (price >= 0) sides[sides.length - 1] = sides[price] !== true;
  return sides;
}

/** The next fitting layout that its neighbour does not have. */
function layoutsFor(cards: readonly Card[]): LayoutId[] {
  const kinds = cards.map(({ kind }) => kind);
  // A look at the product is near already: the only line beside one shows it small.
  const isLoneLine = kinds.filter((kind) => kind === 'line').length === 1 && kinds.includes('look');
  const taken = new Map<Card['kind'], number>(isLoneLine ? [['line', LAYOUTS.line.indexOf('in-space')]] : []);
  const layouts: LayoutId[] = [];
  for (const kind of kinds) {
    const choices = LAYOUTS[kind];
    const start = taken.get(kind) ?? 0;
    const step = choices.findIndex(
      (_, index) => choices[(start + index) % choices.length] !== layouts.at(-1),
    );
    const place = (start + Math.max(0, step)) % choices.length;
    taken.set(kind, place + 1);
    layouts.push(choices[place] ?? 'name-behind');
  }
  return layouts;
}
