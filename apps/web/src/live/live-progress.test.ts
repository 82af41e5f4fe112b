import type { ProgressMessage } from '@spotsmith/contract/progress';
import { expect, test } from 'vitest';
import { receive, receivePreview, secondsLeft, secondsLeftOf, startProgress } from './live-progress.ts';

function message(seq: number, fields: Partial<ProgressMessage> = {}): ProgressMessage {
  return {
    seq,
    stage: 'image_generation',
    progress: 0,
    overall: 10,
    message: 'Making 6 images',
    current_cost: 0,
    metadata: {},
    ...fields,
  };
}

test('a message that comes twice, as after a reconnect, counts once', () => {
  const first = receive(startProgress(4, 10), message(5, { progress: 20 }), 0);
  expect(first.lastSeq).toBe(5);
  expect(receive(first, message(5, { progress: 80 }), 1)).toBe(first);
  expect(receive(first, message(3), 1)).toBe(first);
});

test('the time left follows the pace of the stage', () => {
  let live = receive(startProgress(0, 0), message(1), 10_000);
  expect(secondsLeft(live, 10_000)).toBeNull();
  live = receive(live, message(2, { progress: 25 }), 20_000);
  expect(secondsLeft(live, 20_000)).toBeCloseTo(30);
});

test('a page opened in the middle of a stage does not take the head start for speed', () => {
  let live = receive(startProgress(0, 0), message(1, { progress: 50 }), 0);
  live = receive(live, message(2, { progress: 60 }), 10_000);
  expect(secondsLeft(live, 10_000)).toBeCloseTo(40);
});

test('a stage that starts again is measured anew', () => {
  let live = receive(startProgress(0, 0), message(1, { progress: 80 }), 0);
  live = receive(live, message(2, { progress: 0 }), 60_000);
  live = receive(live, message(3, { progress: 50 }), 70_000);
  expect(secondsLeft(live, 70_000)).toBeCloseTo(10);
});

test('trouble is shown until the next message without it', () => {
  let live = receive(startProgress(0, 0), message(1, { error: 'provider_timeout' }), 0);
  expect(live.trouble).toMatchObject({ code: 'provider_timeout', retryAtMs: null });
  live = receive(live, message(2, { progress: 10 }), 1);
  expect(live.trouble).toBeNull();
});

test('a wait is shown until it is over, whatever else goes on meanwhile', () => {
  const busy = message(1, { error: 'rate_limited', metadata: { retry_in_seconds: 9 } });
  let live = receive(startProgress(0, 0), busy, 1_000);
  live = receive(live, message(2, { progress: 10 }), 2_000);
  expect(live.trouble).toMatchObject({ code: 'rate_limited', retryAtMs: 10_000 });
  live = receive(live, message(3, { error: 'provider_no_credit' }), 3_000);
  const soon = message(4, { error: 'provider_failed', metadata: { retry_in_seconds: 2 } });
  live = receive(live, soon, 4_000);
  expect(live.trouble).toMatchObject({ code: 'rate_limited', retryAtMs: 10_000 });
  live = receive(live, message(5, { progress: 20 }), 10_001);
  expect(live.trouble).toBeNull();
});

test('of several waits the longest is shown', () => {
  const busy = message(1, { error: 'rate_limited', metadata: { retry_in_seconds: 9 } });
  const slow = message(2, { error: 'provider_timeout', metadata: { retry_in_seconds: 30 } });
  const live = receive(receive(startProgress(0, 0), busy, 1_000), slow, 2_000);
  expect(live.trouble).toMatchObject({ code: 'provider_timeout', retryAtMs: 32_000 });
});

test('what a graphics card tells of two images stands beside each other, each with its picture', () => {
  const sight = { ahead: 0, step: { name: 'Sampler', done: 4, of: 20 }, fraction: 0.2, seconds_left: 40 };
  const waiting = { ahead: 2, step: null, fraction: null, seconds_left: null };
  let live = receive(startProgress(0, 0), message(1, { metadata: { asset_id: 'a', sight } }), 1_000);
  live = receive(live, message(2, { metadata: { asset_id: 'b', sight: waiting } }), 1_500);
  live = receivePreview(live, { type: 'preview', asset_id: 'a', picture: 'data:image/webp;base64,AAAA' });
  live = receive(
    live,
    message(3, { metadata: { asset_id: 'a', sight: { ...sight, seconds_left: 30 } } }),
    9_000,
  );
  expect(live.sights).toMatchObject({
    a: { ahead: 0, seconds_left: 30, picture: 'data:image/webp;base64,AAAA' },
    b: { ahead: 2 },
  });
  expect(live.lastSeq).toBe(3);
});

test('the seconds of an image count down by themselves, and end rather than go below nothing', () => {
  const sight = { ahead: 0, step: null, fraction: 0.5, seconds_left: 10, atMs: 1_000 };
  expect(secondsLeftOf(sight, 5_000)).toBe(6);
  expect(secondsLeftOf(sight, 20_000)).toBeNull();
  expect(secondsLeftOf({}, 0)).toBeNull();
});
