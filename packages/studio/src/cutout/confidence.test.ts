import { describe, expect, test } from 'vitest';
import { CONFIDENT_FROM, judgeMask, type MaskFacts } from './confidence.ts';

const CLEAN: MaskFacts = {
  cover: 0.3,
  softShare: 0.01,
  disagreement: 0.01,
  outlineRatio: 1.1,
  isPlain: false,
  busyAround: 0.4,
  leadsToEdge: 0,
  leftAwayShare: 0,
  edgeSupport: 0.97,
  edgeTouch: 0,
  skinAtEdge: 0,
  isFigure: false,
};

describe('how far a cut-out is trusted', () => {
  test('one clean outline is trusted', () => {
    expect(judgeMask(CLEAN)).toEqual({ confidence: 1, warnings: [] });
  });

  test.each<[string, Partial<MaskFacts>]>([
    ['that touches the edge of its photo', { edgeTouch: 0.4 }],
    ['that fills nearly all of its photo', { cover: 0.85 }],
    ['far away', { cover: 0.02 }],
    ['with leaves, soft in both looks', { softShare: 0.099, disagreement: 0 }],
    ['with thin spokes, whose rims are soft', { softShare: 0.027 }],
    ['black on black', { edgeSupport: 0.8 }],
    ['with fringes', { outlineRatio: 1.3 }],
    ['with many leaves on a plain backdrop', { outlineRatio: 1.9, isPlain: true }],
    ['with many leaves before a wall and a floor', { outlineRatio: 2.1, busyAround: 0.04 }],
  ])('a product %s is trusted too', (_what, facts) => {
    expect(judgeMask({ ...CLEAN, ...facts }).confidence).toBeGreaterThanOrEqual(CONFIDENT_FROM);
  });

  test.each<[string, Partial<MaskFacts>, RegExp]>([
    ['an undecided outline', { softShare: 0.16 }, /unclear/],
    ['glass that melts into the room', { softShare: 0.37, disagreement: 0 }, /unclear/],
    ['a torn strap on which two looks differ', { softShare: 0.034, disagreement: 0.064 }, /unclear/],
    ['two looks that differ', { disagreement: 0.2 }, /what belongs/],
    ['an outline without an edge beside it', { edgeSupport: 0.69 }, /stands out/],
    ['an arm', { leadsToEdge: 0.14 }, /arm/],
    ['an arm that the photo cuts', { skinAtEdge: 0.1 }, /wear or to hold/],
    ['a missing sole', { leftAwayShare: 0.22 }, /missing/],
    ['an outline torn by grass', { outlineRatio: 1.45 }, /grass/],
    [
      'a torn outline and a missing part',
      { outlineRatio: 1.56, isPlain: true, busyAround: 0.02, leftAwayShare: 0.067 },
      /outline/,
    ],
    ['a person', { isFigure: true }, /person/],
    ['nothing found', { cover: 0.001 }, /No product/],
    ['the whole picture', { cover: 0.98 }, /room around it/],
  ])('%s is not trusted, and the user is told why', (_what, facts, reason) => {
    const { confidence, warnings } = judgeMask({ ...CLEAN, ...facts });
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(reason);
  });
});
