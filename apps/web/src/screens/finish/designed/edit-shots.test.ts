import type { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { canSplit, moveShot, rollCut, setShotLine, splitShot, trimShot, trimStart } from './edit-shots.ts';

const storyboard: Storyboard = {
  version: 1,
  language: 'en',
  style: 'bold',
  tempoBpm: 120,
  seed: 1,
  copy: { name: 'Crema', hook: 'Hello, morning' },
  shots: (['a', 'b', 'c'] as const).map((id, index) => ({
    id,
    role: 'product',
    layout: 'macro',
    picture: { kind: 'product' },
    copy: {},
    beats: [1, 3, 4][index] ?? 4,
  })),
};
const order = ({ shots }: Storyboard) => shots.map(({ id }) => id).join('');

test.each([
  [0, 2, 'bac'],
  [0, 3, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [1, 2, 'abc'],
])('moves shot %i before place %i: %s', (from, to, expected) => {
  expect(order(moveShot(storyboard, from, to))).toBe(expected);
});

test('trims to half beats and keeps to the shortest and longest a shot may be', () => {
  const lengthAfter = (beats: number) => trimShot(storyboard, 1, beats).shots[1]?.beats;
  expect([2.3, 2.2, 0.2, 99].map(lengthAfter)).toEqual([2.5, 2, 1, 32]);
});

test('splits a shot on a beat with a hard cut and keeps the whole length', () => {
  const { shots } = splitShot(storyboard, 1, 'b2');
  expect(shots.map(({ id, beats, join }) => [id, beats, join?.type])).toEqual([
    ['a', 1, undefined],
    ['b', 1, undefined],
    ['b2', 2, 'cut'],
    ['c', 4, undefined],
  ]);
  expect(canSplit(storyboard.shots[0])).toBe(false);
  expect(splitShot(storyboard, 0, 'a2')).toEqual(storyboard);
});

test('gives a shot words of its own, hides a line in it, and takes both back', () => {
  const own = setShotLine(storyboard, 0, 'hook', 'Only here');
  expect(own.shots[0]?.copy).toEqual({ hook: 'Only here' });
  expect(setShotLine(own, 0, 'hook', null).shots[0]?.copy).toEqual({ hook: null });
  expect(setShotLine(own, 0, 'hook', undefined)).toEqual(storyboard);
});

test('a clip whose start is trimmed begins later in its own time, and never before its first frame', () => {
  const clip = { kind: 'clip', assetId: 'k', inSeconds: 0.5 } as const;
  const shots = storyboard.shots.map((shot) => ({ ...shot, picture: clip }));
  const startAfter = (beats: number) => trimStart({ ...storyboard, shots }, 2, beats).shots[2];
  expect(startAfter(2)).toMatchObject({ beats: 2, picture: { inSeconds: 1.5 } });
  expect(startAfter(6)).toMatchObject({ beats: 6, picture: { inSeconds: 0 } });
});

test('a cut that is rolled takes from one shot what it gives to the other', () => {
  const lengths = (beats: number) => rollCut(storyboard, 2, beats).shots.map((shot) => shot.beats);
  expect([lengths(4.5), lengths(0), lengths(99)]).toEqual([
    [1, 4.5, 2.5],
    [1, 1, 6],
    [1, 6, 1],
  ]);
  expect(rollCut(storyboard, 0, 3)).toEqual(storyboard);
});
