import ar from './messages/ar.json' with { type: 'json' };
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import type { Message } from './format-message.ts';
import type { Locale } from './locales.ts';

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, Message>;

/** Loaded on the server only; a page carries the one language it is shown in. A missing sentence is a type error. */
export const MESSAGES: Record<Locale, Messages> = { en, de, es, ar };
