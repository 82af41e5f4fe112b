import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '#src/components/shell/providers.tsx';
import { readTheme, THEME_COOKIE } from '#src/components/shell/theme.ts';
import { directionOf } from '#src/i18n/locales.ts';
import { MESSAGES } from '#src/i18n/messages.ts';
import { requestLocale } from '#src/i18n/request-language.ts';

export const metadata: Metadata = {
  title: { default: 'Spotsmith', template: '%s · Spotsmith' },
  description: 'A product photo and one sentence in; a finished video ad out.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#131110' },
    { media: '(prefers-color-scheme: light)', color: '#f6f4f2' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request's headers keeps every page dynamic: a prerendered one would carry no nonce and run no script.
  const nonce = (await headers()).get('x-nonce') ?? '';
  const locale = await requestLocale();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme}>
      <body>
        <Providers nonce={nonce} locale={locale} messages={MESSAGES[locale]}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
