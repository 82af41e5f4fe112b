import type { z } from 'zod';

/** A picture for a language model that sees: small, as JPEG. */
export type Picture = { bytes: Uint8Array; mimeType: string };

/** A question to a language model: who it is, what it is told and shown, and the shape of its answer. */
export type Question<Answer> = {
  name: string;
  system: string;
  user: string;
  schema: z.ZodType<Answer>;
  /** Left out by a model that sees no pictures. */
  picture?: Picture | undefined;
};
