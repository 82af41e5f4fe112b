import { expect, test } from 'vitest';
import { clipSeconds, isSeen, type ShotClip } from './shot-clips.ts';

const clip: ShotClip = {
  shotId: 'b',
  assetId: 'clip',
  startFrame: 60,
  inSeconds: 1,
  firstFrame: 54,
  endFrame: 100,
};

test.each([
  [60, 30.5 / 30],
  [90, 60.5 / 30],
  [54, 24.5 / 30],
])('shows at frame %i of the film the clip at %f seconds', (frame, seconds) => {
  expect(clipSeconds(clip, frame, 5)).toBeCloseTo(seconds, 6);
});

test('holds the first picture before a clip begins, and the last one when it is too short', () => {
  expect(clipSeconds({ ...clip, inSeconds: 0 }, 54, 5)).toBeCloseTo(0.5 / 30, 6);
  expect(clipSeconds(clip, 99, 2)).toBeCloseTo(2 - 0.5 / 30, 6);
});

test('is seen from the join before its shot to the end of the one after', () => {
  expect([53, 54, 99, 100].map((frame) => isSeen(clip, frame))).toEqual([false, true, true, false]);
});
