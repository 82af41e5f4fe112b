import type { Facts } from '@spotsmith/contract/facts';
import type { Tone } from '@spotsmith/contract/words';
import type { StyleId } from '@spotsmith/motion/storyboard';
import { randomFrom } from '../random.ts';
import type { ProductGroup } from './line-bank.ts';
import { groupOf } from './product-groups.ts';

export type StyleChoice = { style: StyleId; reason: string };

/** How well a style says a tone; what is left out says it not at all. */
const BY_TONE: Record<Tone, Partial<Record<StyleId, number>>> = {
  energetic: { bold: 3, sale: 1, tech: 1 },
  calm: { minimal: 3, organic: 2, editorial: 1 },
  luxurious: { luxury: 4, editorial: 2, minimal: 1 },
  playful: { playful: 4, retro: 2, bold: 1 },
  professional: { tech: 2, minimal: 2, editorial: 1 },
  cinematic: { editorial: 2, luxury: 2, tech: 1, bold: 1 },
  relaxed: { organic: 2, retro: 2, minimal: 1 },
  fresh: { bold: 2, minimal: 2, organic: 1, playful: 1, tech: 1 },
};

/** What suits a kind of product, whatever the tone. */
const BY_CATEGORY: Readonly<Record<string, Partial<Record<StyleId, number>>>> = {
  'running shoes': { bold: 2, tech: 1 },
  shoes: { bold: 1, editorial: 1 },
  watch: { luxury: 2, editorial: 1 },
  jewellery: { luxury: 2, editorial: 1 },
  skincare: { organic: 2, minimal: 2 },
  'make-up': { playful: 1, editorial: 2 },
  perfume: { luxury: 2, editorial: 1 },
  cup: { organic: 1, retro: 1, minimal: 1 },
  coffee: { retro: 2, organic: 1 },
  drink: { playful: 1, bold: 1, retro: 1 },
  food: { organic: 1, playful: 1, retro: 1 },
  headphones: { tech: 2, bold: 1 },
  phone: { tech: 2, minimal: 1 },
  electronics: { tech: 3 },
  eyewear: { editorial: 1, bold: 1, retro: 1 },
  homeware: { minimal: 2, editorial: 2, retro: 1 },
  plant: { organic: 3 },
  bag: { editorial: 1, bold: 1 },
  furniture: { minimal: 2, editorial: 2 },
  candle: { organic: 1, minimal: 1, luxury: 1 },
  toy: { playful: 4, organic: 2 },
  car: { tech: 1, luxury: 1 },
  bicycle: { bold: 2, tech: 1 },
  clothing: { editorial: 2, bold: 1 },
  app: { tech: 2, minimal: 1 },
  service: { editorial: 1, retro: 1 },
};

/** What suits the narrower groups that lines are written for, where the kind of product is not known. */
const BY_GROUP: Partial<Record<ProductGroup, Partial<Record<StyleId, number>>>> = {
  camera: { tech: 3 },
  audio: { tech: 2, bold: 1 },
  desk: { tech: 2, minimal: 2 },
  light: { minimal: 2, editorial: 1 },
  rain: { bold: 1, editorial: 1 },
  kitchen: { retro: 2, editorial: 2, minimal: 1 },
  garden: { organic: 3 },
  baby: { playful: 2, organic: 1 },
  sleep: { minimal: 2, organic: 2 },
  sport: { bold: 3 },
  bike: { bold: 2, tech: 1 },
  travel: { editorial: 2, bold: 1 },
  book: { editorial: 3, retro: 1 },
  bath: { organic: 2, minimal: 2 },
  clean: { bold: 1, playful: 1 },
  course: { editorial: 2, tech: 1 },
  health: { minimal: 2, tech: 1 },
  pets: { playful: 3 },
  tools: { bold: 2, tech: 1 },
  outdoor: { bold: 2, organic: 1 },
  food: { organic: 2, retro: 1, playful: 1 },
  place: { editorial: 2, retro: 1 },
  home: { minimal: 2, editorial: 1 },
};

