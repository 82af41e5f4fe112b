import type { Tone, View } from '@spotsmith/contract/words';
import { randomFrom } from '../random.ts';
import type { Category } from './categories.ts';
import { cutAtWord, plainWords } from './plain-words.ts';

/** The views of an ad of 4 to 8 pictures: what sells first, then the way round. */
const ORDER: readonly View[] = ['front', 'detail', 'lifestyle', 'side', 'top', 'back', 'lifestyle', 'detail'];
const WALK_ROUND: readonly View[] = ['front', 'side', 'back', 'top', 'detail', 'lifestyle'];

const FRAMINGS: Record<View, string> = {
  front: 'Front view at eye level, the product large in the middle of the frame',
  side: 'Side view in profile, the product on one third of the frame with calm space beside it',
  back: 'View from behind at three quarters, rim light along the edge of the product',
  top: 'View from straight above, the product laid out on a flat surface',
  detail: 'Close detail of material and finish, shallow depth of field',
  lifestyle: 'Lifestyle picture, the product',
};

/** For the second picture of a view, in ads of seven and eight. */
const SECOND_FRAMINGS: Partial<Record<View, string>> = {
  detail: 'Macro view of one edge or seam, nearly abstract, very shallow depth of field',
  lifestyle: 'Seen over the shoulder of somebody about to use it, the product',
};

const LIGHTS: Record<Tone, readonly string[]> = {
  energetic: [
    'hard low sun with long shadows',
    'crisp daylight with strong contrast',
    'bold coloured light from one side',
  ],
  calm: ['soft window light', 'diffused morning light', 'even light with barely any shadow'],
  luxurious: [
    'a narrow spot of warm light in the dark',
    'low-key light with fine highlights',
    'soft light with deep shadows',
  ],
  playful: [
    'bright even light and clean pop colours',
    'sunny light with crisp short shadows',
    'cheerful flat light',
  ],
  professional: ['clean studio softbox light', 'neutral daylight', 'precise side light'],
  cinematic: ['moody light through haze', 'golden-hour backlight', 'a cool and a warm light crossing'],
  relaxed: ['slow warm morning light', 'late afternoon sun through leaves', 'lamplight in the evening'],
  fresh: ['bright airy daylight', 'morning sun with dew', 'light through water onto the wall'],
};

const BACKDROPS: Record<Tone, readonly string[]> = {
  energetic: ['concrete', 'a saturated seamless backdrop', 'wet asphalt'],
  calm: ['pale plaster', 'linen', 'smooth sandstone'],
  luxurious: ['dark marble', 'black lacquer', 'deep velvet'],
  playful: ['two-coloured paper', 'round paper shapes', 'a pastel plinth'],
  professional: ['a light grey seamless backdrop', 'brushed metal', 'a white desk'],
  cinematic: ['dark wood', 'a misty dark backdrop', 'weathered stone'],
  relaxed: ['oak', 'unglazed clay', 'woven wool'],
  fresh: ['white tiles with green leaves', 'clear water', 'sunlit white plaster'],
};

/** What the picture prompts are made of. Every word of it has been cleaned and capped. */
export type PictureSubject = {
  anchor: string;
  category: Category;
  tone: Tone;
  colourNames: readonly string[];
  styleKeywords: readonly string[];
  seed: number;
};

/** Which views `count` pictures show, 4–8. Six are the walk round the product. */
export function viewsFor(count: number): View[] {
  if (count === WALK_ROUND.length) return [...WALK_ROUND];
  return ORDER.slice(0, count);
}

/**
 * One prompt per view. The anchor sentence stands in each word for word, so that the product stays the same from
 * picture to picture; words on screen are drawn by the compositor and never asked of a picture model.
 * `settings` (one per view, may be empty) replace the usual surroundings.
 */
export function picturePrompts(
  subject: PictureSubject,
  views: readonly View[],
  settings: readonly string[] = [],
): { view: View; prompt: string }[] {
  const random = randomFrom(subject.seed);
  const lights = shuffled(LIGHTS[subject.tone], random);
  const backdrops = shuffled(BACKDROPS[subject.tone], random);
  return views.map((view, index) => {
    const backdrop = backdrops[index % backdrops.length] ?? 'a plain backdrop';
    const light = lights[(index + Math.floor(index / lights.length)) % lights.length] ?? 'soft light';
    const usual = view === 'lifestyle' ? subject.category.setting : `on ${backdrop}`;
    const where = cutAtWord(plainWords(settings[index] ?? ''), 200) || usual;
    const isSecond = views.indexOf(view) < index;
    const framing = (isSecond ? SECOND_FRAMINGS[view] : undefined) ?? FRAMINGS[view];
    const prompt = [
      `${framing}${view === 'lifestyle' ? ' ' : ', '}${where}, ${light}.`,
      subject.anchor,
      `Mood: ${[subject.tone, ...subject.styleKeywords.map(plainWords)].join(', ')}.`,
      subject.colourNames.length > 0 ? `Colours around it: ${subject.colourNames.join(', ')}.` : '',
      'Photorealistic advertising photograph. No added text, letters, logos or watermarks, no extra products.',
    ];
    return { view, prompt: cutAtWord(prompt.filter(Boolean).join(' '), 1000) };
  });
}

/**
 * The sentence about the product that every picture prompt repeats. With a photo it binds the model to the picture;
 * without one it describes what is known.
 */
export function productAnchor(product: {
  name: string;
  category: string;
  colourNames: readonly string[];
  description: string;
  hasPhoto: boolean;
}): string {
  const what = `${product.name} (${[product.category, ...product.colourNames].join(', ')})`;
  const sentence = product.hasPhoto
    ? `The product is ${what}: exactly the one in the reference photo, with the same shape, proportions, material, colours and print.`
    : `The product is ${what}, the very same object in every picture: ${product.description || 'simple and well made'}.`;
  return cutAtWord(sentence, 300);
}

const OF_THE_PHOTO = /exactly the one in the reference photo[^.]*\.?/;

/** The prompt of a picture as it is told to a model that sees no photo: it binds the product to words instead. */
export function promptWithoutPhoto(prompt: string, description: string): string {
  const known = description || 'simple and well made';
  return prompt.replace(OF_THE_PHOTO, () => `the very same object in every picture: ${known}.`);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
