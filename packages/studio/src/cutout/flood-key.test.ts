import { expect, test } from 'vitest';
import { maskByFloodKey } from './flood-key.ts';
import type { Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

const SIDE = 120;

const isIn = (x: number, y: number, from: number, to: number) => x >= from && x < to && y >= from && y < to;

/** A black ring on white, as a packshot has it: what its middle becomes when the network sees it so. */
async function middleAfter(middle: number, seen: number | null): Promise<number> {
  const rgba = Buffer.alloc(SIDE * SIDE * 4, 255);
  const network: Mask = { width: SIDE, height: SIDE, values: new Uint8Array(SIDE * SIDE) };
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const at = y * SIDE + x;
      const isMiddle = isIn(x, y, 45, 75);
      const isRing = isIn(x, y, 25, 95) && !isMiddle;
      rgba.fill(isMiddle ? middle : isRing ? 20 : 255, at * 4, at * 4 + 3);
      network.values[at] = isRing ? 255 : isMiddle ? (seen ?? 0) : 0;
    }
  }
  const photo: Photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  const { mask } = await maskByFloodKey(photo, seen === null ? null : network);
  return mask.values[60 * SIDE + 60]!;
}

test('what is seen through a ring on white is cut out where the network is clear there', async () => {
  expect(await middleAfter(255, 4)).toBe(0);
});

test('a white dial in a dark ring stays: the network sees a part of the product', async () => {
  expect(await middleAfter(255, 240)).toBe(255);
  expect(await middleAfter(255, null)).toBe(255);
});

test('a grey window stays whatever the network sees: the backdrop has no such colour', async () => {
  expect(await middleAfter(150, 4)).toBe(255);
});

/** A ball of a colour on a sheet of another, its shadow beside it: what the key makes of the shadow. */
async function shadowOn(sheet: readonly number[], light: number): Promise<number> {
  const rgba = Buffer.alloc(SIDE * SIDE * 4, 255);
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const isBall = Math.hypot(x - 50, y - 60) < 25;
      const isShadow = Math.hypot(x - 70, y - 66) < 22;
      const colour = isBall ? [230, 120, 40] : isShadow ? sheet.map((value) => value * light) : sheet;
      colour.forEach((value, channel) => (rgba[(y * SIDE + x) * 4 + channel] = value));
    }
  const photo: Photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  const { mask } = await maskByFloodKey(photo);
  expect(mask.values[60 * SIDE + 50]).toBe(255);
  return mask.values[66 * SIDE + 84]!;
}

test('a shadow on paper of a colour is no part of the product: it has that colour in less light', async () => {
  expect(await shadowOn([140, 60, 160], 0.6)).toBe(0);
});

test('what is darker than white or grey paper stays: it may be a grey product', async () => {
  expect(await shadowOn([235, 235, 235], 0.6)).toBe(255);
});
