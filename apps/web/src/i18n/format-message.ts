import type { Locale } from './locales.ts';
import { numberFormat } from './number-format.ts';

/** A sentence, or one sentence for each plural category of the language (`one`, `other`, in Arabic also `two`, `few`, `many`). */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Fills `{name}` gaps. `count` chooses the plural form; numbers are written as the language writes them. */
export function formatMessage(message: Message, values: MessageValues, locale: Locale): string {
  const sentence =
    typeof message === 'string' ? message : pluralForm(message, Number(values['count'] ?? 0), locale);
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    if (value === undefined) return gap;
    return typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}

function pluralForm(forms: Exclude<Message, string>, count: number, locale: Locale): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? '';
}
