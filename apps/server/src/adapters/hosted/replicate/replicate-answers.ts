import { z } from 'zod';

/** A prediction as far as we use it. Read tolerantly: the provider may add fields and states of its own. */
export const Prediction = z.object({
  id: z.string(),
  model: z.string().nullish(),
  version: z.string().nullish(),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']),
  input: z.record(z.string(), z.unknown()).nullish(),
  output: z.unknown(),
  error: z.unknown(),
  logs: z.string().nullish(),
  created_at: z.string().nullish(),
  started_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  deadline: z.string().nullish(),
  data_removed: z.boolean().nullish(),
  webhook: z.string().nullish(),
  metrics: z
    .object({
      predict_time: z.number().nullish(),
      image_output_count: z.number().nullish(),
      video_output_duration_seconds: z.number().nullish(),
      audio_output_duration_seconds: z.number().nullish(),
      // Both orders of the words have been seen.
      input_token_count: z.number().nullish(),
      output_token_count: z.number().nullish(),
      token_input_count: z.number().nullish(),
      token_output_count: z.number().nullish(),
    })
    .nullish()
    .catch(null),
});
export type Prediction = z.infer<typeof Prediction>;

export const PredictionPage = z.object({ next: z.string().nullish(), results: z.array(Prediction) });

export const UploadedFile = z.object({
  id: z.string(),
  urls: z.object({ get: z.string() }),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;
export const UploadedFilePage = z.object({ results: z.array(UploadedFile) });

/** All that is read of a webhook; the rest is read again from the provider. */
export const WebhookEvent = z.object({ id: z.string().max(200) });
export const WebhookSecret = z.object({ key: z.string() });

export const Account = z.object({ username: z.string(), type: z.string().nullish() });

/** What a model accepts, from its newest version's own schema. */
export const ModelSchema = z.object({
  latest_version: z
    .object({
      id: z.string(),
      openapi_schema: z
        .object({
          components: z.object({
            schemas: z.object({
              Input: z.object({
                properties: z.record(z.string(), z.unknown()),
                required: z.array(z.string()).nullish(),
              }),
            }),
          }),
        })
        .nullish(),
    })
    .nullish(),
});
