import { expect, test } from 'vitest';
import { integratedLufs } from './loudness.ts';

function sine(level: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: seconds * 48_000 },
    (_, i) => level * Math.sin((2 * Math.PI * 997 * i) / 48_000),
  );
}

test('a 997 Hz sine at −23 dBFS on both sides reads −23 LUFS (EBU Tech 3341, case 1)', () => {
  const tone = sine(10 ** (-23 / 20), 5);
  expect(integratedLufs({ left: tone, right: tone })).toBeCloseTo(-23, 1);
});

test('silence after the music does not lower the reading (gated)', () => {
  const tone = new Float32Array(10 * 48_000);
  tone.set(sine(0.1, 5));
  expect(integratedLufs({ left: tone, right: tone })).toBeCloseTo(-20, 0);
});
