import { expect, test } from 'vitest';
import type { Mask } from './mask.ts';
import { outlineRatio } from './outline-ratio.ts';

const SIDE = 400;

function maskOf(isProduct: (x: number, y: number) => boolean): Mask {
  const values = Uint8Array.from({ length: SIDE * SIDE }, (_, at) =>
    isProduct(at % SIDE, Math.floor(at / SIDE)) ? 255 : 0,
  );
  return { width: SIDE, height: SIDE, values };
}

const box = (x: number, y: number) => x > 100 && x < 300 && y > 100 && y < 300;

test('a plain shape has hardly more outline than its smoothed self', async () => {
  expect(await outlineRatio(maskOf(box))).toBeCloseTo(1, 1);
});

test('a hole, such as a handle, does not lengthen the outline', async () => {
  const isHole = (x: number, y: number) => x > 150 && x < 250 && y > 150 && y < 250;
  expect(await outlineRatio(maskOf((x, y) => box(x, y) && !isHole(x, y)))).toBeCloseTo(1, 1);
});

test('blades of grass cut out of the foot of a product lengthen it by half', async () => {
  const isBlade = (x: number, y: number) => y > 200 && x % 16 < 4;
  expect(await outlineRatio(maskOf((x, y) => box(x, y) && !isBlade(x, y)))).toBeGreaterThan(1.4);
});

test('where no product is, there is nothing to doubt', async () => {
  expect(await outlineRatio(maskOf(() => false))).toBe(1);
});
