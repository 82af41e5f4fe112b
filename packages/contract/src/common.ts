import { z } from 'zod';

export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true });

/** US dollars on the wire. Inside the server money is integer micro-dollars. */
export const Usd = z.number().min(0);

/** `#rrggbb`. */
export const HexColour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Use a colour like #ff7a1a.');

/** The row version the caller last saw. A write with an older one is answered 409. */
export const RowVersion = z.int().min(1);

/** Text typed by a person: control characters (but newline and tab) and half characters are refused, surrounding space is cut. */
export function plainText(minCharacters: number, maxCharacters: number) {
  return z
    .string()
    .trim()
    .min(
      minCharacters,
      minCharacters === 1 ? 'Write something here.' : `Write at least ${minCharacters} characters.`,
    )
    .max(maxCharacters, `Write at most ${maxCharacters} characters.`)
    .refine((text) => !CONTROL_CHARACTERS.test(text), 'Remove the control characters from this text.');
}
/** With the halves of characters that stand alone: no database and no font can take them. */
const CONTROL_CHARACTERS = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\p{Surrogate}]',
  'u',
);

/** One page of a list, newest first. `next_cursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}
