import { z } from 'zod';

const Part = z.object({
  text: z.string().nullish(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).nullish(),
  /** A draft on the way to the picture. */
  thought: z.boolean().nullish(),
});
const Details = z.array(z.object({ modality: z.string(), tokenCount: z.int().nullish() })).nullish();

/** What `generateContent` answers. A blocked request is a good answer without a picture. */
export const Generated = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(Part).nullish() }).nullish(),
        finishReason: z.string().nullish(),
        finishMessage: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z
    .object({ blockReason: z.string().nullish(), blockReasonMessage: z.string().nullish() })
    .nullish(),
  usageMetadata: z
    .object({
      promptTokenCount: z.int().nullish(),
      candidatesTokenCount: z.int().nullish(),
      thoughtsTokenCount: z.int().nullish(),
      promptTokensDetails: Details,
      candidatesTokensDetails: Details,
    })
    .nullish()
    .catch(null),
});
export type Generated = z.infer<typeof Generated>;

export const Refusal = z.object({
  error: z.object({
    code: z.number().nullish(),
    message: z.string(),
    status: z.string().nullish(),
    details: z
      .array(z.object({ reason: z.string().nullish(), retryDelay: z.string().nullish() }))
      .nullish()
      .catch(null),
  }),
});
