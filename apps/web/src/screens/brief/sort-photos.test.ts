import { expect, test } from 'vitest';
import { sortPhotos } from './sort-photos.ts';

test('photos are taken, other files are refused with a reason', () => {
  const cup = new File(['x'], 'cup.jpg', { type: 'image/jpeg' });
  const phone = new File(['x'], 'IMG_1.HEIC', { type: '' });
  const text = new File(['x'], 'notes.txt', { type: 'text/plain' });
  const sorted = sortPhotos([cup, text, phone], 6);
  expect(sorted.taken).toEqual([cup, phone]);
  expect(sorted.refused).toEqual([{ file: text, reason: 'notAPhoto' }]);
});

test('a seventh photo stays out', () => {
  const photos = Array.from(
    { length: 3 },
    (_, index) => new File(['x'], `${index}.png`, { type: 'image/png' }),
  );
  expect(sortPhotos(photos, 2).refused.map(({ reason }) => reason)).toEqual(['tooMany']);
});
