import { expect, test } from 'vitest';
import { overallPercent, percentOf, stagePercent } from './progress.ts';

test('each stage covers its part of the whole ad', () => {
  expect(overallPercent('prompt_parsing', 100)).toBe(10);
  expect(overallPercent('image_generation', 100)).toBe(50);
  expect(overallPercent('clip_generation', 0)).toBe(55);
  expect(overallPercent('clip_generation', 100)).toBe(90);
  expect(overallPercent('composition', 50)).toBe(95);
});

test('how far a stage is can be read back from the whole', () => {
  expect(stagePercent('image_generation', 30)).toBe(50);
  expect(stagePercent('image_generation', 5)).toBe(0);
  expect(stagePercent('composition', 100)).toBe(100);
});

test('nothing to do is done', () => {
  expect(percentOf(0, 0)).toBe(100);
  expect(percentOf(1, 3)).toBe(33);
});
