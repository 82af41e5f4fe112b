import { expect, test } from 'vitest';
import { InvalidInput, Permanent, Unavailable } from './faults.ts';
import { retryDelayAfter, retryDelayMs } from './retry-policy.ts';

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

test('what trying again cannot help is not tried again, and a full disk is waited for', () => {
  expect(retryDelayAfter(new Permanent('provider_refused', 'No.'), 0, 0.5)).toBeNull();
  expect(retryDelayAfter(new InvalidInput('photo_damaged', 'No.'), 0, 0.5)).toBeNull();
  expect(retryDelayAfter(new Unavailable('storage_full', 'The disk is full.'), 20, 0.5)).toBe(60_000);
  expect(retryDelayAfter(new TypeError('A mistake of ours.'), 0, 0.5)).toBe(2_000);
  expect(retryDelayAfter(new TypeError('A mistake of ours.'), 1, 0.5)).toBeNull();
});
