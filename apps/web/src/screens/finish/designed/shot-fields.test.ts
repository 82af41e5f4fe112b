import type { Film } from '@spotsmith/motion/film';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { setShotWords, shotWords, smallFields } from './shot-fields.ts';

const storyboard: Storyboard = {
  version: 1,
  language: 'en',
  style: 'bold',
  tempoBpm: 120,
  seed: 1,
  copy: { name: 'Crema', hook: 'Hello', benefits: ['Thick walls', 'Keeps warm'] },
  shots: [
    { id: 'a', role: 'hook', layout: 'macro', picture: { kind: 'product' }, copy: { name: null }, beats: 4 },
    { id: 'b', role: 'benefit', layout: 'macro', picture: { kind: 'product' }, copy: {}, beats: 4 },
  ],
};

test('a shot says its own words, else those of the ad, and nothing where it leaves a line out', () => {
  expect(shotWords(storyboard, 0, 'hook')).toBe('Hello');
  expect(shotWords(storyboard, 0, 'name')).toBe('');
  expect(shotWords(storyboard, 1, 'benefit-1')).toBe('Keeps warm');
  expect(shotWords(storyboard, 1, 'benefit-2')).toBe('');
});

test('a benefit that is written anew in a shot is the shot’s own; the others and the ad stay', () => {
  const edited = setShotWords(storyboard, 1, 'benefit-1', 'Warm for an hour');
  expect(edited.shots[1]?.copy).toEqual({ benefits: ['Thick walls', 'Warm for an hour'] });
  expect(edited.copy).toEqual(storyboard.copy);
  expect(edited.shots[0]).toEqual(storyboard.shots[0]);
});

test('a line that is emptied in a shot is left out there', () => {
  expect(setShotWords(storyboard, 1, 'hook', '').shots[1]?.copy).toEqual({ hook: null });
});

test('a field that is set too small to be read is known, on a preview of any size', () => {
  const line = (text: string, sizePx: number) => {
    const rows = [{ text, sizePx, face: { family: 'inter', weight: 400 } }];
    return { type: 'words', layer: { type: 'text', block: { rows, language: 'en' } } };
  };
  const at = (width: number, px: number) => {
    const parts = [line('HELLO.', px * 3), line('Thick walls', px)];
    return { width, height: width * 2, shots: [{ id: 'a', moving: { parts } }] } as unknown as Film;
  };
  expect(smallFields(storyboard, 0, at(1080, 23))).toEqual(['benefit-0']);
  expect(smallFields(storyboard, 0, at(1080, 24))).toEqual([]);
  expect(smallFields(storyboard, 0, at(540, 11))).toEqual(['benefit-0']);
});
