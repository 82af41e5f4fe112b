import type { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { dragged, grown, placeWords } from './place-words.ts';

const canvas = { width: 1000, height: 1000 };
const box = { x: 100, y: 100, width: 400, height: 200 };

test('words go where they are dragged, from where they had been put before', () => {
  expect(dragged(box, { x: 0.1, k: 1.5 }, { x: 0.05, y: 0.25 }, canvas)).toEqual({
    place: { x: 0.15, y: 0.25, k: 1.5 },
    guides: { x: null, y: null },
  });
});

test('near the middle of the frame they snap to it, and its line is shown', () => {
  // The middle of the words, 300, is dragged to 508 of 1000.
  expect(dragged(box, {}, { x: 0.208, y: 0 }, canvas)).toEqual({
    place: { x: 0.2, y: 0 },
    guides: { x: 0.5, y: null },
  });
});

test('near the edge of the part where words may stand they snap to that', () => {
  const { place, guides } = dragged(box, {}, { x: -0.03, y: 0 }, canvas);
  expect(guides.x).toBeCloseTo(0.065);
  expect(place.x).toBeCloseTo(-0.035);
});

test('words grow and shrink as far as a shot allows', () => {
  expect(grown({ x: 0.1 }, 1.2)).toEqual({ x: 0.1, k: 1.2 });
  expect(grown({ k: 2.9 }, 2)).toEqual({ k: 3 });
  expect(grown({ k: 0.5 }, 0.1)).toEqual({ k: 0.4 });
});

test('put back, a shot is as it was before its words were moved', () => {
  const storyboard = {
    shots: [
      { id: 'a', copy: {} },
      { id: 'b', copy: {} },
    ],
  } as unknown as Storyboard;
  const moved = placeWords(storyboard, 1, { x: 0.2, y: 0 });
  expect(moved.shots[1]?.words).toEqual({ x: 0.2, y: 0 });
  expect(moved.shots[0]).toEqual(storyboard.shots[0]);
  expect(placeWords(moved, 1, null)).toEqual(storyboard);
});
