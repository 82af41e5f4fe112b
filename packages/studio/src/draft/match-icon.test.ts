import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FALLBACK_ICON, ILLUSTRATIONS } from './illustrations.ts';
import { matchIcon } from './match-icon.ts';

const briefOf = (category: string) => ({ category, productName: '', tone: '', prompt: '' });

test.each([
  ['running shoes', 'running-shoe'],
  ['Laufschuhe', 'running-shoe'],
  ['chaussures de course', 'running-shoe'],
  ['スニーカー', 'running-shoe'],
  ['gold watch', 'watch'],
  ['reloj de oro', 'watch'],
  ['skincare serum', 'lotion-bottle'],
  ['قهوة', 'hot-beverage'],
  ['something nobody has seen', FALLBACK_ICON],
])('"%s" is drawn as %s', (category, icon) => {
  expect(matchIcon(briefOf(category))).toBe(icon);
});

test('every illustration is in the package', () => {
  for (const icon of [FALLBACK_ICON, ...ILLUSTRATIONS.map((illustration) => illustration.icon)]) {
    expect(existsSync(new URL(`../../assets/illustrations/${icon}.svg`, import.meta.url)), icon).toBe(true);
  }
});
