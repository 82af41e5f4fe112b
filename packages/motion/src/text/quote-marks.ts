/** Opening and closing marks by language; English ones elsewhere (CLDR). */
const marks: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ar: ['”', '“'],
  cs: ['„', '“'],
  da: ['“', '”'],
  de: ['„', '“'],
  es: ['«', '»'],
  fi: ['”', '”'],
  fr: ['« ', ' »'],
  he: ['”', '”'],
  it: ['«', '»'],
  ja: ['「', '」'],
  pl: ['„', '”'],
  pt: ['“', '”'],
  ru: ['«', '»'],
  sv: ['”', '”'],
  uk: ['«', '»'],
  zh: ['“', '”'],
};

/** The words in the quotation marks of a language. */
export function inQuotes(words: string, language: string): string {
  const [open, close] = marks[language.split('-')[0] ?? ''] ?? ['“', '”'];
  return `${open}${words.replaceAll(/^[“”„"«»「]\s*|\s*[“”"«»」]$/g, '')}${close}`;
}
