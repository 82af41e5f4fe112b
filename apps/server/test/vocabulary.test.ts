import { fontIds } from '@spotsmith/compositor/fonts';
import { transitionIds } from '@spotsmith/compositor/transitions';
import { CAMERA_MOVES, MUSIC_MOODS, TRANSITIONS, VIEWS } from '@spotsmith/contract/words';
import { MOVES, moveFor } from '@spotsmith/studio/motion/moves';
import { MOOD_IDS } from '@spotsmith/studio/music';
import { VIEWS as STUDIO_VIEWS } from '@spotsmith/studio/scene-families';
import { expect, test } from 'vitest';
import { FONT_OF_TONE } from '../src/domain/brief/tones.ts';

// The compositor and the studio can be used without the product, so they bring words of their own.
test('the words a user can choose are the words that the compositor and the studio know', () => {
  expect([...TRANSITIONS].toSorted()).toEqual([...transitionIds].toSorted());
  expect([...MUSIC_MOODS].toSorted()).toEqual([...MOOD_IDS].toSorted());
  expect([...VIEWS]).toEqual([...STUDIO_VIEWS]);
});

test('every camera move of a plan is a move of the studio, and only a still one stands still', () => {
  const moves = CAMERA_MOVES.map((camera) => [camera, moveFor(camera)] as const);
  for (const [camera, move] of moves) {
    expect(MOVES, camera).toContain(move);
    expect(move === 'still', camera).toBe(camera === 'static');
  }
});

test('every tone speaks in a typeface that ships with the compositor', () => {
  for (const [tone, font] of Object.entries(FONT_OF_TONE)) expect(fontIds, tone).toContain(font);
});
