import { labelRegions, type Mask } from './mask.ts';
import type { PhotoSigns } from './photo-signs.ts';

/** What a mask looks like in numbers; all shares are 0–1. */
export interface MaskFacts {
  /** Product pixels of all pixels. */
  cover: number;
  /** Undecided pixels (20–230 of 255) of all product pixels. */
  softShare: number;
  /** Share of the photo's border that the product touches, per side: left, top, right, bottom. */
  edgeTouch: [number, number, number, number];
  /** Product pixels in fragments: regions smaller than 30 % of the largest. Several whole things are none. */
  strayShare: number;
  /** Backdrop enclosed by the product that is not clearly a hole, of the product's pixels: bites out of the product. */
  undecidedHoleShare: number;
}

/** Measures a raw mask, before specks are removed. */
export function maskFacts(mask: Mask): MaskFacts {
  const { width, height, values } = mask;
  let product = 0;
  let soft = 0;
  for (const value of values) {
    if (value <= 20) continue;
    product += 1;
    if (value < 230) soft += 1;
  }
  const { areas } = labelRegions(mask, 100);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const largest = Math.max(...areas);
  const fragments = areas.filter((area) => area < largest * 0.3).reduce((sum, area) => sum + area, 0);
  const touch = (count: number, at: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => ((values[at(i)] ?? 0) > 100 ? 1 : 0)).reduce(
      (sum: number, hit) => sum + hit,
      0,
    ) / count;
  return {
    cover: product / values.length,
    softShare: soft / Math.max(1, product),
    edgeTouch: [
      touch(height, (y) => y * width),
      touch(width, (x) => x),
      touch(height, (y) => y * width + width - 1),
      touch(width, (x) => (height - 1) * width + x),
    ],
    strayShare: fragments / Math.max(1, total),
    undecidedHoleShare: undecidedHoles(mask) / Math.max(1, product),
  };
}

function undecidedHoles({ width, height, values }: Mask): number {
  const inverse = { width, height, values: values.map((value) => (value > 128 ? 0 : 255)) };
  const { labels, areas } = labelRegions(inverse, 128);
  const touchesBorder = new Set<number>();
  for (let i = 0; i < values.length; i += 1) {
    const x = i % width;
    if (x === 0 || x === width - 1 || i < width || i >= values.length - width)
      touchesBorder.add(labels[i] ?? 0);
  }
  const levels = new Float64Array(areas.length);
  labels.forEach((label, i) => {
    levels[label] = (levels[label] ?? 0) + (values[i] ?? 0);
  });
  return areas.reduce((sum, area, label) => {
    const isHole = label > 0 && !touchesBorder.has(label);
    const isUndecided = (levels[label] ?? 0) / Math.max(1, area) > 12;
    return isHole && isUndecided ? sum + area : sum;
  }, 0);
}

/** At or above this confidence a cut-out is used without asking. Tuned on the pictures in docs/confidence.md. */
export const CONFIDENT_FROM = 0.5;

/** One number, 0–1, and the reasons in words when it is low. */
export function judgeMask(
  facts: MaskFacts,
  { leadsToEdge, leftAwayShare, isFigure }: PhotoSigns,
): { confidence: number; warnings: string[] } {
  const warnings: string[] = [];
  let confidence = 1;
  const doubt = (share: number, from: number, to: number, warning: string) => {
    const fit = 1 - Math.max(0, Math.min(1, (share - from) / (to - from)));
    if (fit < 0.5) warnings.push(warning);
    confidence *= fit;
  };
  doubt(facts.softShare, 0.06, 0.28, 'The outline of the product is unclear in this photo.');
  doubt(facts.strayShare, 0.06, 0.4, 'Only fragments were found in this photo.');
  doubt(facts.cover, 0.55, 0.75, 'The product fills the whole photo; leave some room around it.');
  doubt(-facts.cover, -0.02, -0.005, 'No product was found in this photo.');
  doubt(Math.max(...facts.edgeTouch), 0.05, 0.25, 'The product is cut off at the edge of the photo.');
  doubt(facts.undecidedHoleShare, 0.01, 0.08, 'Parts of the product were not recognised.');
  doubt(
    leadsToEdge,
    0.03,
    0.06,
    'Something leads from the product to the edge of the photo: perhaps an arm.',
  );
  doubt(leftAwayShare, 0.08, 0.2, 'A part of the product may be missing.');
  doubt(isFigure ? 1 : 0, 0, 1, 'There seems to be a person in this photo.');
  return { confidence: Math.round(confidence * 1000) / 1000, warnings };
}
