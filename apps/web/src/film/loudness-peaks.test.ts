import { expect, test } from 'vitest';
import { loudnessPeaks } from './loudness-peaks.ts';

test('shows the loudest sample of either side, as a share of the loudest of all', () => {
  const left = Float32Array.of(0.1, -0.5, 0, 0, 0.25, 0);
  const right = Float32Array.of(0, 0, 0, 0, 0, -0.125);
  expect(loudnessPeaks([left, right], 3)).toEqual([1, 0, 0.5]);
});

test('keeps silence silent, and a sound shorter than its parts within bounds', () => {
  expect(loudnessPeaks([new Float32Array(4)], 2)).toEqual([0, 0]);
  expect(loudnessPeaks([Float32Array.of(1)], 3)).toEqual([0, 0, 1]);
  expect(loudnessPeaks([], 2)).toEqual([0, 0]);
});
