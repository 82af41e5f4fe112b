/** Where a family's files lie in its npm package, and which weights they can be set in. */
export interface FontFamily {
  /** npm package; all ship under the SIL Open Font License. */
  package: string;
  /** How its file names begin and end, around the name of a subset. */
  stem: string;
  tail: string;
  /** Lightest and heaviest weight; the same twice for a face of one weight. */
  weights: readonly [lightest: number, heaviest: number];
  isItalic?: true;
}

const variable = (stem: string, weights: readonly [number, number], axis = 'wght'): FontFamily => ({
  package: `@fontsource-variable/${stem}`,
  stem,
  tail: `${axis}-normal.woff2`,
  weights,
});

const single = (stem: string, weight = 400): FontFamily => ({
  package: `@fontsource/${stem}`,
  stem,
  tail: `${weight}-normal.woff2`,
  weights: [weight, weight],
});

const italic = (family: FontFamily): FontFamily => ({
  ...family,
  tail: family.tail.replace('normal', 'italic'),
  isItalic: true,
});

/** Every family that texts are set in. System fonts are never asked, so an ad looks the same on every machine. */
export const fontFamilies = {
  // Faces of the styles.
  anton: single('anton'),
  archivo: variable('archivo', [100, 900], 'wdth'),
  'bodoni-moda': variable('bodoni-moda', [400, 900]),
  'bodoni-moda-italic': italic(variable('bodoni-moda', [400, 900])),
  jost: variable('jost', [100, 900]),
  'inter-tight': variable('inter-tight', [100, 900]),
  'titan-one': single('titan-one'),
  fredoka: variable('fredoka', [300, 700]),
  unbounded: variable('unbounded', [200, 900]),
  'martian-mono': variable('martian-mono', [100, 800], 'wdth'),
  'young-serif': single('young-serif'),
  caveat: variable('caveat', [400, 700]),
  shrikhand: single('shrikhand'),
  'dela-gothic-one': single('dela-gothic-one'),
  'instrument-serif': single('instrument-serif'),
  'instrument-serif-italic': italic(single('instrument-serif')),
  'instrument-sans': variable('instrument-sans', [400, 700]),
  'hanken-grotesk': variable('hanken-grotesk', [100, 900]),
  // Faces people may choose beside them.
  inter: variable('inter', [100, 900]),
  poppins: single('poppins', 700),
  'space-grotesk': variable('space-grotesk', [300, 700]),
  'bebas-neue': single('bebas-neue'),
  'playfair-display': variable('playfair-display', [400, 900]),
  // Display faces of other scripts.
  lalezar: single('lalezar'),
  'el-messiri': variable('el-messiri', [400, 700]),
  'baloo-bhaijaan-2': variable('baloo-bhaijaan-2', [400, 800]),
  rubik: variable('rubik', [300, 900]),
  'frank-ruhl-libre': variable('frank-ruhl-libre', [300, 900]),
  'varela-round': single('varela-round'),
  'rozha-one': single('rozha-one'),
  'baloo-2': variable('baloo-2', [400, 800]),
  kanit: single('kanit', 800),
  chonburi: single('chonburi'),
  mitr: single('mitr', 600),
  'shippori-mincho': single('shippori-mincho', 600),
  'mochiy-pop-one': single('mochiy-pop-one'),
  'black-han-sans': single('black-han-sans'),
  'gowun-batang': single('gowun-batang', 700),
  jua: single('jua'),
  'noto-serif-sc': variable('noto-serif-sc', [200, 900]),
  'zcool-kuaile': single('zcool-kuaile'),
  nunito: variable('nunito', [200, 1000]),
  'noto-serif': variable('noto-serif', [100, 900]),
  // Noto for everything else.
  'noto-sans': variable('noto-sans', [100, 900]),
  'noto-sans-adlam': variable('noto-sans-adlam', [100, 900]),
  'noto-sans-balinese': variable('noto-sans-balinese', [100, 900]),
  'noto-sans-canadian-aboriginal': variable('noto-sans-canadian-aboriginal', [100, 900]),
  'noto-sans-cham': variable('noto-sans-cham', [100, 900]),
  'noto-sans-javanese': variable('noto-sans-javanese', [100, 900]),
  'noto-sans-meetei-mayek': variable('noto-sans-meetei-mayek', [100, 900]),
  'noto-sans-ol-chiki': variable('noto-sans-ol-chiki', [100, 900]),
  'noto-sans-sundanese': variable('noto-sans-sundanese', [100, 900]),
  'noto-sans-syriac': variable('noto-sans-syriac', [100, 900]),
  'noto-sans-thaana': variable('noto-sans-thaana', [100, 900]),
  'noto-sans-mongolian': single('noto-sans-mongolian'),
  'noto-sans-nko': single('noto-sans-nko'),
  'noto-sans-tifinagh': single('noto-sans-tifinagh'),
  'noto-sans-bamum': single('noto-sans-bamum'),
  'noto-sans-buginese': single('noto-sans-buginese'),
  'noto-sans-buhid': single('noto-sans-buhid'),
  'noto-sans-coptic': single('noto-sans-coptic'),
  'noto-sans-deseret': single('noto-sans-deseret'),
  'noto-sans-glagolitic': single('noto-sans-glagolitic'),
  'noto-sans-gothic': single('noto-sans-gothic'),
  'noto-sans-hanifi-rohingya': single('noto-sans-hanifi-rohingya'),
  'noto-sans-hanunoo': single('noto-sans-hanunoo'),
  'noto-sans-kayah-li': single('noto-sans-kayah-li'),
  'noto-sans-lepcha': single('noto-sans-lepcha'),
  'noto-sans-limbu': single('noto-sans-limbu'),
  'noto-sans-lisu': single('noto-sans-lisu'),
  'noto-sans-miao': single('noto-sans-miao'),
  'noto-sans-new-tai-lue': single('noto-sans-new-tai-lue'),
  'noto-sans-newa': single('noto-sans-newa'),
  'noto-sans-ogham': single('noto-sans-ogham'),
  'noto-sans-osage': single('noto-sans-osage'),
  'noto-sans-rejang': single('noto-sans-rejang'),
  'noto-sans-runic': single('noto-sans-runic'),
  'noto-sans-saurashtra': single('noto-sans-saurashtra'),
  'noto-sans-sora-sompeng': single('noto-sans-sora-sompeng'),
  'noto-sans-syloti-nagri': single('noto-sans-syloti-nagri'),
  'noto-sans-tagalog': single('noto-sans-tagalog'),
  'noto-sans-tagbanwa': single('noto-sans-tagbanwa'),
  'noto-sans-tai-le': single('noto-sans-tai-le'),
  'noto-sans-tai-tham': single('noto-sans-tai-tham'),
  'noto-sans-vai': single('noto-sans-vai'),
  'noto-sans-warang-citi': single('noto-sans-warang-citi'),
  'noto-sans-yi': single('noto-sans-yi'),
  'noto-sans-arabic': variable('noto-sans-arabic', [100, 900]),
  'noto-sans-armenian': variable('noto-sans-armenian', [100, 900]),
  'noto-sans-bengali': variable('noto-sans-bengali', [100, 900]),
  'noto-sans-cherokee': variable('noto-sans-cherokee', [100, 900]),
  'noto-sans-devanagari': variable('noto-sans-devanagari', [100, 900]),
  'noto-sans-ethiopic': variable('noto-sans-ethiopic', [100, 900]),
  'noto-sans-georgian': variable('noto-sans-georgian', [100, 900]),
  'noto-sans-gujarati': variable('noto-sans-gujarati', [100, 900]),
  'noto-sans-gurmukhi': variable('noto-sans-gurmukhi', [100, 900]),
  'noto-sans-hebrew': variable('noto-sans-hebrew', [100, 900]),
  'noto-sans-jp': variable('noto-sans-jp', [100, 900]),
  'noto-sans-kannada': variable('noto-sans-kannada', [100, 900]),
  'noto-sans-khmer': variable('noto-sans-khmer', [100, 900]),
  'noto-sans-kr': variable('noto-sans-kr', [100, 900]),
  'noto-sans-lao': variable('noto-sans-lao', [100, 900]),
  'noto-sans-malayalam': variable('noto-sans-malayalam', [100, 900]),
  'noto-sans-math': single('noto-sans-math'),
  'noto-sans-myanmar': variable('noto-sans-myanmar', [100, 900]),
  'noto-sans-oriya': variable('noto-sans-oriya', [100, 900]),
  'noto-sans-sc': variable('noto-sans-sc', [100, 900]),
  'noto-sans-sinhala': variable('noto-sans-sinhala', [100, 900]),
  'noto-sans-symbols': variable('noto-sans-symbols', [100, 900]),
  'noto-sans-symbols-2': single('noto-sans-symbols-2'),
  'noto-sans-tamil': variable('noto-sans-tamil', [100, 900]),
  'noto-sans-tc': variable('noto-sans-tc', [100, 900]),
  'noto-sans-telugu': variable('noto-sans-telugu', [100, 900]),
  'noto-sans-thai': variable('noto-sans-thai', [100, 900]),
  'noto-serif-tibetan': variable('noto-serif-tibetan', [100, 900]),
  'noto-color-emoji': single('noto-color-emoji'),
} as const satisfies Record<string, FontFamily>;

