import { readContact } from './readers/contact.ts';
import { readDates } from './readers/dates.ts';
import { labelledFacts } from './readers/labelled-facts.ts';
import { readAudience, readBenefits, readMoods } from './readers/leftovers.ts';
import { readNames } from './readers/names.ts';
import { readOrders, type VideoWishes } from './readers/orders.ts';
import { audienceWords } from './readers/phrases.ts';
import { readPrices } from './readers/prices.ts';
import { readQuotations } from './readers/quotations.ts';
import { readQuantity, readTerms } from './readers/terms.ts';
import { withoutCode } from './pasted-code.ts';
import { Reading } from './reading.ts';

/** What a prompt says of a product: every string stands in it, character for character. */
export type Understanding = {
  name: string | null;
  what: string | null;
  price: string | null;
  was: string | null;
  off: string | null;
  until: string | null;
  starts: string | null;
  /** The end and the beginning with the words that say so: "until Sunday". */
  untilWords: string | null;
  startsWords: string | null;
  quantity: string | null;
  shipping: string | null;
  guarantee: string | null;
  code: string | null;
  url: string | null;
  place: string | null;
  cta: string | null;
  quote: string | null;
  by: string | null;
  audience: string | null;
  /** Whom it is for with the word that says so: "for little explorers". */
  audienceWords: string | null;
  benefits: string[];
  /** Which of them the user wrote as a sentence of their own: "Drink more". */
  sentences: string[];
  moods: string[];
  products: string[];
  video: VideoWishes;
  /** Of the language of the prompt, e.g. `de`. */
  language: string;
  /** Fields in which two readings are possible: a person should be asked. */
  unsure: 'name'[];
};

/**
 * Reads a prompt without any model: tokens, word lists in ten languages and the grammar of prices, dates and names.
 * Orders to the tool, pasted code and what must not be said never come out as facts. Linear in the prompt's length.
 */
export function understand(prompt: string): Understanding {
  const { text, labelled } = withoutCode(prompt);
  const reading = new Reading(text);
  const video = readOrders(reading);
  const told = labelledFacts(reading, labelled);
  const quotation = readQuotations(reading);
  const terms = readTerms(reading);
  const prices = readPrices(reading);
  const hasOffer = prices.price !== null || prices.off !== null || terms.code !== null;
  const dates = readDates(reading, hasOffer);
  const contact = readContact(reading);
  const quantity = readQuantity(reading);
  const moods = readMoods(reading);
  const names = readNames(reading, quotation.titles);
  const audience = readAudience(reading);
  const { benefits, sentences } = readBenefits(reading);
  return {
    name: told.name ?? names.name,
    what: told.what ?? names.what,
    price: told.price ?? prices.price,
    was: told.was ?? prices.was,
    off: told.off ?? prices.off,
    until: told.until ?? dates.until,
    starts: told.starts ?? dates.starts,
    untilWords: told.until ?? dates.untilWords ?? dates.until,
    startsWords: told.starts ?? dates.startsWords,
    quantity,
    shipping: terms.shipping,
    guarantee: terms.guarantee,
    code: told.code ?? terms.code,
    ...contact,
    quote: quotation.quote,
    by: quotation.by,
    audience,
    audienceWords: audienceWords(reading),
    benefits,
    sentences,
    moods,
    products: names.products,
    video,
    language: reading.language,
    unsure: !told.name && names.isUnsure ? ['name'] : [],
  };
}
