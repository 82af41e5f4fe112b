import type { Asset } from '@spotsmith/contract/assets';
import { expect, test } from 'vitest';
import { stillNote } from './still-note.ts';

const t = (key: string) => key;
const clip = (status: Asset['status']) => ({ clips: [{ parent_id: 'image', status } as Asset] });
const still = { picture: { kind: 'still', assetId: 'image' } } as const;

test.each([
  ['queued', 'film.stillForNow'],
  ['running', 'film.stillForNow'],
  ['failed', 'film.stillInstead'],
  ['ready', null],
  ['cancelled', null],
] as const)('of a still whose clip is %s it says %s', (status, said) => {
  expect(stillNote(clip(status), still, t)).toBe(said);
});

test('says nothing of the product itself, or of a still that is no clip of', () => {
  expect(stillNote(clip('running'), { picture: { kind: 'product' } }, t)).toBeNull();
  expect(stillNote({ clips: [] }, still, t)).toBeNull();
});
