import type { Tone } from '@spotsmith/contract/words';
import { arabic } from './banks/arabic.ts';
import { english } from './banks/english.ts';
import { french } from './banks/french.ts';
import { german } from './banks/german.ts';
import { italian } from './banks/italian.ts';
import { portuguese } from './banks/portuguese.ts';
import { spanish } from './banks/spanish.ts';
import type { Line, LineRole, ProductGroup } from './line-bank.ts';

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
const GROUPS: Readonly<Record<string, readonly ProductGroup[]>> = {
  'running shoes': ['shoes', 'move', 'outdoor'],
  shoes: ['shoes', 'wear', 'move'],
  watch: ['jewellery', 'wear'],
  jewellery: ['jewellery', 'wear'],
  skincare: ['beauty'],
  'make-up': ['beauty', 'wear'],
  perfume: ['perfume', 'wear'],
  cup: ['coffee', 'home'],
  coffee: ['coffee'],
  drink: ['drink'],
  food: ['food'],
  headphones: ['audio'],
  phone: ['office'],
  electronics: ['office', 'tools'],
  bag: ['move', 'wear', 'outdoor'],
  furniture: ['furniture', 'home'],
  candle: ['candle', 'home'],
  toy: ['toy'],
  car: ['move', 'outdoor'],
  bicycle: ['move', 'outdoor'],
  clothing: ['wear'],
  app: ['office', 'service'],
  service: ['place', 'service'],
};

export type LineWish = { language: string; tone: Tone; category: string };

/**
 * Lines of the language for one role, the most fitting first: those of the tone and the product's group, then of
 * either, then for anything. Lines of another group never come. `random` orders equals. Empty without a bank.
 */
export function linesFor(role: LineRole, wish: LineWish, random: () => number): string[] {
  const groups = GROUPS[wish.category] ?? [];
  const bank = BANKS[wish.language.split('-')[0] ?? ''] ?? [];
  return bank
    .filter((line) => line.role === role && (line.group === 'any' || groups.includes(line.group)))
    .map((line) => ({ text: line.text, rank: rankOf(line, wish.tone, groups), order: random() }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ text }) => text);
}

function rankOf(line: Line, tone: Tone, groups: readonly ProductGroup[]): number {
  const place = groups.indexOf(line.group);
  const fit = place < 0 ? 0 : 2 - place * 0.5;
  if (line.tone === tone) return 3 + fit;
  if (line.tone === 'any') return 1.5 + fit;
  // Another tone only for the very kind of product: "Turn it up" suits calm headphones too.
  return fit > 0 && line.role === 'hook' ? fit : 0;
}
