import { expect, test } from 'vitest';
import { finishOfBrand, PLAIN_LOOK } from './brand-kit.ts';
import { defaultFinish } from './default-finish.ts';

test('an ad speaks in the typeface and the music of its tone', () => {
  expect(defaultFinish('luxurious', 'luxury', null)).toEqual({
    font: 'playfair-display',
    music: { source: 'generated', mood: 'luxury' },
  });
});

test('an ad of the brand keeps the brand’s typeface, and has music like any other', () => {
  const ofBrand = finishOfBrand({ ...PLAIN_LOOK, font: 'fredoka' }, null);
  expect(defaultFinish('calm', 'calm', ofBrand)).toMatchObject({ font: 'fredoka', music: { mood: 'calm' } });
});

test('who wants no music gets none when the scenes are planned again', () => {
  const silent = { music: { source: 'none' } } as const;
  expect(defaultFinish('calm', 'calm', silent).music).toEqual(silent.music);
});
