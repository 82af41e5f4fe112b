import type { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { addShot, endPlace, type NewShot, newShots } from './new-shots.ts';

const storyboard: Storyboard = {
  version: 1,
  language: 'en',
  style: 'bold',
  tempoBpm: 120,
  seed: 1,
  copy: {
    name: 'Crema',
    hook: 'Hello, morning',
    benefits: ['Hand-glazed', 'Keeps warm'],
    callToAction: 'Taste it',
  },
  shots: [
    { id: 'a', role: 'hook', layout: 'hook-type', picture: { kind: 'product' }, copy: {}, beats: 3 },
    {
      id: 'b',
      role: 'benefit',
      layout: 'callouts',
      picture: { kind: 'still', assetId: 's1' },
      copy: {},
      beats: 6,
    },
    { id: 'c', role: 'cta', layout: 'end-card', picture: { kind: 'product' }, copy: {}, beats: 5 },
  ],
};
const pictures = [
  { asset_id: 's1', kind: 'still' as const },
  { asset_id: 's2', kind: 'still' as const },
];
const layoutsOf = (ideas: readonly NewShot[]) => ideas.map(({ layout }) => layout);

test('offers layouts the ad does not use and has words for, and images it does not show, before others', () => {
  const ideas = newShots(storyboard, true, pictures);
  expect(ideas).toHaveLength(10);
  expect(layoutsOf(ideas).slice(0, 3)).toEqual(['list', 'split', 'macro']);
  expect(layoutsOf(ideas)).not.toContain('proof');
  expect(layoutsOf(ideas)).not.toContain('offer');
  expect(layoutsOf(ideas)).not.toContain('end-card');
  expect(ideas.flatMap(({ picture }) => ('assetId' in picture ? picture.assetId : []))).toEqual(['s2']);
});

test('a new shot speaks of the benefit no shot has to itself', () => {
  const split = newShots(storyboard, true, pictures).find(({ layout }) => layout === 'split');
  expect(split?.copy).toEqual({ benefits: ['Keeps warm'] });
});

test('a shot added at the end lands before the call to action', () => {
  expect(endPlace(storyboard)).toBe(2);
  expect(endPlace({ ...storyboard, shots: storyboard.shots.slice(0, 2) })).toBe(2);
});

test('an ad without a call to action is offered one', () => {
  const open = { ...storyboard, shots: storyboard.shots.slice(0, 1) };
  expect(layoutsOf(newShots(open, true, []))).toContain('end-card');
});

test('the length of the ad is kept by the longest shots, or grows', () => {
  const added = { ...storyboard.shots[0], id: 'n', beats: 4 } as Storyboard['shots'][number];
  const lengths = (kept: boolean) =>
    addShot(storyboard, 2, added, kept).shots.map(({ id, beats }) => [id, beats]);
  expect(lengths(false)).toEqual([
    ['a', 3],
    ['b', 6],
    ['n', 4],
    ['c', 5],
  ]);
  expect(lengths(true)).toEqual([
    ['a', 3],
    ['b', 3.5],
    ['n', 4],
    ['c', 3.5],
  ]);
});

test('no shot is made shorter than two beats for another', () => {
  const short = { ...storyboard, shots: storyboard.shots.map((shot) => ({ ...shot, beats: 2 })) };
  const added = { ...short.shots[0], id: 'n', beats: 4 } as Storyboard['shots'][number];
  expect(addShot(short, 0, added, true).shots.map(({ beats }) => beats)).toEqual([4, 2, 2, 2]);
});
