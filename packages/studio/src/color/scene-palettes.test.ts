import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { adPalettes, paletteFor } from './scene-palettes.ts';

/** A gold watch. */
const GOLD = { swatches: [], signature: { l: 0.7, c: 0.12, h: 80 }, meanLightness: 0.5 };
const luxury = Array.from({ length: 30 }, (_, seed) => adPalettes(GOLD, [], 'luxury', createRandom(seed)));

test('a gold product never stands before pale lime', () => {
  const hues = luxury.map(([, companion]) => companion?.hue ?? NaN);
  expect(hues.filter((hue) => !(hue < 96 || hue > 132))).toEqual([]);
});

test('a quiet ad does not shout: its scenes of colour take the leading hue, not the opposite one', () => {
  for (const [lead, , contrast] of luxury) {
    expect(contrast && paletteFor(contrast, 'colour').hue).toBe(lead.hue);
    expect(contrast && paletteFor(contrast, 'dark').hue).not.toBe(lead.hue);
  }
});
