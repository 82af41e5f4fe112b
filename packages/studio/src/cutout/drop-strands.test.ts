import { expect, test } from 'vitest';
import { dropStrands } from './drop-strands.ts';
import type { Mask } from './mask.ts';

const SIDE = 256;

/** A round product with bars that leave it to the right, as sure as told. */
function withBars(...values: readonly number[]): Mask {
  const mask: Mask = { width: SIDE, height: SIDE, values: new Uint8Array(SIDE * SIDE) };
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const bar = values.findIndex((_, i) => Math.abs(y - 80 - i * 16) < 2);
      if (Math.hypot(x - 110, y - 110) < 60) mask.values[y * SIDE + x] = 255;
      else if (x > 110 && x < 220 && bar >= 0) mask.values[y * SIDE + x] = values[bar]!;
    }
  return mask;
}
const tipOf = ({ values }: Mask, bar: number) => values[(80 + bar * 16) * SIDE + 200];

test('a streak that the network half believes in is cut off, a cable it is sure of stays', async () => {
  const kept = await dropStrands(withBars(160, 255));
  expect([tipOf(kept, 0), tipOf(kept, 1)]).toEqual([0, 255]);
  expect(kept.values[110 * SIDE + 110]).toBe(255);
});

test('fur stays as it is', async () => {
  const fur = withBars(160, 150, 140, 170, 160);
  expect((await dropStrands(fur)).values).toEqual(fur.values);
});
