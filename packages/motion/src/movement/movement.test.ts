import { mostGrowth } from './grow-pivot.ts';
import type { Pose } from '../layer.ts';
import { expect, test } from 'vitest';
import { calloutLine } from './callout-line.ts';
import { bounceAt, easeAt, easeIds } from './eases.ts';
import { partOfPath } from './part-of-path.ts';
import { valuesAt } from './track.ts';

test('every ease begins at 0, ends at 1, and stays there before and after its time', () => {
  for (const ease of easeIds) {
    expect([easeAt(ease, -1), easeAt(ease, 0), easeAt(ease, 1), easeAt(ease, 2)]).toEqual([0, 0, 1, 1]);
  }
});

test('eases that pass their goal pass it by what their names promise', () => {
  const highest = (ease: 'back' | 'slap' | 'settle') =>
    Math.max(...Array.from({ length: 1000 }, (_, index) => easeAt(ease, index / 1000)));
  expect(highest('back')).toBeCloseTo(1.1, 1);
  expect(highest('slap')).toBeCloseTo(1.2, 1);
  expect(highest('settle')).toBeCloseTo(1.01, 2);
});

test('a falling product lands before it squashes, and stands still at the end', () => {
  expect(bounceAt(0.2).height).toBeGreaterThan(0.5);
  expect(bounceAt(0.5)).toMatchObject({ height: 0 });
  expect(Math.min(...Array.from({ length: 100 }, (_, index) => bounceAt(index / 100).stretchY))).toBeLessThan(
    0.9,
  );
  expect(bounceAt(1)).toEqual({ height: 0, stretchX: 1, stretchY: 1 });
});

test('sizes grow by equal factors in equal times, so that a push looks even', () => {
  const keys = [
    { seconds: 0, k: 1 },
    { seconds: 2, k: 4 },
  ];
  expect(valuesAt(keys, 1).k).toBeCloseTo(2);
  expect(valuesAt(keys, -5).k).toBe(1);
  expect(valuesAt(keys, 9).k).toBe(4);
});

test('what grows out of nothing passes its size by as much as its ease does', () => {
  const keys = [
    { seconds: 0, k: 0.001 },
    { seconds: 1, k: 1, ease: 'back' as const },
  ];
  const sizes = Array.from({ length: 100 }, (_, index) => valuesAt(keys, index / 100).k);
  expect(Math.max(...sizes)).toBeLessThan(1.12);
});

test('a line that is drawn reaches as far along itself as its share says', () => {
  const path = [
    ['move', 0, 0],
    ['line', 10, 0],
    ['line', 10, 30],
  ] as const;
  expect(partOfPath([...path.map(([...step]) => step)], 0.5)).toEqual([
    ['move', 0, 0],
    ['line', 10, 0],
    ['line', 10, 10],
  ]);
});

test('the line of a call-out runs from the moved dot to the label that stands, straight or curved', () => {
  const label = [100, 0] as const;
  const elbow = calloutLine(
    [
      ['move', ...label],
      ['line', 50, 0],
      ['line', 0, 40],
    ],
    [5, 45],
    [0, 40],
  );
  expect(elbow).toEqual([
    ['move', 5, 45],
    ['line', 50, 0],
    ['line', 100, 0],
  ]);
  const bent = calloutLine(
    [
      ['move', ...label],
      ['quadratic', 50, -20, 0, 40],
    ],
    [5, 45],
    [0, 40],
  );
  expect(bent[0]).toEqual(['move', 5, 45]);
  expect(bent.at(-1)).toEqual(['line', 100, 0]);
  expect(partOfPath(bent, 0.5).length).toBeLessThan(bent.length);
});

test('a product that is shown whole grows up to the edge of the frame and no further', () => {
  const frame = { width: 1000, height: 1000 };
  const pose: Pose = { x: 500, y: 500, height: 600, rotationDegrees: 0, isMirrored: false };
  // It grows from its left side: 600 px of it may become 760.
  expect(mostGrowth(pose, 1, [200, 500], frame)).toBeCloseTo(760 / 600);
  expect(mostGrowth({ ...pose, x: 699 }, 1, [399, 500], frame)).toBe(1);
  // A side that is cut off on purpose holds nothing back.
  expect(mostGrowth({ ...pose, y: 900 }, 1, [500, 600], frame)).toBeCloseTo(460 / 300);
});
