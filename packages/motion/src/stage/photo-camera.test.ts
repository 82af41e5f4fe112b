import { expect, test } from 'vitest';
import type { PhotoFacts } from './photo.ts';
import { type CameraMove, cameraKeys, spotsOf } from './photo-camera.ts';
import { placePhoto } from './place-photo.ts';

const [columns, rows] = [48, 48];

/** A subject in the middle of a photo, rich in detail at two places. */
const facts: PhotoFacts = {
  width: 2000,
  height: 2000,
  columns,
  rows,
  importance: Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    return Math.hypot(x - 18, y - 18) < 4 || Math.hypot(x - 32, y - 30) < 3 ? 1 : 0.1;
  }),
  lightness: Array.from({ length: columns * rows }, () => 0.5),
  isPlain: false,
  subject: { left: 0.15, top: 0.15, right: 0.85, bottom: 0.85 },
  signature: { l: 0.5, c: 0.1, h: 40 },
  dark: { l: 0.2, c: 0.02, h: 40 },
  tone: 'colour',
};
const box = { x: 0, y: 0, width: 1080, height: 1920 };
const place = placePhoto(facts, box, 'none', 0, true);

test('the camera comes near where a photo shows most detail first', () => {
  const [first, second] = spotsOf(facts);
  expect(Math.hypot((first?.[0] ?? 0) - 18 / 48, (first?.[1] ?? 0) - 18 / 48)).toBeLessThan(0.08);
  expect(Math.hypot((second?.[0] ?? 0) - 32 / 48, (second?.[1] ?? 0) - 30 / 48)).toBeLessThan(0.12);
});

test.each<CameraMove>(['open', 'push', 'pull', 'pan', 'details'])(
  'the camera move “%s” never shows more than the photo',
  (move) => {
    for (const { crop } of cameraKeys(facts, box, place, move)) {
      expect(crop.x).toBeGreaterThanOrEqual(-1e-9);
      expect(crop.y).toBeGreaterThanOrEqual(-1e-9);
      expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9);
    }
  },
);

test('details are at least 2.2 times as large as the whole subject', () => {
  const near = Math.min(...cameraKeys(facts, box, place, 'details').map(({ crop }) => crop.width));
  expect(place.seen.width / near).toBeGreaterThan(2.2);
});