/** A watch that counts steps and sleep is a device, not jewellery. */
const DEVICE: Partial<Record<StyleId, number>> = { tech: 3, minimal: 2, bold: 1 };
const COUNTS =
  /(?<!\p{L})(?:steps?|sleep|heart rate|pulse|gps|bluetooth|schritte?|schlaf|puls|pas|sommeil|pasos|sueño|passi|sonno|passos|sono|خطواتك|نومك)(?!\p{L})/iu;

/** Words of a brief that ask for a look outright. */
const BY_WORD: readonly [pattern: RegExp, style: StyleId][] = [
  [/retro|vintage|nostalg|70s|80s|siebziger/iu, 'retro'],
  [/luxur|luxe|lujo|lusso|luxo|edel|elegan|élégan/iu, 'luxury'],
  [/minimal|schlicht|clean|épuré|sobrio|sóbrio/iu, 'minimal'],
  [/playful|verspielt|ludique|divert|giocos|fun(?!\p{L})|bunt/iu, 'playful'],
  [/tech|futuris|neon/iu, 'tech'],
  [/organic|natural|earthy|erdig|natürlich|naturel/iu, 'organic'],
  [/editorial|magazine|magazin/iu, 'editorial'],
  [/bold|kräftig|mutig|audaz|audace/iu, 'bold'],
];

/** An old price alone is told in the product's own style; a percentage or a last day is an event. */
const URGENT_SALE = 4.5;
const LASTING_SALE = 2;

/** Tones that a loud sale would contradict. */
const QUIET = new Set<Tone>(['luxurious', 'calm', 'cinematic', 'relaxed']);

/**
 * The style that suits tone, product and offer best, with the reason in a sentence for people. Words that ask for a
 * look decide; the seed only decides between equals.
 */
export function chooseStyle(asked: {
  tone: Tone;
  category: string;
  name: string;
  facts: Facts;
  styleKeywords: readonly string[];
  seed: number;
}): StyleChoice {
  const wished = BY_WORD.find(([pattern]) => asked.styleKeywords.some((word) => pattern.test(word)));
  if (wished) return { style: wished[1], reason: `${titled(wished[1])}, because the brief asks for it.` };
  const scores = new Map<StyleId, number>();
  const add = (points: Partial<Record<StyleId, number>>) => {
    for (const [style, score] of Object.entries(points) as [StyleId, number][])
      scores.set(style, (scores.get(style) ?? 0) + score);
  };
  const group = groupOf(asked.facts.what ?? asked.name);
  const isDevice =
    asked.category === 'watch' && (asked.facts.benefits ?? []).some((line) => COUNTS.test(line));
  // The tone that watches have by themselves is jewellery's, too.
  if (!(isDevice && asked.tone === 'luxurious')) add(BY_TONE[asked.tone]);
  add(isDevice ? DEVICE : (BY_CATEGORY[asked.category] ?? (group && BY_GROUP[group]) ?? {}));
  const { off, was, until } = asked.facts.offer ?? {};
  const isSale = (off !== undefined || was !== undefined) && !QUIET.has(asked.tone);
  if (isSale) add({ sale: off !== undefined || until !== undefined ? URGENT_SALE : LASTING_SALE });
  const most = Math.max(...scores.values());
  const best = [...scores].filter(([, score]) => score === most).map(([style]) => style);
  const style = best[Math.floor(randomFrom(asked.seed)() * best.length)] ?? 'bold';
  return { style, reason: reasonFor(style, asked, isSale) };
}

function reasonFor(
  style: StyleId,
  { tone, category }: { tone: Tone; category: string },
  isSale: boolean,
): string {
  if (style === 'sale' && isSale) return `${titled(style)}, because the ad has a reduced price to show.`;
  return `${titled(style)}, because the tone is ${tone} and the product is ${category}.`;
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
