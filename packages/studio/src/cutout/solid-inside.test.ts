import { expect, test } from 'vitest';
import { solidInside } from './solid-inside.ts';

const SIZE = 200;

/** A disc of 255 on 0, changed where `paint` says so. */
function disc(paint: (x: number, y: number) => number | null) {
  const values = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const x = i % SIZE;
    const y = Math.floor(i / SIZE);
    return paint(x, y) ?? ((x - 100) ** 2 + (y - 100) ** 2 < 80 ** 2 ? 255 : 0);
  });
  const { values: solid } = solidInside({ width: SIZE, height: SIZE, values });
  return (x: number, y: number) => solid[y * SIZE + x];
}

test('a part of the product that the network was unsure about becomes solid', () => {
  const at = disc((x, y) => (Math.abs(x - 90) < 12 && Math.abs(y - 110) < 12 ? 110 : null));
  expect(at(90, 110)).toBe(255);
});

test('a real hole stays open, and so does the backdrop', () => {
  const at = disc((x, y) => (Math.abs(x - 90) < 12 && Math.abs(y - 110) < 12 ? 0 : null));
  expect(at(90, 110)).toBe(0);
  expect(at(5, 5)).toBe(0);
});

test('a soft rim stays soft', () => {
  const at = disc((x, y) => {
    const away = Math.hypot(x - 100, y - 100) - 80;
    return away < -2 ? 255 : away >= 0 ? 0 : 128;
  });
  expect(at(179, 100)).toBeLessThan(140);
});
