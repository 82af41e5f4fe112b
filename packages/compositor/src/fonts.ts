import type { FontFamilyId } from '@spotsmith/motion/text/fonts';

export interface DisplayFont {
  id: FontId;
  name: string;
  /** What the face says about a product, in a few words for the picker. */
  character: string;
  /** The weight used for titles, 100–900. */
  weight: number;
}

export const fontIds = [
  'inter',
  'poppins',
  'space-grotesk',
  'bebas-neue',
  'anton',
  'playfair-display',
  'fredoka',
  'caveat',
] as const satisfies readonly FontFamilyId[];

export type FontId = (typeof fontIds)[number];

/** The display families that ship with the compositor, all under the SIL Open Font License. */
export const displayFonts: readonly DisplayFont[] = [
  { id: 'inter', name: 'Inter', character: 'Neutral and clear', weight: 700 },
  { id: 'poppins', name: 'Poppins', character: 'Geometric and friendly', weight: 700 },
  { id: 'space-grotesk', name: 'Space Grotesk', character: 'Technical and modern', weight: 700 },
  { id: 'bebas-neue', name: 'Bebas Neue', character: 'Tall capitals, like a poster', weight: 400 },
  { id: 'anton', name: 'Anton', character: 'Heavy and loud', weight: 400 },
  { id: 'playfair-display', name: 'Playfair Display', character: 'Elegant serif', weight: 700 },
  { id: 'fredoka', name: 'Fredoka', character: 'Round and playful', weight: 600 },
  { id: 'caveat', name: 'Caveat', character: 'Handwritten and personal', weight: 700 },
];
