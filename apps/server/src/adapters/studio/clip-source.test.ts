import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clipSourceOf } from './clip-source.ts';

/** A can with its own alpha: a confident cut-out that costs no neural network. */
const CAN = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><rect x="330" y="60" width="140" height="330" rx="20" fill="#b33"/></svg>',
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spotsmith-clip-source-'));
  await sharp(CAN).png().toFile(join(folder, 'can.png'));
  await sharp({ create: { width: 300, height: 200, channels: 3, background: '#345' } })
    .png()
    .toFile(join(folder, 'flat.png'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A picture that no recipe belongs to. */
function sourceOf(name: string, canvas = { width: 1920, height: 1080 }) {
  const path = join(folder, name);
  const image = { id: name, path, mimeType: 'image/png', recipe: null };
  return clipSourceOf({ image, photos: [], canvas }, folder, AbortSignal.timeout(60_000));
}

test('the product of a picture from elsewhere is cut out, so that it moves before its background', async () => {
  expect(await sourceOf('can.png')).toMatchObject({
    imagePath: join(folder, 'photo.png'),
    photo: { isConfident: true, cutoutPath: join(folder, 'cutout.png') },
  });
});

test('on a canvas too small to show depth a picture moves as a whole, without the seconds of a cut-out', async () => {
  expect(await sourceOf('can.png', { width: 480, height: 270 })).toEqual({
    imagePath: join(folder, 'can.png'),
  });
});

test('a picture in which nothing can be cut out moves as a whole', async () => {
  expect(await sourceOf('flat.png')).toEqual({ imagePath: join(folder, 'flat.png') });
});
