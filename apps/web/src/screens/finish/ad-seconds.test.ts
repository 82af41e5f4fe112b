import { expect, test } from 'vitest';
import { adSeconds, type Pacing } from './ad-seconds.ts';

const plain: Pacing = { transition: 'crossfade', transitionSeconds: 0.5, hasIntro: false, outro: null };

test('clips that fade into each other are seen together for as long as the fade', () => {
  expect(adSeconds([3, 3, 2], plain)).toBe(7);
  expect(adSeconds([3, 3, 2], { ...plain, transition: 'cut' })).toBe(8);
});

test('a card before and a card after make the ad longer, less what they fade', () => {
  const outro = { price: '', url: '', hasQrCode: false };
  expect(adSeconds([3, 3], { ...plain, hasIntro: true, outro })).toBeCloseTo(8.2);
});
