import { expect, test } from 'vitest';
import { FIGURES } from '../bench/fleet/figures.ts';
import { needsOf } from '../bench/fleet/scale-model.ts';
import { scalingPage } from '../bench/fleet/scaling-page.ts';

test('the page about scaling is what the model reckons', async () => {
  await expect(scalingPage()).toMatchFileSnapshot('../docs/scaling.md');
});

test('twice the ads need twice the room and money, and a small installation still has two APIs', () => {
  const [one, two] = [needsOf(1e6, FIGURES), needsOf(2e6, FIGURES)];
  expect(two.storageTbKept).toBeCloseTo(2 * one.storageTbKept);
  expect(two.s3UsdPerMonth).toBeCloseTo(2 * one.s3UsdPerMonth);
  expect(needsOf(10, FIGURES).apis).toBe(2);
});

test('storage and egress cost what the prices say', () => {
  const { s3UsdPerMonth, r2UsdPerMonth } = needsOf(1_000, FIGURES);
  // 900 GB kept at $0.023, and 660 GB a month out at $0.09; R2 takes $0.015 and nothing.
  expect(s3UsdPerMonth).toBeCloseTo(900 * 0.023 + 660 * 0.09);
  expect(r2UsdPerMonth).toBeCloseTo(900 * 0.015);
});
