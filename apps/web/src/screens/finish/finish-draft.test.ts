import { expect, test } from 'vitest';
import { finishFrom, type FinishDraft } from './finish-draft.ts';

const draft: FinishDraft = {
  productName: 'Morning Ritual',
  callToAction: 'Taste it',
  font: 'inter',
  nameStyle: { color: '#ffffff', fontSize: 72, x: 0.5, y: 0.126 },
  callToActionStyle: { color: '#ffd400', fontSize: 48, x: 0.5, y: 0.818 },
  transition: 'crossfade',
  transitionSeconds: 0.5,
  music: { source: 'generated' },
  musicVolume: 0.3,
  logo: null,
  hasIntro: false,
  outro: null,
  aspectRatios: ['16:9', '9:16'],
  resolution: '1080p',
};

test('text that is as usual is placed by the compositor on every format', () => {
  expect(finishFrom(draft, draft).name_style).toEqual({});
});

test('text that was moved stays where it was put', () => {
  const moved = { ...draft, nameStyle: { ...draft.nameStyle, y: 0.4 } };
  expect(finishFrom(moved, draft).name_style).toEqual({ y: 0.4 });
});

test('a logo and cards that were taken away are gone from an ad that had them', () => {
  expect(finishFrom(draft, draft)).toMatchObject({ logo: null, intro_card: null, outro_card: null });
});

test('a code to scan needs an address', () => {
  const withCode = { ...draft, outro: { price: '', url: '', hasQrCode: true } };
  expect(finishFrom(withCode, draft).outro_card?.has_qr_code).toBe(false);
});
