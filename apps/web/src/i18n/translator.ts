import { formatMessage, type MessageValues } from './format-message.ts';
import type { Locale } from './locales.ts';
import type { MessageKey, Messages } from './messages.ts';
import { numberFormat } from './number-format.ts';

/** Everything that turns facts into text in one language. */
export type Translator = {
  locale: Locale;
  t: (key: MessageKey, values?: MessageValues) => string;
  /** A sentence that may not exist, e.g. one for a problem code of a newer server. */
  maybe: (key: string, values?: MessageValues) => string | undefined;
  /** US dollars; cents below a hundred, and a tenth of a cent where a price is smaller than one. */
  money: (usd: number) => string;
  /** As `money`, and in a word where it is nothing. */
  price: (usd: number) => string;
  /** `7.5 s`. */
  seconds: (seconds: number) => string;
  /** A length of time to wait, in words: `8 s`, `2 min`. */
  wait: (seconds: number) => string;
  bytes: (bytes: number) => string;
  /** `5,000`. */
  count: (count: number) => string;
  percent: (percent: number) => string;
  /** `3 minutes ago`. */
  ago: (instant: string, nowMs: number) => string;
  date: (instant: string) => string;
  /** A day and the time of it. */
  instant: (instant: string) => string;
};

export function createTranslator(locale: Locale, messages: Messages): Translator {
  const t: Translator['t'] = (key, values = {}) => formatMessage(messages[key], values, locale);
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    numberFormat(locale, options).format(value);
  const unit = (value: number, name: string, digits = 0) =>
    number(value, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: digits });

  const money = (usd: number) =>
    number(usd, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 2,
      maximumFractionDigits: usd > 0 && usd < 0.01 ? 3 : 2,
    });

  return {
    locale,
    t,
    maybe: (key, values = {}) => {
      const message = (messages as Partial<Record<string, Messages[MessageKey]>>)[key];
      return message === undefined ? undefined : formatMessage(message, values, locale);
    },
    money,
    price: (usd) => (usd === 0 ? t('money.free') : money(usd)),
    seconds: (seconds) => unit(seconds, 'second', 1),
    wait: (seconds) =>
      seconds < 90
        ? unit(Math.max(1, Math.ceil(seconds)), 'second')
        : unit(Math.round(seconds / 60), 'minute'),
    bytes: (bytes) => (bytes < 1e9 ? unit(bytes / 1e6, 'megabyte', 1) : unit(bytes / 1e9, 'gigabyte', 1)),
    count: (count) => number(count, { maximumFractionDigits: 0 }),
    percent: (percent) => number(percent / 100, { style: 'percent', maximumFractionDigits: 0 }),
    ago: (instant, nowMs) => relativeTime(locale, (Date.parse(instant) - nowMs) / 1000),
    instant: (instant) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
    date: (instant) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant)),
  };
}

const STEPS_SECONDS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function relativeTime(locale: Locale, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of STEPS_SECONDS) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return format.format(0, 'minute');
}
