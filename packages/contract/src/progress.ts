import { z } from 'zod';
import { Usd } from './common.ts';
import { STAGES } from './words.ts';

/**
 * One progress message of an ad. `seq` counts up by one without gaps: after a lost connection, open the socket
 * with `?after=SEQ` and every missed message comes once, in order.
 */
export const ProgressMessage = z.object({
  seq: z.int().min(1),
  stage: z.enum(STAGES),
  /** 0–100 within the stage. */
  progress: z.number().min(0).max(100),
  /** 0–100 over the whole ad: parsing 0–10, images 10–50, planning 50–55, clips 55–90, composing 90–100. */
  overall: z.number().min(0).max(100),
  message: z.string(),
  /** Dollars spent on this ad so far. */
  current_cost: Usd,
  /** `current_image`, `total_images`, `model` and the like; `status` and `version` of the session. */
  metadata: z.record(z.string(), z.unknown()),
  /** Only in error messages. */
  error: z.string().optional(),
  retry_available: z.boolean().optional(),
  /** Only in `complete` messages. */
  asset_count: z.int().optional(),
});
export type ProgressMessage = z.infer<typeof ProgressMessage>;

/** What the server sends that is not progress. Answer it with the text `pong`. */
export const Ping = z.object({ type: z.literal('ping') });

/** What came after a message, oldest first, for those who cannot hold a socket open. */
export const ListProgress = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type ListProgress = z.infer<typeof ListProgress>;
export const ProgressList = z.object({ items: z.array(ProgressMessage) });
