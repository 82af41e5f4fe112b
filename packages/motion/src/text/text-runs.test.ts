import { expect, test } from 'vitest';
import { cleanText, directionOf } from './clean-text.ts';
import { breakIntoPieces, rowOf } from './line-breaks.ts';
import { missingGlyphs, splitRuns } from './split-runs.ts';

const anton = { family: 'anton', weight: 400 } as const;
const runsOf = (text: string, language = 'en') =>
  splitRuns(text, anton, language, directionOf(text, language));
const fontsOf = (text: string, language = 'en') => runsOf(text, language).map(({ families }) => families[0]);

const greetings = {
  Khmer: 'សួស្តី',
  Burmese: 'မင်္ဂလာပါ',
  Telugu: 'నమస్తే',
  Kannada: 'ನಮಸ್ಕಾರ',
  Malayalam: 'നമസ്കാരം',
  Gujarati: 'નમસ્તે',
  Gurmukhi: 'ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ',
  Odia: 'ନମସ୍କାର',
  Sinhala: 'ආයුබෝවන්',
  Amharic: 'ሰላም',
  Tibetan: 'བཀྲ་ཤིས་བདེ་ལེགས',
  Cherokee: 'ᎣᏏᏲ',
  Thai: 'สวัสดี',
  Arabic: 'مرحبا',
  Hebrew: 'שלום',
  Hindi: 'नमस्ते',
  Bengali: 'নমস্কার',
  Tamil: 'வணக்கம்',
  Georgian: 'გამარჯობა',
  Armenian: 'Բարեւ',
  Lao: 'ສະບາຍດີ',
  Greek: 'Γειά',
  Russian: 'Привет',
  Korean: '안녕하세요',
  Japanese: 'こんにちは',
  Chinese: '你好',
  Maldivian: 'ދިވެހި',
  Mongolian: 'ᠮᠣᠩᠭᠣᠯ',
  Javanese: 'ꦗꦮ',
  Syriac: 'ܣܘܪܝܝܐ',
  Manding: 'ߒߞߏ',
  Tamazight: 'ⵜⵉⴼⵉⵏⴰⵖ',
  Nuosu: 'ꆈꌠꉙ',
  Vai: 'ꕙꔤ',
  Coptic: 'ⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ',
  Gothic: '𐌲𐌿𐍄𐌹𐍃𐌺',
  Tagalog: 'ᜆᜄᜎᜓᜄ᜔',
  Lisu: 'ꓡꓲꓢꓴ',
  Lepcha: 'ᰛᰩᰵᰛᰧᰵ',
  Limbu: 'ᤕᤰᤌᤢᤱ',
  Buginese: 'ᨅᨔ ᨕᨘᨁᨗ',
  Osage: '𐓏𐓘𐓻𐓘𐓻𐓟',
  Rohingya: '𐴌𐴝𐴇𐴥𐴝𐴚𐴒𐴙𐴝',
  Sylheti: 'ꠍꠤꠟꠐꠤ',
  Saurashtra: 'ꢱꣃꢬꢵꢰ꣄ꢜ꣄ꢬꢵ',
  'Tai Lü': 'ᦅᧄᦺᦑᦟᦹᧉ',
  'Northern Thai': 'ᨤᩴᩤᨾᩮᩬᩥᨦ',
  Inuktitut: 'ᐃᓄᒃᑎᑐᑦ',
  Fulani: '𞤀𞤣𞤤𞤢𞤥',
  Santali: 'ᱥᱟᱱᱛᱟᱲᱤ',
  Balinese: 'ᬩᬮᬶ',
  Sundanese: 'ᮞᮥᮔ᮪ᮓ',
  Meitei: 'ꯃꯤꯇꯩ',
  Cham: 'ꨌꩌ',
};

for (const [language, greeting] of Object.entries(greetings)) {
  test(`${language} is drawn in glyphs of our own fonts`, () => {
    expect(missingGlyphs(greeting, anton, 'en')).toEqual([]);
    expect(new Set(fontsOf(greeting)).size).toBe(1);
  });
}

test.each(['H₂O', '✗ ✓', '➜ →', '𝗕old', '℠ ™', '½ ⅓', '★★★★☆', '№ 5'])(
  'the signs in %s have glyphs',
  (text) => {
    expect(missingGlyphs(text, anton, 'en')).toEqual([]);
  },
);

