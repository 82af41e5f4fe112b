import { expect, test } from 'vitest';
import { truePeak } from './true-peak.ts';

test('a peak between two samples is seen', () => {
  // A quarter of the sampling rate at 45°: every sample is 3 dB below the crest.
  const tone = Float32Array.from({ length: 64 }, (_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4));
  expect(Math.max(...tone)).toBeCloseTo(Math.SQRT1_2, 5);
  const seen = Math.max(truePeak(tone, 30, 0), truePeak(tone, 31, 0));
  expect(20 * Math.log10(seen)).toBeCloseTo(0, 1);
});
