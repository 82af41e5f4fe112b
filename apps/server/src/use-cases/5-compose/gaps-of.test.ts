import { expect, test } from 'vitest';
import { lengthGapOf, withGaps } from './gaps-of.ts';

const ordered = (target_seconds: 15, clipSeconds: number | null = null) => ({
  options: { target_seconds },
  clipSeconds,
});

test('a film of 12 s for an order of 15 s does not pass as if all were in order', () => {
  expect(withGaps({ verdict: 'passed', reasons: [] }, lengthGapOf(ordered(15), 12))).toEqual({
    verdict: 'degraded',
    reasons: [
      {
        code: 'other_length',
        message: 'The ad is 12.0 s long instead of the 15 s that were asked for.',
      },
    ],
  });
});

test('a film of the length that was asked for passes, and so does one whose clips were given a length', () => {
  expect(lengthGapOf(ordered(15), 15.2)).toEqual([]);
  expect(lengthGapOf(ordered(15, 2), 4)).toEqual([]);
});
