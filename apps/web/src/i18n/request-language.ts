import 'server-only';
import { cookies, headers } from 'next/headers';
import { isLocale, LOCALE_COOKIE, preferredLocale, type Locale } from './locales.ts';
import { MESSAGES } from './messages.ts';
import { createTranslator, type Translator } from './translator.ts';

/** The language of this request: the one chosen in the studio, else the browser's. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language') ?? '');
}

export async function requestTranslator(): Promise<Translator> {
  const locale = await requestLocale();
  return createTranslator(locale, MESSAGES[locale]);
}
