import { expect, test } from 'vitest';
import type { Film } from '../film.ts';
import { checkWords } from './check-words.ts';

/** A film of one shot with one line of words. */
function filmWith(text: string, sizePx: number, isFolio = false): Film {
  const face = { family: 'anton', weight: 400, trackingEm: 0, lineEm: 1 };
  const row = {
    text,
    face,
    runs: [],
    sizePx,
    x: 0,
    baseline: 0,
    width: 1,
    inkLeft: 0,
    ascent: 1,
    descent: 0,
  };
  const block = { rows: [row], width: 1, height: 1, capPx: sizePx, direction: 'ltr', language: 'en' };
  const layer = { type: 'text', id: 'a', role: 'support', block, isFolio };
  const moving = { parts: [{ type: 'still', layers: [{ type: 'group', layers: [layer] }] }] };
  return { width: 540, height: 960, shots: [{ id: 'one', moving }] } as unknown as Film;
}

test('words that every font has and that are large enough are fine', () => {
  expect(checkWords(filmWith('Nur 9 € ✓', 20))).toEqual([]);
});

test('a character that no font has is named with its shot', () => {
  expect(checkWords(filmWith('Cuneiform \u{12000}', 20))).toEqual([
    { shotId: 'one', kind: 'glyph', words: 'Cuneiform \u{12000}', detail: '\u{12000}' },
  ]);
});

test('words below 24 px of 1080 are too small, but not the small print of a page head', () => {
  expect(checkWords(filmWith('Terms', 11))).toMatchObject([{ kind: 'small', detail: '22' }]);
  expect(checkWords(filmWith('No. 4', 11, true))).toEqual([]);
});