test('a character no font has is named', () => {
  expect(missingGlyphs('Hello \u{12000}', anton, 'en')).toEqual(['\u{12000}']);
});

test('a word is never set in two faces', () => {
  expect(fontsOf('Ẁørd ɓeta')).toHaveLength(1);
});

test('beside a heavy face another script is set black', () => {
  const [latin, cyrillic] = runsOf('AirRun Привет');
  expect(latin).toMatchObject({ families: ['anton'], weight: 400 });
  expect(cyrillic).toMatchObject({ families: ['noto-sans'], weight: 900 });
});

test.each(['❤️‍🔥', '🏳️‍🌈', '👩🏽‍🚀', '🇩🇪', '1️⃣', '🫩'])('the emoji %s is one run of colour', (emoji) => {
  expect(runsOf(emoji)).toMatchObject([{ text: emoji, families: ['noto-color-emoji'] }]);
});

test('digits are no emoji', () => {
  expect(fontsOf('24')).toEqual(['anton']);
});

test('Han characters take the face of the language', () => {
  expect(fontsOf('東京', 'ja')).toEqual(['dela-gothic-one']);
  expect(fontsOf('東京', 'zh')).toEqual(['noto-sans-sc']);
  expect(fontsOf('東京', 'zh-TW')).toEqual(['noto-sans-tc']);
});

test('an Arabic line with a brand stands in reading order from the right', () => {
  const runs = runsOf('iPhone 15 بخصم', 'ar');
  expect(runs.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual(['بخصم', 'iPhone 15']);
  expect(runs[0]?.direction).toBe('rtl');
});

test('a text of zero-width characters is empty', () => {
  expect(cleanText('\u200b\u200d\ufeff \u2060')).toBe('');
});

test('an override cannot turn a price round', () => {
  expect(cleanText('\u202e€99\u202c')).toBe('€99');
});

test('no line starts inside a price, or with a mark', () => {
  expect(breakIntoPieces('Nur 1\u00a0299,90\u00a0€ heute\u202f!', 'de')).toEqual([
    ['Nur ', '1\u00a0299,90\u00a0€ ', 'heute\u202f!'],
  ]);
});

test('lines may break after a hyphen, a slash and a zero-width space', () => {
  expect(breakIntoPieces('ultra-light and/or\u200bmore', 'en')[0]).toEqual([
    'ultra-',
    'light ',
    'and/',
    'or\u200b',
    'more',
  ]);
});

test('Thai breaks between words', () => {
  expect(breakIntoPieces('สวัสดีชาวโลก', 'th')[0]?.length).toBeGreaterThan(1);
});

test('no Japanese line starts with a small kana or a full stop', () => {
  for (const piece of breakIntoPieces('ちょっといいコーヒー、です。', 'ja')[0] ?? []) {
    expect(piece).not.toMatch(/^[ょっー、。]/u);
  }
});

test('Korean lines end at spaces, never inside a word', () => {
  expect(breakIntoPieces('지금 구매하세요', 'ko')[0]).toEqual(['지금 ', '구매하세요']);
});

test.each(['ខ្មែរទិញឥឡូវនេះបញ្ចុះតម្លៃ', 'ယနေ့ပဲဝယ်ယူပါ', 'ສະບາຍດີຊາວໂລກ'])('%s breaks between words', (text) => {
  const pieces = breakIntoPieces(text, 'und')[0] ?? [];
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece).not.toMatch(/^\p{M}/u);
});

test('the signs of currencies, fractions and lists of other countries have glyphs', () => {
  expect(missingGlyphs('₹ ₺ ₿ ₾ ₸ ₴ ₦ ₫ ⅔ ℠ ™ № ⓘ ① ❶ Ⓐ ‰ ㎡', anton, 'en')).toEqual([]);
});

test('a soft hyphen is seen only where its word is broken', () => {
  const pieces = breakIntoPieces('Donau\u00addampf\u00adschiff', 'de')[0] ?? [];
  expect(pieces).toHaveLength(3);
  expect([rowOf(pieces), rowOf(pieces.slice(0, 2)), rowOf(pieces.slice(2))]).toEqual([
    'Donaudampfschiff',
    'Donaudampf-',
    'schiff',
  ]);
});
