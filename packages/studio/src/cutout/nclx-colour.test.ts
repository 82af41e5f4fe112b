import { expect, test } from 'vitest';
import { convertToSrgb, nclxOf } from './nclx-colour.ts';

const converted = (rgb: readonly number[], primaries: number, transfer: number) => {
  const rgba = Buffer.from([...rgb, 255]);
  convertToSrgb(rgba, { primaries, transfer });
  return [...rgba];
};

test('a patch in Display P3 becomes the sRGB that looks alike, and stays opaque', () => {
  const [r = 0, g = 0, b = 0, alpha] = converted([200, 60, 50], 12, 13);
  expect(Math.max(Math.abs(r - 217), Math.abs(g - 42), Math.abs(b - 39))).toBeLessThan(4);
  expect(alpha).toBe(255);
});

test('a picture in sRGB stays as it is', () => {
  expect(converted([200, 60, 50], 1, 13)).toEqual([200, 60, 50, 255]);
});

test('paper white of HDR becomes a light grey, brighter steps stay apart, grey stays grey', () => {
  const paper = converted([148, 148, 148], 9, 16); // 203 cd/m² in PQ
  const bright = converted([165, 165, 165], 9, 16);
  expect(paper[0]).toBeGreaterThan(215);
  expect(paper[0]).toBeLessThan(240);
  expect(bright[0]).toBeGreaterThan(paper[0] ?? 255);
  for (const grey of [paper, bright]) {
    expect(Math.max(...grey.slice(0, 3)) - Math.min(...grey.slice(0, 3))).toBeLessThan(4);
  }
});

test('the box is found in the bytes of a file', () => {
  const box = Buffer.concat([Buffer.from('....colrnclx', 'latin1'), Buffer.from([0, 12, 0, 13, 0, 1, 128])]);
  expect(nclxOf(box)).toEqual({ primaries: 12, transfer: 13 });
  expect(nclxOf(Buffer.from('colrprof'))).toBeNull();
});
