'use client';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';
import { createTranslator, type Translator } from './translator.ts';

const Context = createContext<Translator | null>(null);

export function TranslatorProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  const { locale, messages, children } = props;
  const translator = useMemo(() => createTranslator(locale, messages), [locale, messages]);
  return <Context value={translator}>{children}</Context>;
}

/** The page's language. */
export function useTranslator(): Translator {
  const translator = useContext(Context);
  if (translator === null) throw new Error('useTranslator needs a TranslatorProvider above it.');
  return translator;
}
