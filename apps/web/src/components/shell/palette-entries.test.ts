import { expect, test } from 'vitest';
import { matches } from './palette-entries.ts';

test.each([
  ['Download MP4', 'mp4 down', true],
  ['Café Crème', 'creme', true],
  ['Settings', '', true],
  ['Settings', 'sett x', false],
])('“%s” is found by “%s”: %s', (label, search, isFound) => {
  expect(matches(label, search)).toBe(isFound);
});
