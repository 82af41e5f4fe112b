import { expect, test } from 'vitest';
import { decideHoles } from './decide-holes.ts';
import type { Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

const SIDE = 120;
type Colour = readonly [number, number, number];
const WALL: Colour = [200, 190, 170];
const CLAY: Colour = [150, 60, 40];

const isIn = (x: number, y: number, from: number, to: number) => x >= from && x < to && y >= from && y < to;

/** A clay square before a wall, in it a smaller one of another colour, and what a network says of that one. */
async function innerAfter(inner: Colour, said: number): Promise<number> {
  const rgba = Buffer.alloc(SIDE * SIDE * 4, 255);
  const mask: Mask = { width: SIDE, height: SIDE, values: new Uint8Array(SIDE * SIDE) };
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const colour = isIn(x, y, 45, 75) ? inner : isIn(x, y, 25, 95) ? CLAY : WALL;
      // A little of the grain that photographs have.
      colour.forEach(
        (value, channel) => (rgba[(y * SIDE + x) * 4 + channel] = value + ((x * 7 + y * 3) % 5)),
      );
      mask.values[y * SIDE + x] = isIn(x, y, 45, 75) ? said : isIn(x, y, 25, 95) ? 255 : 0;
    }
  }
  const photo: Photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  return (await decideHoles(photo, mask)).values[60 * SIDE + 60]!;
}

test('what is seen under a handle is cut out whole, though the network half believes in it', async () => {
  expect(await innerAfter(WALL, 90)).toBe(0);
});

test('a hole that shows the backdrop stays a hole', async () => {
  expect(await innerAfter(WALL, 2)).toBe(0);
});

test('a dial that the network left out or doubted is filled: the backdrop has no such colour', async () => {
  expect(await innerAfter([250, 250, 252], 2)).toBe(255);
  expect(await innerAfter([250, 250, 252], 120)).toBe(255);
});

test('a mask without holes stays as it is', async () => {
  expect(await innerAfter(CLAY, 255)).toBe(255);
});
