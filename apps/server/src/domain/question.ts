import type { z } from 'zod';

/** A question to a language model: who it is, what it is told, and the shape of its answer. */
export type Question<Answer> = { name: string; system: string; user: string; schema: z.ZodType<Answer> };
