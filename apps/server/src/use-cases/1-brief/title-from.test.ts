import { expect, test } from 'vitest';
import { titleFrom } from './title-from.ts';

test('a short prompt is the title, its first line only', () => {
  expect(titleFrom('Crema, an espresso cup.\nWarm and calm.')).toBe('Crema, an espresso cup.');
});

test('a long prompt is cut after a word, within 60 characters', () => {
  const prompt = 'Morning Ritual, an espresso cup for people who take their coffee seriously.';
  expect(titleFrom(prompt)).toBe('Morning Ritual, an espresso cup for people who take their…');
});
