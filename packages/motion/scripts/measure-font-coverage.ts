// Writes src/text/font-coverage.json: which code points each family has glyphs for, read from the fonts themselves.
// Han characters and hangul syllables are left out: tens of thousands of glyphs a family, chosen by script instead.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { fontFamilies, fontFile, type FontFamilyId, type UnicodeRanges } from '../src/text/fonts.ts';
import { isChosenByScript } from '../src/text/font-coverage.ts';

const pathOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

function codePointsOf(family: FontFamilyId): number[] {
  const listing = readFileSync(pathOf(`${fontFamilies[family].package}/unicode.json`), 'utf8');
  const subsets = Object.keys(JSON.parse(listing) as UnicodeRanges).map((name) => name.replace(/[[\]]/g, ''));
  const all = subsets.flatMap((subset) => {
    const font = create(readFileSync(pathOf(fontFile(family, subset)))) as Font;
    return font.characterSet.filter((code) => !isChosenByScript(code));
  });
  return [...new Set(all)].toSorted((one, other) => one - other);
}

/** Sorted code points as "20-7e,a0": hexadecimal, closed ranges. */
function packRanges(codePoints: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codePoints) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`))
    .join(',');
}

const families = Object.keys(fontFamilies) as FontFamilyId[];
const coverage = Object.fromEntries(families.map((family) => [family, packRanges(codePointsOf(family))]));
writeFileSync(
  fileURLToPath(new URL('../src/text/font-coverage.json', import.meta.url)),
  `${JSON.stringify(coverage, null, 2)}\n`,
);
