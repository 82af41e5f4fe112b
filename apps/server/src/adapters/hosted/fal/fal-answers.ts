import { z } from 'zod';

/** What a submitted request is reached by. The addresses are used as they are told, never built. */
export const Submitted = z.object({
  request_id: z.string().max(100),
  response_url: z.url(),
});

export const Status = z.object({
  status: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']),
  queue_position: z.number().nullish(),
  metrics: z.object({ inference_time: z.number().nullish() }).nullish().catch(null),
});

const File = z.object({ url: z.string() });

/** What a model made: pictures, one clip or one piece of sound. */
export const Output = z.object({
  images: z.array(File).nullish().catch(null),
  image: File.nullish().catch(null),
  video: File.nullish().catch(null),
  audio: File.nullish().catch(null),
});

/** A refusal of the platform (`detail` is a sentence) or of a model (`detail` lists what is wrong). */
export const Refusal = z.object({
  detail: z.union([
    z.string(),
    z.array(
      z.object({
        msg: z.string().nullish(),
        type: z.string().nullish(),
        loc: z.array(z.union([z.string(), z.number()])).nullish(),
      }),
    ),
  ]),
  error_type: z.string().nullish(),
});

const RequestRow = z.object({
  request_id: z.string(),
  endpoint_id: z.string(),
  sent_at: z.string().nullish(),
  json_input: z.record(z.string(), z.unknown()).nullish().catch(null),
});
export type RequestRow = z.infer<typeof RequestRow>;
export const RequestPage = z.object({ items: z.array(RequestRow), next_cursor: z.string().nullish() });

export const Upload = z.object({ upload_url: z.url(), file_url: z.url() });

/** All that is read of a webhook; the rest is read again from the provider. */
export const WebhookEvent = z.object({ request_id: z.string().max(100) });

export const KeySet = z.object({ keys: z.array(z.object({ x: z.string() })) });