export type FontFamilyId = keyof typeof fontFamilies;

/** `unicode.json` of a font package: subset → CSS `unicode-range`. Read by whoever loads fonts, next to the files. */
export type UnicodeRanges = Readonly<Record<string, string>>;

type Range = readonly [from: number, to: number];

function parseRanges(text: string): Range[] {
  return text.split(',').map((part): Range => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/**
 * The emoji package's one file of layered colour glyphs (COLR): its parts hold SVG pictures, which neither Chromium nor
 * Skia draws. Sequences of several code points must be in one file in any case.
 */
const EMOJI_SUBSET = 'emoji';

/** The subsets of a family that `text` needs, most helpful first (Japanese alone has over a hundred). */
export function subsetsFor(family: FontFamilyId, ranges: UnicodeRanges, text: string): string[] {
  if (family === 'noto-color-emoji') return [EMOJI_SUBSET];
  const codePoints = [...new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))];
  return Object.entries(ranges).flatMap(([name, list]) => {
    const isNeeded = parseRanges(list).some(([from, to]) =>
      codePoints.some((code) => code >= from && code <= to),
    );
    return isNeeded ? [name.replace(/[[\]]/g, '')] : [];
  });
}

/** Path of a subset's file, from `node_modules` or a web server that mirrors it. */
export function fontFile(family: FontFamilyId, subset: string): string {
  const { package: folder, stem, tail } = fontFamilies[family];
  return `${folder}/files/${stem}-${subset}-${tail}`;
}

/** Loads fonts and names them for a context's `font`; the compositor and the browser each have one. */
export interface FontSource {
  /** CSS `font-family` list that draws `text` in one family. What it names is loaded. */
  cssFamilies(family: FontFamilyId, text: string): string;
}
