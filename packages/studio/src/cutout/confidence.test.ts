import { describe, expect, test } from 'vitest';
import { CONFIDENT_FROM, judgeMask, maskFacts } from './confidence.ts';
import type { Mask } from './mask.ts';
import type { PhotoSigns } from './photo-signs.ts';

const SIDE = 100;

function maskOf(valueAt: (x: number, y: number) => number): Mask {
  return {
    width: SIDE,
    height: SIDE,
    values: Uint8Array.from({ length: SIDE * SIDE }, (_, i) => valueAt(i % SIDE, Math.floor(i / SIDE))),
  };
}

const inside = (x: number, y: number, centerX: number, centerY: number, radius: number) =>
  Math.hypot(x - centerX, y - centerY) < radius;

const NO_SIGNS: PhotoSigns = { leadsToEdge: 0, leftAwayShare: 0, isFigure: false };

describe('how far a mask is trusted', () => {
  const judge = (mask: Mask) => judgeMask(maskFacts(mask), NO_SIGNS);

  test('one clean outline is trusted, and so are several whole things', () => {
    expect(judge(maskOf((x, y) => (inside(x, y, 50, 50, 25) ? 255 : 0))).confidence).toBe(1);
    const two = maskOf((x, y) => (inside(x, y, 28, 50, 16) || inside(x, y, 72, 50, 15) ? 255 : 0));
    expect(judge(two).confidence).toBeGreaterThan(CONFIDENT_FROM);
  });

  test.each<[string, (x: number, y: number) => number, RegExp]>([
    ['an undecided outline', (x, y) => (inside(x, y, 50, 50, 30) ? 140 : 0), /unclear/],
    ['fragments', (x, y) => ((x % 20 < 6 && y % 20 < 6) || inside(x, y, 50, 50, 9) ? 255 : 0), /fragments/],
    [
      'a product that fills the frame',
      (x, y) => (x > 3 && y > 3 && x < 96 && y < 96 ? 255 : 0),
      /room around it/,
    ],
    ['a product cut off at the edge', (x, y) => (inside(x, y, 0, 50, 30) ? 255 : 0), /cut off/],
    ['nothing', () => 0, /No product/],
  ])('%s is not trusted, and the user is told why', (_what, valueAt, reason) => {
    const { confidence, warnings } = judge(maskOf(valueAt));
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(reason);
  });
});
