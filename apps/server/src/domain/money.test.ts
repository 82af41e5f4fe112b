import { expect, test } from 'vitest';
import { formatUsd, microsToUsd, usdToMicros } from './money.ts';

test('dollars become whole micro-dollars and back without losing any', () => {
  expect(usdToMicros(0.1) + usdToMicros(0.2)).toBe(usdToMicros(0.3));
  expect(microsToUsd(usdToMicros(199.999999))).toBe(199.999999);
});

test('what is not an amount of money is refused', () => {
  for (const bad of [-0.01, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => usdToMicros(bad)).toThrow(RangeError);
});

test('amounts are written in cents, more finely where there is more to say, and never as less than they are', () => {
  expect(formatUsd(2_400_000)).toBe('$2.40');
  expect(formatUsd(0)).toBe('$0.00');
  expect(formatUsd(3_100)).toBe('$0.0031');
  expect(formatUsd(145_000)).toBe('$0.145');
  expect(formatUsd(1_234_510)).toBe('$1.2346');
  expect(formatUsd(1)).toBe('$0.0001');
});
