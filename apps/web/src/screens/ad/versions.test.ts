import type { Asset } from '@spotsmith/contract/assets';
import { expect, test } from 'vitest';
import { commonFormats, filmOf, finishedVersions } from './versions.ts';

const film = (version_number: number, aspect_ratio: string, position = 0, url: string | null = '/film.mp4') =>
  ({ id: `${version_number} ${aspect_ratio}`, version_number, aspect_ratio, position, url }) as Asset;

test('versions come newest first with their films in order, those still being made left out', () => {
  const finals = [film(1, '16:9'), film(3, '16:9', 0, null), film(2, '9:16', 1), film(2, '16:9', 0)];
  expect(
    finishedVersions(finals).map(({ n, films }) => [n, ...films.map(({ aspect_ratio }) => aspect_ratio)]),
  ).toEqual([
    [2, '16:9', '9:16'],
    [1, '16:9'],
  ]);
});

test('two versions are compared in a format that both have, else each in its own first', () => {
  const [newer, older] = finishedVersions([film(1, '1:1'), film(2, '9:16', 1), film(2, '1:1', 0)]);
  if (newer === undefined || older === undefined) throw new Error('Both versions have films.');
  expect(commonFormats(newer, older)).toEqual(['1:1']);
  expect(filmOf(newer, '9:16')?.id).toBe('2 9:16');
  expect(filmOf(older, '9:16')?.id).toBe('1 1:1');
});
