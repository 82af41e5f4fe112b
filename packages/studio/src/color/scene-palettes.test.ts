import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { adPalettes, hueTowards, paletteFor } from './scene-palettes.ts';

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

test('no deep scene is olive, whatever the product and the brand', () => {
  const hues = Array.from({ length: 360 }, (_, hue) => hue);
  for (const key of ['dark', 'colour'] as const) {
    const deep = hues.map((hue) =>
      paletteFor({ hue, colorfulness: 1, accentHue: hue, accentColorfulness: 1 }, key),
    );
    expect(deep.filter(({ hue }) => hue > 100 && hue < 150)).toEqual([]);
  }
});

test('a hue turns towards another the shorter way round, and no further than to it', () => {
  expect([hueTowards(290, 50, 70), hueTowards(290, 205, 70), hueTowards(290, 280, 70)]).toEqual([
    -70, 70, 10,
  ]);
});
