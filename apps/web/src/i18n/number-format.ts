import type { Locale } from './locales.ts';

const made = new Map<string, Intl.NumberFormat>();

/** How a language writes numbers. Making a format takes far longer than using it, and a page asks for dozens. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, format);
  return format;
}
