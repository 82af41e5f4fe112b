import { expect, test } from 'vitest';
import type { PhotoFacts } from './photo.ts';
import { placePhoto } from './place-photo.ts';

/** A busy portrait photo whose subject takes the given part of its height. */
function photoWith(top: number, bottom: number): PhotoFacts {
  return {
    width: 900,
    height: 1600,
    columns: 1,
    rows: 2,
    importance: [1, 1],
    lightness: [0.5, 0.5],
    isPlain: false,
    subject: { left: 0.2, right: 0.8, top, bottom },
    signature: { l: 0.5, c: 0.1, h: 30 },
    dark: { l: 0.2, c: 0.02, h: 30 },
    tone: 'colour',
  };
}

/** Which part of the photo's height is seen in a flat window. */
function seenOf(facts: PhotoFacts): [from: number, to: number] {
  const { seen } = placePhoto(facts, { x: 0, y: 0, width: 900, height: 900 }, 'none', 0);
  return [seen.y, seen.y + seen.height];
}

test('of somebody whom the photo cuts at the foot the head is shown', () => {
  const [from, to] = seenOf(photoWith(0.15, 1));
  expect(from).toBeGreaterThan(0.05);
  expect(from).toBeLessThan(0.15);
  expect(to).toBeLessThan(0.8);
});

test('of what hangs into the photo from above the lower end is shown', () => {
  const [from, to] = seenOf(photoWith(0, 0.85));
  expect(from).toBeGreaterThan(0.2);
  expect(to).toBeGreaterThan(0.85);
});

test('of what is whole but too large for its window the middle is shown', () => {
  const [from, to] = seenOf(photoWith(0.1, 0.9));
  expect((from + to) / 2).toBeCloseTo(0.5, 2);
});
