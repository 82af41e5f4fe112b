import type { Tone } from '@spotsmith/contract/words';

export type LineRole = 'hook' | 'name' | 'detail' | 'benefit' | 'offer' | 'quote' | 'cta';

/** Groups of products that lines speak to; `any` fits all. */
export type ProductGroup =
  | 'any'
  | 'desk'
  | 'light'
  | 'rain'
  | 'kitchen'
  | 'garden'
  | 'baby'
  | 'sleep'
  | 'sport'
  | 'travel'
  | 'book'
  | 'bath'
  | 'clean'
  | 'tea'
  | 'wine'
  | 'car'
  | 'bike'
  | 'app'
  | 'course'
  | 'health'
  | 'camera'
  | 'watch'
  | 'phone'
  | 'move'
  | 'shoes'
  | 'audio'
  | 'outdoor'
  | 'beauty'
  | 'candle'
  | 'home'
  | 'wear'
  | 'jewellery'
  | 'perfume'
  | 'pets'
  | 'food'
  | 'toy'
  | 'office'
  | 'tools'
  | 'service'
  | 'coffee'
  | 'furniture'
  | 'place'
  | 'drink'
  | 'eyewear'
  | 'plant'
  | 'table'
  | 'bag'
  | 'makeup'
  | 'hair'
  | 'music'
  | 'bottle'
  | 'clock'
  | 'cuddle'
  | 'hat';

/** What a line answers to when the user says it of the product: "Hear that?" to "silent clicks". */
export type Theme =
  | 'quiet'
  | 'lasting'
  | 'wet'
  | 'handmade'
  | 'warm'
  | 'cold'
  | 'quick'
  | 'small'
  | 'green'
  | 'weight'
  | 'deal';

/** A line that says nothing about the product and so fits any of its group. */
export type Line = {
  role: LineRole;
  tone: Tone | 'any';
  group: ProductGroup | Theme;
  text: string;
  /** Takes up a hook at the end of the ad. */
  echo?: string;
};

/** One line each: `role, tone, group: the words`, and for a hook perhaps ` > ` and the words that take it up at the end. */
export function readBank(text: string): Line[] {
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const colon = row.indexOf(':');
      const [role, tone, group] = row.slice(0, colon).split(',');
      return {
        role: (role ?? '').trim(),
        tone: (tone ?? '').trim(),
        group: (group ?? '').trim(),
        ...wordsOf(row.slice(colon + 1)),
      } as Line;
    });
}

function wordsOf(words: string): Pick<Line, 'text' | 'echo'> {
  const [text = '', echo] = words.split(' > ').map((part) => part.trim());
  return { text, ...(echo !== undefined && { echo }) };
}
