import type { FontFamilyId } from './fonts.ts';

/** How a display face speaks; faces of other scripts are chosen to speak alike. */
export type Voice = 'heavy' | 'serif' | 'round' | 'clean';

interface ScriptFace {
  family: FontFamilyId;
  /** Weight it is set in beside the voice's own face; absent: the weight asked for. */
  weight?: number;
}

const face = (family: FontFamilyId, weight?: number): ScriptFace =>
  weight === undefined ? { family } : { family, weight };

/** Voice of each face a style or a person may choose. A face that is not here speaks clean. */
const voices: Partial<Record<FontFamilyId, Voice>> = {
  anton: 'heavy',
  'bebas-neue': 'heavy',
  'dela-gothic-one': 'heavy',
  shrikhand: 'heavy',
  'bodoni-moda': 'serif',
  'bodoni-moda-italic': 'serif',
  'young-serif': 'serif',
  'instrument-serif': 'serif',
  'instrument-serif-italic': 'serif',
  'playfair-display': 'serif',
  'titan-one': 'round',
  fredoka: 'round',
  caveat: 'round',
};

/** The voice of a face. */
export function voiceOf(family: FontFamilyId): Voice {
  return voices[family] ?? 'clean';
}

/** Faces with a single, heavy cut: beside them other scripts are set black, whatever weight is asked for. */
export const blackFaces: readonly FontFamilyId[] = [
  'anton',
  'bebas-neue',
  'dela-gothic-one',
  'shrikhand',
  'titan-one',
];

const sans = (family: FontFamilyId): Record<Voice, ScriptFace> => ({
  heavy: face(family, 900),
  serif: face(family),
  round: face(family, 700),
  clean: face(family),
});

/**
 * The face of every script that the display faces do not have, by voice. Scripts by their Unicode names; `Japanese`,
 * `Korean`, `Chinese` and `Taiwanese` stand for Han characters as each language writes them.
 */
