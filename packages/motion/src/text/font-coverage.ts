import coverage from './font-coverage.json' with { type: 'json' };
import type { FontFamilyId } from './fonts.ts';

const han = /[\p{sc=Han}\p{sc=Hangul}]/u;

/** Han characters and hangul: which family draws them is decided by script and language, not by a list of glyphs. */
export function isChosenByScript(codePoint: number): boolean {
  return han.test(String.fromCodePoint(codePoint));
}

type Range = readonly [from: number, to: number];

const rangesByFamily = new Map<FontFamilyId, readonly Range[]>();

function rangesOf(family: FontFamilyId): readonly Range[] {
  const known = rangesByFamily.get(family);
  if (known) return known;
  const ranges = coverage[family].split(',').map((part): Range => {
    const [from = '0', to = from] = part.split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
  rangesByFamily.set(family, ranges);
  return ranges;
}

/** Shapers draw these without a glyph, or borrow their neighbour's font for them. */
const needsNoGlyph = /[\p{Cf}\p{Zs}\p{Cc}\p{Variation_Selector}\u{200B}-\u{200F}]/u;

/** Whether a family has a glyph for a code point; measured on its files. Han characters are never claimed here. */
export function hasGlyph(family: FontFamilyId, codePoint: number): boolean {
  if (needsNoGlyph.test(String.fromCodePoint(codePoint))) return true;
  const ranges = rangesOf(family);
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] ?? [0, 0];
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return true;
  }
  return false;
}
