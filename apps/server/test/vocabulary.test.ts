import { fontIds } from '@spotsmith/compositor/fonts';
import { transitionIds } from '@spotsmith/compositor/transitions';
import { CAMERA_MOVES, MUSIC_MOODS, STYLES, TONES, TRANSITIONS, VIEWS } from '@spotsmith/contract/words';
import { styleTempoBpm } from '@spotsmith/motion/restyle';
import { styleIds } from '@spotsmith/motion/storyboard';
import { tonesOf } from '@spotsmith/studio/brief';
import { MOOD_IDS, MOODS as MUSIC } from '@spotsmith/studio/music';
import { TONES as STUDIO_TONE_WORDS, VIEWS as STUDIO_VIEWS } from '@spotsmith/studio/scene-families';
import { expect, test } from 'vitest';
import { STUDIO_MOVES, STUDIO_TONES } from '../src/adapters/studio/studio-words.ts';
import { FONT_OF_TONE } from '../src/domain/brief/tones.ts';
import { MOOD_OF_STYLE } from '../src/domain/storyboard/mood-of-style.ts';

// The compositor and the studio can be used without the product, so they bring words of their own.
test('the words a user can choose are the words that the compositor and the studio know', () => {
  expect([...TRANSITIONS].toSorted()).toEqual([...transitionIds].toSorted());
  expect([...MUSIC_MOODS].toSorted()).toEqual([...MOOD_IDS].toSorted());
  expect([...VIEWS]).toEqual([...STUDIO_VIEWS]);
});

test('every camera move of a plan is a move of the studio, and only a still one stands still', () => {
  for (const camera of CAMERA_MOVES) {
    expect(STUDIO_MOVES[camera] === 'still', camera).toBe(camera === 'static');
  }
  expect(new Set(Object.values(STUDIO_MOVES)).size).toBe(CAMERA_MOVES.length);
});

test('every tone of a brief means something to the studio', () => {
  for (const tone of TONES) {
    const [heard] = tonesOf({ productName: '', category: '', tone: STUDIO_TONES[tone], prompt: '' });
    expect(STUDIO_TONE_WORDS, tone).toContain(heard);
    expect(heard, tone).toBe(STUDIO_TONES[tone]);
  }
});

test('every tone speaks in a typeface that ships with the compositor', () => {
  for (const [tone, font] of Object.entries(FONT_OF_TONE)) expect(fontIds, tone).toContain(font);
});

test('the styles a user can choose are the styles that motion draws', () => {
  expect([...STYLES]).toEqual([...styleIds]);
});

test('every style moves in a tempo that its music has', () => {
  for (const style of STYLES) {
    const tempoBpm = styleTempoBpm[style];
    const [slowest = 0, fastest = 0] = MUSIC.find(({ id }) => id === MOOD_OF_STYLE[style])?.bpm ?? [];
    expect(tempoBpm, style).toBeGreaterThanOrEqual(slowest);
    expect(tempoBpm, style).toBeLessThanOrEqual(fastest);
  }
});
