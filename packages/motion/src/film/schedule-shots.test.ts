import { expect, test } from 'vitest';
import { Shot } from '../storyboard.ts';
import { scheduleShots } from './schedule-shots.ts';

const shots = (...beats: number[]) =>
  beats.map((count, index) => Shot.parse({ id: `s${index}`, role: 'product', layout: 'full', beats: count }));

test('every cut is the frame nearest to its beat, however many beats lie before it', () => {
  const { shots: scheduled, totalFrames } = scheduleShots({ shots: shots(4, 3, 4, 2, 3, 7), tempoBpm: 128 });
  const beatFrames = (60 / 128) * 30;
  const cuts = scheduled.map(({ startFrame }) => startFrame);
  expect(cuts).toEqual([0, 4, 7, 11, 13, 16].map((beat) => Math.round(beat * beatFrames)));
  expect(totalFrames).toBe(Math.round(23 * beatFrames));
  expect(scheduled.reduce((sum, { frames }) => sum + frames, 0)).toBe(totalFrames);
});
