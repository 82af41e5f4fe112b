import { expect, test } from 'vitest';
import { assertWithin, NO_OWN_QUOTAS, quotaOf } from './quotas.ts';

const installation = { disk_bytes: 10, ads: 3, photos: 0, tracks: 5, running: 2 };

test('a person’s own quota goes before the installation’s, and 0 is no limit', () => {
  expect(quotaOf('ads', NO_OWN_QUOTAS, installation)).toBe(3);
  expect(quotaOf('ads', { ...NO_OWN_QUOTAS, ads: 0 }, installation)).toBe(0);
  expect(() => assertWithin('ads', 1_000_000, 1, 0)).not.toThrow();
});

test('the last one that fits is taken, the next one is told what to do', () => {
  expect(() => assertWithin('ads', 2, 1, 3)).not.toThrow();
  expect(() => assertWithin('ads', 3, 1, 3)).toThrow(
    'You have 3 of 3 ads. Delete one, or ask an owner for more.',
  );
  expect(() => assertWithin('disk_bytes', 9.96e9, 1e8, 1e10)).toThrow('take 10.0 of 10.0 GB');
});

test('a quota that was lowered below what is used stops what is new, and nothing else', () => {
  expect(() => assertWithin('photos', 9, 0, 3)).not.toThrow();
  expect(() => assertWithin('photos', 9, 1, 3)).toThrow('Remove one');
});
