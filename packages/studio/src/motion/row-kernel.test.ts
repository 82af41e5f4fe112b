import { expect, test } from 'vitest';
import { createRowKernel } from './row-kernel.ts';
import { VideoMemory } from './video-memory.ts';

const SIDE = 64;
const PIXEL = 65536;

const memory = new VideoMemory();
const source = memory.store(
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 20 ? 0 : 90 + 60 * Math.sin(i * 0.37))),
  SIDE,
);
const alpha = memory.store(
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 20 ? 0 : 180)),
  SIDE,
);
const target = memory.allocate(SIDE, 1);
const drawRow = createRowKernel(memory.memory);

/** The same point in plain arithmetic. */
function sample(plane: number, u: number, v: number): number {
  const bytes = memory.bytes(plane, SIDE * SIDE);
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const at = (x: number, y: number) => bytes[y * SIDE + x] ?? 0;
  const upper = at(column, row) + (at(column + 1, row) - at(column, row)) * (u - column);
  const lower = at(column, row + 1) + (at(column + 1, row + 1) - at(column, row + 1)) * (u - column);
  return upper + (lower - upper) * (v - row);
}

test.each([
  { name: 'straight', dv: 0 },
  { name: 'turned', dv: 0.09 },
  { name: 'turned the other way', dv: -0.09 },
])('a $name row is blended like plain arithmetic does, and nothing beyond it is touched', ({ dv }) => {
  for (const plane of [0, alpha]) {
    for (const count of [1, 7, 8, 19, 40]) {
      const row = memory.bytes(target, SIDE).fill(77);
      const [u, v, du] = [6.37, 20.61, 0.93];
      const fixed = [u, v, du, dv].map((value) => Math.round(value * PIXEL)) as [
        number,
        number,
        number,
        number,
      ];
      drawRow(target, count, source, plane, SIDE, ...fixed, 32767);
      for (let x = 0; x < SIDE; x += 1) {
        const cover = plane === 0 ? 1 : sample(plane, u + du * x, v + dv * x) / 255;
        const drawn = sample(source, u + du * x, v + dv * x) + 77 * (1 - cover);
        expect(Math.abs(row[x]! - (x < count ? Math.min(255, drawn) : 77))).toBeLessThan(1.6);
      }
    }
  }
});
