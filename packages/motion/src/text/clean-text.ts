/** Marks that turn text round. A price must read as it was typed, so none of them reaches a frame. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters but line breaks and tabs; lone surrogates; the byte order mark. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]|\p{Surrogate}/gu;
/** Something that leaves ink: no space, no joiner, no variation selector, no filler. */
const ink = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A text as it may be drawn: composed (NFC), line breaks as `\n`, without controls. Text that would leave no ink, such
 * as zero-width characters only, is empty. Joiners and U+200B stay: scripts, emoji and line breaking need them.
 */
export function cleanText(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(bidiControls, '')
    .replace(controls, '');
  return ink.test(clean) ? clean.trim() : '';
}

const rtlLetter = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;
const letter = /\p{L}/u;
const rtlLanguages: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Whether a language (BCP 47) is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return rtlLanguages.has(language.split('-')[0]?.toLowerCase() ?? '');
}

/**
 * Base direction of a text: from right to left when the ad's language is and any letter of it appears ("iPhone 15 بخصم
 * ٪20" begins with a brand), else by its first strong letter (Unicode's rule P2).
 */
export function directionOf(text: string, language: string): 'ltr' | 'rtl' {
  if (isRightToLeft(language)) return rtlLetter.test(text) || !letter.test(text) ? 'rtl' : 'ltr';
  return rtlLetter.test(letter.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}
