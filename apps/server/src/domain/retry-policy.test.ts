import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-policy.ts';

test('waits longer after each try, spread by a quarter, at most a minute', () => {
  expect(retryDelayMs('ffmpeg_failed', 0, null, 0.5)).toBe(2_000);
  expect(retryDelayMs('ffmpeg_failed', 1, null, 0)).toBe(3_000);
  expect(retryDelayMs('ffmpeg_failed', 1, null, 1)).toBe(5_000);
  expect(retryDelayMs('rate_limited', 10, null, 0.5)).toBe(60_000);
});

test('waits as long as the other side asks for', () => {
  expect(retryDelayMs('rate_limited', 0, 9_000, 0.9)).toBe(9_000);
});

test('a provider that timed out is asked once more and then the user is', () => {
  expect(retryDelayMs('provider_timeout', 0, 30_000, 0)).toBe(30_000);
  expect(retryDelayMs('provider_timeout', 1, 30_000, 0)).toBeNull();
});
