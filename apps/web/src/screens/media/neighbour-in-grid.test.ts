import { expect, test } from 'vitest';
import { neighbourInGrid } from './neighbour-in-grid.ts';

const twoRowsOfThree = [0, 0, 0, 200, 200, 200];

test('arrows move as the eye does', () => {
  expect(neighbourInGrid('ArrowRight', 0, twoRowsOfThree, false)).toBe(1);
  expect(neighbourInGrid('ArrowDown', 1, twoRowsOfThree, false)).toBe(4);
  expect(neighbourInGrid('ArrowUp', 1, twoRowsOfThree, false)).toBeNull();
  expect(neighbourInGrid('a', 1, twoRowsOfThree, false)).toBeNull();
});

test('in a right-to-left page the right arrow goes back', () => {
  expect(neighbourInGrid('ArrowRight', 2, twoRowsOfThree, true)).toBe(1);
  expect(neighbourInGrid('ArrowLeft', 2, twoRowsOfThree, true)).toBe(3);
});
