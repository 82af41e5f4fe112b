import type { Tone } from '@spotsmith/contract/words';
import { arabic } from './banks/arabic.ts';
import { english } from './banks/english.ts';
import { french } from './banks/french.ts';
import { german } from './banks/german.ts';
import { italian } from './banks/italian.ts';
import { portuguese } from './banks/portuguese.ts';
import { spanish } from './banks/spanish.ts';
import type { Line, LineRole, ProductGroup, Theme } from './line-bank.ts';

export const BANKS: Readonly<Record<string, readonly Line[]>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  ar: arabic,
};

/** Which lines suit a category of the brief, most fitting first. */
export const GROUPS: Readonly<Record<string, readonly ProductGroup[]>> = {
  'running shoes': ['shoes', 'move'],
  shoes: ['shoes', 'wear'],
  watch: ['watch', 'wear'],
  jewellery: ['jewellery', 'wear'],
  skincare: ['beauty'],
  'make-up': ['makeup', 'beauty'],
  eyewear: ['eyewear', 'wear'],
  homeware: ['home'],
  plant: ['plant', 'garden'],
  perfume: ['perfume'],
  cup: ['coffee', 'home'],
  coffee: ['coffee'],
  drink: ['drink'],
  food: ['food'],
  headphones: ['audio'],
  phone: ['phone'],
  bag: ['bag', 'travel'],
  furniture: ['furniture', 'home'],
  candle: ['candle', 'home'],
  toy: ['toy'],
  car: ['car', 'move'],
  bicycle: ['bike', 'move'],
  clothing: ['wear'],
  app: ['app'],
  service: ['place', 'service'],
};
/** Neighbours of a group, whose lines fit as well. */
const NEIGHBOURS: Partial<Record<ProductGroup, readonly ProductGroup[]>> = {
  desk: ['office'],
  travel: ['move'],
  bike: ['move', 'outdoor'],
  outdoor: ['move'],
  shoes: ['move'],
  rain: ['outdoor'],
  light: ['home'],
  kitchen: ['food'],
  watch: ['wear'],
  jewellery: ['wear'],
  tools: ['office'],
  makeup: ['beauty'],
  table: ['home'],
  plant: ['home'],
  bag: ['travel'],
  bottle: ['move'],
};

export type LineWish = {
  language: string;
  tone: Tone;
  category: string;
  /** Of the thing's own words; it goes before the category's. */
  group: ProductGroup | null;
  themes: readonly Theme[];
};

/**
 * Lines of the language for one role, the most fitting first: those that answer to a fact, then those of the product's
 * group, the tone's before others. Lines for anything come last. `random` orders equals. Empty without a bank.
 */
export function linesFor(role: LineRole, wish: LineWish, random: () => number): RankedLine[] {
  const groups = groupsOf(wish);
  const bank = BANKS[wish.language.split('-')[0] ?? ''] ?? [];
  return bank
    .filter((line) => line.role === role)
    .map((line) => ({
      text: line.text,
      group: line.group,
      echo: line.echo,
      rank: rankOf(line, wish, groups),
      order: random(),
    }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ text, echo, rank, group }) => ({
      text,
      echo,
      isFitting: rank >= FITTING,
      isOfKind: group === groups[0] && rank >= OF_TONE,
      theme: wish.themes.find((theme) => theme === group && theme !== 'deal'),
    }));
}

/**
 * `isFitting`: it speaks to a fact or to the kind of product, and not to anything; `isOfKind`: to the very kind in the
 * ad's own tone; `theme`: the kind of fact it speaks to; `echo`: the words that take it up at the end.
 */
export type RankedLine = {
  text: string;
  echo: string | undefined;
  isFitting: boolean;
  isOfKind: boolean;
  theme: Theme | undefined;
};
const FITTING = 2;
const OF_TONE = 3;

function groupsOf({ group, category }: LineWish): ProductGroup[] {
  const own: ProductGroup[] = group === null ? [] : [group, ...(NEIGHBOURS[group] ?? [])];
  return own.length > 0 ? own : [...(GROUPS[category] ?? [])];
}

function rankOf(line: Line, wish: LineWish, groups: readonly ProductGroup[]): number {
  const isTone = line.tone === wish.tone;
  if (line.group === 'any') return isTone ? 1.2 : line.tone === 'any' ? 1 : 0;
  const theme = wish.themes.indexOf(line.group as Theme);
  if (theme >= 0) return line.group === 'deal' ? 1.5 : line.group === 'quick' ? 3 : 5 - theme * 0.1;
  const place = groups.indexOf(line.group as ProductGroup);
  if (place < 0) return 0;
  // A neighbour's line only in the ad's own tone.
  if (place > 0 && !isTone && line.tone !== 'any') return 0;
  return (isTone ? 4 : line.tone === 'any' ? 3.6 : 2.2) - place * 0.5;
}
