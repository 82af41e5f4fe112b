import { expect, test } from 'vitest';
import { scheduleShots } from './film/schedule-shots.ts';
import { restyle, styleTempoBpm } from './restyle.ts';
import { Storyboard, styleIds } from './storyboard.ts';

const storyboard = Storyboard.parse({
  version: 1,
  language: 'en',
  style: 'bold',
  tempoBpm: 128,
  seed: 7,
  copy: { name: 'Crema' },
  shots: [3, 4, 6, 4, 5, 6].map((beats, index) => ({
    id: `shot-${index}`,
    role: 'product',
    layout: 'name-behind',
    beats,
    join: { type: 'whip' },
  })),
});

test.each(styleIds)('an ad in the style %s keeps its words, its shots and its length', (style) => {
  const restyled = restyle(storyboard, style);
  expect(restyled.copy).toEqual(storyboard.copy);
  expect(restyled.shots.map(({ id }) => id)).toEqual(storyboard.shots.map(({ id }) => id));
  expect(scheduleShots(restyled).totalSeconds).toBeCloseTo(scheduleShots(storyboard).totalSeconds, 1);
  expect(Math.abs(restyled.tempoBpm / styleTempoBpm[style] - 1)).toBeLessThan(0.05);
});
