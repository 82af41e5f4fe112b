/** Languages the studio speaks. English is complete by definition; the others are checked against it. */
export const LOCALES = ['en', 'de', 'es', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words, for the switch. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  ar: 'العربية',
};

export const LOCALE_COOKIE = 'spotsmith_language';

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

export function isLocale(word: string | undefined): word is Locale {
  return LOCALES.some((locale) => locale === word);
}

/** The best of our languages for an `Accept-Language` header; English when none fits. */
export function preferredLocale(acceptLanguage: string): Locale {
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { language: tag.toLowerCase().split('-')[0], quality: Number(quality.trim().slice(2)) || 0 };
    })
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return 'en';
}