export const scriptFaces = {
  Latin: {
    heavy: face('archivo', 900),
    serif: face('noto-serif'),
    round: face('nunito', 800),
    clean: face('noto-sans'),
  },
  Cyrillic: {
    heavy: face('noto-sans', 900),
    serif: face('noto-serif'),
    round: face('nunito', 900),
    clean: face('noto-sans'),
  },
  Greek: {
    heavy: face('noto-sans', 900),
    serif: face('noto-serif'),
    round: face('noto-sans', 800),
    clean: face('noto-sans'),
  },
  Arabic: {
    heavy: face('lalezar'),
    serif: face('el-messiri', 600),
    round: face('baloo-bhaijaan-2', 700),
    clean: face('noto-sans-arabic'),
  },
  Hebrew: {
    heavy: face('rubik', 900),
    serif: face('frank-ruhl-libre'),
    round: face('varela-round'),
    clean: face('noto-sans-hebrew'),
  },
  Devanagari: {
    heavy: face('baloo-2', 800),
    serif: face('rozha-one'),
    round: face('baloo-2', 700),
    clean: face('noto-sans-devanagari'),
  },
  Thai: { heavy: face('kanit'), serif: face('chonburi'), round: face('mitr'), clean: face('noto-sans-thai') },
  Japanese: {
    heavy: face('dela-gothic-one'),
    serif: face('shippori-mincho'),
    round: face('mochiy-pop-one'),
    clean: face('noto-sans-jp'),
  },
  Korean: {
    heavy: face('black-han-sans'),
    serif: face('gowun-batang'),
    round: face('jua'),
    clean: face('noto-sans-kr'),
  },
  Chinese: {
    heavy: face('noto-sans-sc', 900),
    serif: face('noto-serif-sc'),
    round: face('zcool-kuaile'),
    clean: face('noto-sans-sc'),
  },
  Taiwanese: sans('noto-sans-tc'),
  Armenian: sans('noto-sans-armenian'),
  Bengali: sans('noto-sans-bengali'),
  Cherokee: sans('noto-sans-cherokee'),
  Ethiopic: sans('noto-sans-ethiopic'),
  Georgian: sans('noto-sans-georgian'),
  Gujarati: sans('noto-sans-gujarati'),
  Gurmukhi: sans('noto-sans-gurmukhi'),
  Kannada: sans('noto-sans-kannada'),
  Khmer: sans('noto-sans-khmer'),
  Lao: sans('noto-sans-lao'),
  Malayalam: sans('noto-sans-malayalam'),
  Myanmar: sans('noto-sans-myanmar'),
  Oriya: sans('noto-sans-oriya'),
  Sinhala: sans('noto-sans-sinhala'),
  Tamil: sans('noto-sans-tamil'),
  Telugu: sans('noto-sans-telugu'),
  Tibetan: sans('noto-serif-tibetan'),
  Adlam: sans('noto-sans-adlam'),
  Balinese: sans('noto-sans-balinese'),
  Canadian_Aboriginal: sans('noto-sans-canadian-aboriginal'),
  Cham: sans('noto-sans-cham'),
  Javanese: sans('noto-sans-javanese'),
  Meetei_Mayek: sans('noto-sans-meetei-mayek'),
  Mongolian: sans('noto-sans-mongolian'),
  Nko: sans('noto-sans-nko'),
  Ol_Chiki: sans('noto-sans-ol-chiki'),
  Sundanese: sans('noto-sans-sundanese'),
  Syriac: sans('noto-sans-syriac'),
  Thaana: sans('noto-sans-thaana'),
  Tifinagh: sans('noto-sans-tifinagh'),
  Bamum: sans('noto-sans-bamum'),
  Buginese: sans('noto-sans-buginese'),
  Buhid: sans('noto-sans-buhid'),
  Coptic: sans('noto-sans-coptic'),
  Deseret: sans('noto-sans-deseret'),
  Glagolitic: sans('noto-sans-glagolitic'),
  Gothic: sans('noto-sans-gothic'),
  Hanifi_Rohingya: sans('noto-sans-hanifi-rohingya'),
  Hanunoo: sans('noto-sans-hanunoo'),
  Kayah_Li: sans('noto-sans-kayah-li'),
  Lepcha: sans('noto-sans-lepcha'),
  Limbu: sans('noto-sans-limbu'),
  Lisu: sans('noto-sans-lisu'),
  Miao: sans('noto-sans-miao'),
  New_Tai_Lue: sans('noto-sans-new-tai-lue'),
  Newa: sans('noto-sans-newa'),
  Ogham: sans('noto-sans-ogham'),
  Osage: sans('noto-sans-osage'),
  Rejang: sans('noto-sans-rejang'),
  Runic: sans('noto-sans-runic'),
  Saurashtra: sans('noto-sans-saurashtra'),
  Sora_Sompeng: sans('noto-sans-sora-sompeng'),
  Syloti_Nagri: sans('noto-sans-syloti-nagri'),
  Tagalog: sans('noto-sans-tagalog'),
  Tagbanwa: sans('noto-sans-tagbanwa'),
  Tai_Le: sans('noto-sans-tai-le'),
  Tai_Tham: sans('noto-sans-tai-tham'),
  Vai: sans('noto-sans-vai'),
  Warang_Citi: sans('noto-sans-warang-citi'),
  Yi: sans('noto-sans-yi'),
} as const satisfies Record<string, Record<Voice, ScriptFace>>;

export type ScriptName = keyof typeof scriptFaces;

/** Asked in this order for signs that belong to no script: ticks, arrows, bold letters of mathematics, subscripts, thirds. */
export const symbolFamilies: readonly FontFamilyId[] = [
  'noto-sans',
  'inter',
  'noto-sans-symbols',
  'noto-sans-symbols-2',
  'noto-sans-math',
  'noto-serif',
  'gowun-batang',
];
