import { z } from 'zod';

const Tokens = z.object({ text_tokens: z.int().nullish(), image_tokens: z.int().nullish() });

/** Pictures as text in base 64, or where they lie. */
export const Images = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.url().nullish() })),
  output_format: z.enum(['png', 'jpeg', 'webp']).nullish().catch(null),
  usage: z
    .object({
      input_tokens: z.int(),
      output_tokens: z.int(),
      input_tokens_details: Tokens.nullish(),
      output_tokens_details: Tokens.nullish(),
    })
    .nullish()
    .catch(null),
});
export type Images = z.infer<typeof Images>;

export const Refusal = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
});

export const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) });
