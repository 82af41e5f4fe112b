import { expect, test } from 'vitest';
import { reconnectDelayMs } from './reconnect-delay.ts';

test('waits longer after each failure, never more than ten seconds, never all at once', () => {
  expect([0, 1, 2, 3].map((attempt) => reconnectDelayMs(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
  expect(reconnectDelayMs(40, 1)).toBe(10_000);
  expect(reconnectDelayMs(3, 0)).toBe(2000);
});
