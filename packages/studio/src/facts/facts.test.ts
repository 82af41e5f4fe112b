import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preparePhoto } from '../photo.ts';
import type { ProductFacts } from '../prepared-photo.ts';

const photos = path.resolve(import.meta.dirname, '../../../../bench/studio/photos');
const facts: Record<string, ProductFacts> = {};
let outDir = '';

// These pictures carry their own alpha, so no network runs and every fact is about the picture alone.
beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'facts-'));
  for (const name of ['shoe', 'serum', 'headphones', 'carton']) {
    const prepared = await preparePhoto({ photoPath: path.join(photos, `${name}-alpha.webp`), outDir });
    if (prepared.facts) facts[name] = prepared.facts;
  }
});

afterAll(() => rm(outDir, { recursive: true, force: true }));

test('the colour people would name is the signature', () => {
  expect(facts['shoe']).toMatchObject({ tone: 'colour' });
  expect(facts['shoe']?.signature.h).toBeGreaterThan(25);
  expect(facts['shoe']?.signature.h).toBeLessThan(50);
  expect(facts['shoe']?.dark.l).toBeLessThan(0.45);
});

test('a label with words may not be mirrored, a plain shoe may', () => {
  expect(facts['serum']?.mayMirror).toBe(false);
  expect(facts['shoe']?.mayMirror).toBe(true);
});

test('headphones have an open outline, a carton has none', () => {
  expect(facts['headphones']?.isOpen).toBe(true);
  expect(facts['carton']?.isOpen).toBe(false);
});

test('the three places worth pointing at lie apart, within the product', () => {
  for (const { anchors, focus } of Object.values(facts)) {
    for (const [x, y] of [...anchors, focus]) {
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(Math.max(x, y)).toBeLessThan(1);
    }
    const [a, b, c] = anchors;
    for (const [p, q] of [
      [a, b],
      [a, c],
      [b, c],
    ] as const) {
      expect(Math.hypot(p[0] - q[0], p[1] - q[1])).toBeGreaterThan(0.1);
    }
  }
});

test('a product whole in its photo is cut by no edge', () => {
  for (const { cutEdges } of Object.values(facts)) expect(cutEdges).toEqual([]);
});
