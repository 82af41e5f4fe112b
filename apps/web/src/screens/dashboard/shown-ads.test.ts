import { expect, test } from 'vitest';
import { addressOf, adsIn, viewIn } from './shown-ads.ts';

const viewOf = (query: string) => viewIn(new URLSearchParams(query));

test('the dashboard is found again by its address', () => {
  const view = { group: 'finished', order: 'title', look: 'list', search: 'cup & saucer' } as const;
  const address = addressOf(view);
  expect(address).toBe('/?show=finished&sort=title&view=list&q=cup+%26+saucer');
  expect(viewOf(address.slice(2))).toEqual(view);
});

test('what everybody sees first has the shortest address, and nonsense in one changes nothing', () => {
  expect(addressOf(viewOf(''))).toBe('/');
  expect(viewOf('show=secret&sort=&view=3d')).toEqual(viewOf(''));
});

test('deleted ads are asked for as such, a group as one', () => {
  expect(adsIn(viewOf('show=deleted'))).toEqual({ search: '', isDeleted: true, order: 'changed' });
  expect(adsIn(viewOf('show=making'))).toMatchObject({ isDeleted: false, group: 'making' });
});
