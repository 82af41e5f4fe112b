import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import type { FontId } from '../fonts.ts';

interface Family {
  /** npm package, and how its file names start and end. */
  package: string;
  stem: string;
  tail: string;
}

function variable(stem: string): Family {
  return { package: `@fontsource-variable/${stem}`, stem, tail: 'wght-normal.woff2' };
}

function fixed(stem: string, weight: number): Family {
  return { package: `@fontsource/${stem}`, stem, tail: `${weight}-normal.woff2` };
}

const displayFamilies: Record<FontId, Family> = {
  inter: variable('inter'),
  poppins: fixed('poppins', 700),
  'space-grotesk': variable('space-grotesk'),
  'bebas-neue': fixed('bebas-neue', 400),
  anton: fixed('anton', 400),
  'playfair-display': variable('playfair-display'),
  fredoka: variable('fredoka'),
  caveat: variable('caveat'),
};

const scripts = ['', '-arabic', '-hebrew', '-devanagari', '-bengali', '-tamil', '-thai'];
const han = {
  japanese: variable('noto-sans-jp'),
  korean: variable('noto-sans-kr'),
  chinese: variable('noto-sans-sc'),
};

/** Han characters look different in each language: the kana or hangul beside them tell which is meant. */
function hanFamilies(text: string): Family[] {
  const { japanese, korean, chinese } = han;
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return [japanese, chinese, korean];
  if (/\p{sc=Hangul}/u.test(text)) return [korean, chinese, japanese];
  return [chinese, japanese, korean];
}

const emojiPackage = '@infolektuell/noto-color-emoji';
const emojiFiles = 11;
const emoji = /[\p{Emoji_Presentation}\p{Regional_Indicator}\u20e3]|\p{Emoji}\ufe0f/u;

type Range = readonly [number, number];

function parseRanges(text: string): Range[] {
  return text.split(',').map((part): Range => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const subsetsByPackage = new Map<string, Map<string, Range[]>>();

/** The parts a family is split into, with the code points each covers. */
function subsetsOf(family: Family): Map<string, Range[]> {
  const known = subsetsByPackage.get(family.package);
  if (known) return known;
  const listing = fileURLToPath(import.meta.resolve(`${family.package}/unicode.json`));
  const parsed = JSON.parse(readFileSync(listing, 'utf8')) as Record<string, string>;
  const entries = Object.entries(parsed).map(([name, ranges]): [string, Range[]] => [
    name.replace(/[[\]]/g, ''),
    parseRanges(ranges),
  ]);
  const subsets = new Map(entries);
  subsetsByPackage.set(family.package, subsets);
  return subsets;
}

const registered = new Map<string, string | null>();

/** Makes one font file known to Skia under a name of our own; null when the family has no such file. */
function register(file: string): string | null {
  const known = registered.get(file);
  if (known !== undefined) return known;
  const name = `spotsmith ${file.split('/').at(-1)}`;
  const path = fileURLToPath(import.meta.resolve(file));
  const isKnown = GlobalFonts.registerFromPath(path, name) !== null;
  registered.set(file, isKnown ? name : null);
  return isKnown ? name : null;
}

function familyNames(family: Family, codePoints: readonly number[]): string[] {
  return [...subsetsOf(family)].flatMap(([subset, ranges]) => {
    const isNeeded = codePoints.some((code) => ranges.some(([from, to]) => code >= from && code <= to));
    if (!isNeeded) return [];
    return register(`${family.package}/files/${family.stem}-${subset}-${family.tail}`) ?? [];
  });
}

/**
 * Loads what is needed to draw `text` and nothing more (Japanese alone is 124 files), and answers a CSS font-family
 * list: the display face first, then Noto for every other script, then colour emoji.
 */
export function fontFamiliesFor(text: string, font: FontId): string {
  const codePoints = [...new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))];
  const families = [
    displayFamilies[font],
    ...scripts.map((script) => variable(`noto-sans${script}`)),
    ...hanFamilies(text),
  ];
  const names = families.flatMap((family) => familyNames(family, codePoints));
  const emojiNames = emoji.test(text)
    ? Array.from({ length: emojiFiles }, (_, part) => register(`${emojiPackage}/files/${part}.woff2`))
    : [];
  return [...names, ...emojiNames.filter((name) => name !== null), 'sans-serif']
    .map((name) => `"${name}"`)
    .join(', ');
}
