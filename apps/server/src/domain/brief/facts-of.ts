import type { Facts } from '@spotsmith/contract/facts';
import type { Understanding } from '#src/domain/understanding/understand.ts';
import { cutAtWord } from './plain-words.ts';
import { MOST_BENEFITS } from '@spotsmith/contract/facts';

/** The fields of an offer and how many characters the brief keeps of each. */
const OFFER = {
  price: 80,
  was: 80,
  off: 80,
  until: 80,
  starts: 80,
  quantity: 80,
  shipping: 120,
  guarantee: 120,
  code: 40,
} as const;

/** What was understood of a prompt as the brief keeps it; what the form says goes before it, field by field. */
export function factsOf(understood: Understanding, form: Facts | undefined): Facts {
  const offer = { ...offerOf(understood), ...form?.offer };
  const proof = { ...proofOf(understood), ...form?.proof };
  const read = {
    what: understood.what && cutAtWord(understood.what, 60),
    url: fitting(understood.url, 200),
    place: fitting(understood.place, 120),
  };
  const benefits = form?.benefits ?? benefitsOf(understood);
  return {
    ...present({
      what: form?.what ?? read.what,
      url: form?.url ?? read.url,
      place: form?.place ?? read.place,
    }),
    ...(Object.keys(offer).length > 0 && { offer }),
    ...(benefits.length > 0 && { benefits }),
    ...(Object.keys(proof).length > 0 && { proof }),
  };
}

/** What is said for it: a sentence of the user's own keeps its stop, and whom it is for is one line more. */
function benefitsOf({ benefits, sentences, audienceWords }: Understanding): string[] {
  const told = benefits.map((line) =>
    sentences.includes(line) && /[\p{L}\p{N}]$/u.test(line) ? `${line}.` : line,
  );
  const isTold = audienceWords === null || benefits.some((line) => line.includes(audienceWords));
  return [...told, ...(isTold ? [] : [audienceWords])]
    .filter((line) => line.length <= 120)
    .slice(0, MOST_BENEFITS);
}

function offerOf(understood: Understanding): NonNullable<Facts['offer']> {
  const fields = Object.entries(OFFER) as [keyof typeof OFFER, number][];
  return present(
    Object.fromEntries(
      fields.map(([field, longest]) => [field, fitting(wordsOf(understood, field), longest)]),
    ),
  );
}

/** Dates with the words that make them an end or a beginning. */
function wordsOf(understood: Understanding, field: keyof typeof OFFER): string | null {
  if (field === 'until') return understood.untilWords;
  if (field === 'starts') return understood.startsWords;
  return understood[field];
}

function proofOf({ quote, by }: Understanding): NonNullable<Facts['proof']> {
  return present({ quote: fitting(quote, 200), by: fitting(by, 60) });
}

/** Words that do not fit are left out: a condition cut off would be another offer. */
function fitting(words: string | null, longest: number): string | null {
  const text = words?.trim() ?? '';
  return text !== '' && text.length <= longest ? text : null;
}

function present<Field extends string>(
  fields: Record<Field, string | null | undefined>,
): Partial<Record<Field, string>> {
  const kept = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(kept) as Partial<Record<Field, string>>;
}
