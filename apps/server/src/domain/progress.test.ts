import { expect, test } from 'vitest';
import { howFar, overallPercent, percentOf, stagePercent } from './progress.ts';

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

test('what was made before tells how long it takes; what never was goes by its steps', () => {
  expect(howFar({ fraction: 0.8, elapsedMs: 5_000, usualMs: 20_000 })).toEqual({
    fraction: 0.25,
    secondsLeft: 15,
  });
  expect(howFar({ fraction: 0.8, elapsedMs: 5_000, usualMs: null })).toEqual({
    fraction: 0.8,
    secondsLeft: null,
  });
});

test('nobody promises seconds for what takes longer than it ever did', () => {
  expect(howFar({ fraction: 0.4, elapsedMs: 30_000, usualMs: 20_000 })).toEqual({
    fraction: 0.95,
    secondsLeft: null,
  });
});
