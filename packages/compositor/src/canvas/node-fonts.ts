import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import {
  type FontFamilyId,
  fontFamilies,
  fontFile,
  type FontSource,
  subsetsFor,
  type UnicodeRanges,
} from '@spotsmith/motion/text/fonts';

const ranges = new Map<string, UnicodeRanges>();
const registered = new Map<string, string | null>();

function rangesOf(family: FontFamilyId): UnicodeRanges {
  const { package: name } = fontFamilies[family];
  const known = ranges.get(name);
  if (known) return known;
  const path = fileURLToPath(import.meta.resolve(`${name}/unicode.json`));
  const read = JSON.parse(readFileSync(path, 'utf8')) as UnicodeRanges;
  ranges.set(name, read);
  return read;
}

/** Makes one file known to Skia under a name of our own; null when the family has no such file. */
function register(file: string): string | null {
  const known = registered.get(file);
  if (known !== undefined) return known;
  const name = `spotsmith ${file.split('/').at(-1)}`;
  const isKnown = GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(file)), name) !== null;
  registered.set(file, isKnown ? name : null);
  return isKnown ? name : null;
}

/** Loads the files of our font packages that a text needs, and no more: Japanese alone has over a hundred. */
export const nodeFonts: FontSource = {
  cssFamilies(family, text) {
    const names = subsetsFor(family, rangesOf(family), text).flatMap(
      (subset) => register(fontFile(family, subset)) ?? [],
    );
    return names.map((name) => `"${name}"`).join(', ') || 'sans-serif';
  },
};
