import { expect, test } from 'vitest';
import { moodOfWords } from './mood-of-words.ts';

test.each([
  ['dark, cinematic', 'dark'],
  ['düster und edel', 'dark'],
  ['un vídeo oscuro', 'dark'],
  ['airy, minimal', 'light'],
  ['sommerlich', 'light'],
] as const)('“%s” asks for %s grounds', (words, mood) => {
  expect(moodOfWords(words)).toBe(mood);
});

test.each(['energetic', 'a darkroom timer', 'dark wood in a bright room', ''])(
  '“%s” leaves the grounds to the style',
  (words) => {
    expect(moodOfWords(words)).toBeUndefined();
  },
);
