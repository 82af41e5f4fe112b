import type { PhotoSigns } from './photo-signs.ts';

/** What is measured on a mask and on the photo behind it; shares are 0–1. */
export interface MaskFacts extends PhotoSigns {
  /** Product pixels of all pixels. */
  cover: number;
  /** See `SecondLook`. */
  softShare: number;
  disagreement: number;
  /** See `outlineRatio`. */
  outlineRatio: number;
}

/** At or above this confidence a cut-out is used without asking. */
export const CONFIDENT_FROM = 0.5;

/** Textured share round a product below which its surroundings are calm: walls 0–0.07, grass and streets 0.25–0.95. */
const CALM = 0.12;

/** Each measure, the value from which the user is asked, and what is said then. Set on the photographs of docs/confidence.md. */
const DOUBTS: readonly { of: (facts: MaskFacts) => number; limit: number; warning: string }[] = [
  {
    // Leaves and mesh are soft for good reason; torn straps are soft where two looks also differ.
    of: ({ softShare, disagreement }) => softShare * (1 + disagreement / 0.005),
    limit: 0.25,
    warning: 'The outline of the product is unclear in this photo.',
  },
  {
    of: ({ disagreement }) => disagreement,
    limit: 0.1,
    warning: 'It is not clear what belongs to the product.',
  },
  {
    of: ({ edgeSupport }) => 1 - edgeSupport,
    limit: 0.25,
    warning: 'The product hardly stands out from its background.',
  },
  {
    of: ({ leadsToEdge }) => leadsToEdge,
    limit: 0.1,
    warning: 'Something leads from the product to the edge of the photo: perhaps an arm.',
  },
  {
    of: ({ skinAtEdge }) => skinAtEdge,
    limit: 0.05,
    warning: 'A person whom the edge of the photo cuts seems to wear or to hold the product.',
  },
  { of: ({ leftAwayShare }) => leftAwayShare, limit: 0.1, warning: 'A part of the product may be missing.' },
  {
    // Where nothing textured is round a product nothing stands in front of it: a torn outline is its own, of leaves or
    // tassels, unless a part is missing.
    of: ({ outlineRatio, isPlain, leftAwayShare, busyAround }) =>
      (isPlain || busyAround < CALM) && leftAwayShare < 0.03 ? 0 : Math.max(0, outlineRatio - 1),
    limit: 0.38,
    warning: 'Something in front of the product, such as grass, tears its outline.',
  },
  {
    of: ({ isFigure }) => (isFigure ? 1 : 0),
    limit: 0.5,
    warning: 'There seems to be a person in this photo.',
  },
  { of: ({ cover }) => (cover < 0.005 ? 1 : 0), limit: 0.5, warning: 'No product was found in this photo.' },
  {
    of: ({ cover }) => (cover > 0.95 ? 1 : 0),
    limit: 0.5,
    warning: 'The product fills the whole photo; leave some room around it.',
  },
];

/**
 * One number, 0–1, and the reasons in words when it is low: the worst doubt decides, .5 at its limit. A product that
 * touches the photo's edge, holes, spokes and large products are no doubts.
 */
export function judgeMask(facts: MaskFacts): { confidence: number; warnings: string[] } {
  const fits = DOUBTS.map(({ of, limit, warning }) => ({
    fit: Math.max(0, Math.min(1, 1.5 - of(facts) / limit)),
    warning,
  }));
  return {
    confidence: Math.round(Math.min(...fits.map(({ fit }) => fit)) * 1000) / 1000,
    warnings: fits.filter(({ fit }) => fit < CONFIDENT_FROM).map(({ warning }) => warning),
  };
}
