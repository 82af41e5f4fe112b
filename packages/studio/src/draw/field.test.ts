import { expect, test } from 'vitest';
import { sampledLight, type Shader } from './field.ts';

test('sampled light is the light itself where that is smooth, and the light at the edge beyond', () => {
  const slope: Shader = (x, y, out) => {
    out[0] = x / 40;
    out[1] = y / 30;
    out[2] = (x * y) / 1200;
    out[3] = 1;
  };
  const sampled = sampledLight({ width: 40, height: 30 }, 3, slope);
  const [exact, found] = [new Float32Array(4), new Float32Array(4)];
  for (const [x, y] of [
    [0, 0],
    [7.3, 11.9],
    [39.9, 29.9],
    [60, -5],
  ] as const) {
    slope(Math.min(40, x), Math.max(0, y), exact);
    sampled(x, y, found);
    found.forEach((value, channel) => expect(value).toBeCloseTo(exact[channel] ?? NaN, 3));
  }
});
