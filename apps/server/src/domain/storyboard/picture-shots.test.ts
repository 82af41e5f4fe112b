import { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { pictureShots } from './picture-shots.ts';

const storyboard = Storyboard.parse({
  version: 1,
  language: 'en',
  style: 'bold',
  tempoBpm: 120,
  seed: 7,
  copy: { name: 'Crema', hook: 'First light' },
  shots: [
    { id: 'one', role: 'hook', layout: 'hook-type', beats: 3 },
    { id: 'two', role: 'product', layout: 'name-behind', beats: 4 },
    { id: 'three', role: 'detail', layout: 'macro', beats: 4 },
    { id: 'four', role: 'cta', layout: 'end-card', beats: 6 },
  ],
});

test('an ad of a cut-out without clips stays as it was designed', () => {
  expect(pictureShots(storyboard, { hasCutout: true, photoIds: ['photo'], clipIds: [] })).toEqual(storyboard);
});

test('clips take the shots that look at the product; what opens and closes the ad keeps the cut-out', () => {
  const { shots } = pictureShots(storyboard, {
    hasCutout: true,
    photoIds: ['photo'],
    clipIds: ['a', 'b', 'c'],
  });
  expect(shots.map(({ layout }) => layout)).toEqual(['hook-type', 'hero-clip', 'hero-clip', 'end-card']);
  expect(shots[2]?.picture).toEqual({ kind: 'clip', assetId: 'a', inSeconds: 0 });
  expect(shots[1]?.picture).toEqual({ kind: 'clip', assetId: 'b', inSeconds: 0 });
});

test('where nothing could be cut out, whole photos take turns in every shot', () => {
  const { shots } = pictureShots(storyboard, { hasCutout: false, photoIds: ['x', 'y'], clipIds: [] });
  expect(shots.map(({ picture }) => picture)).toEqual([
    { kind: 'photo', assetId: 'x' },
    { kind: 'photo', assetId: 'y' },
    { kind: 'photo', assetId: 'x' },
    { kind: 'photo', assetId: 'y' },
  ]);
});

test('a whole photo comes with the place of its product, where the cutter saw it', () => {
  const subject = { left: 0.2, top: 0.1, right: 0.8, bottom: 0.9 };
  const shown = { hasCutout: false, photoIds: ['x'], clipIds: [], subjects: { x: subject } };
  expect(pictureShots(storyboard, shown).shots[0]?.picture).toEqual({ kind: 'photo', assetId: 'x', subject });
});
