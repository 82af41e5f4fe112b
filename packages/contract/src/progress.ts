import { z } from 'zod';
import { Id, Usd } from './common.ts';
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
  /** `current_image`, `total_images`, `model`, `sight` and the like; `status` and `version` of the session. */
  metadata: z.record(z.string(), z.unknown()),
  /** Only in error messages. */
  error: z.string().optional(),
  retry_available: z.boolean().optional(),
  /** Only in `complete` messages. */
  asset_count: z.int().optional(),
});
export type ProgressMessage = z.infer<typeof ProgressMessage>;

/**
 * How one image or clip, `asset_id` beside it, comes along on a graphics card of one's own: `metadata.sight` of a message.
 */
export const Sight = z.object({
  /** How many works the card does before this one; 0 while it is made. */
  ahead: z.int().min(0),
  /** What the card is at, by the workflow's own name for it, and how far; null until it says. */
  step: z.object({ name: z.string(), done: z.number(), of: z.number() }).nullable(),
  /** 0–1 of the whole; null until there is something to reckon from. */
  fraction: z.number().min(0).max(1).nullable(),
  /** By how long the same workflow took before; null when it never ran, or takes longer this time. */
  seconds_left: z.int().min(0).nullable(),
});
export type Sight = z.infer<typeof Sight>;

/** What an image or clip looks like while it is made: small, told to who watches now, and kept nowhere. */
export const Preview = z.object({
  type: z.literal('preview'),
  asset_id: Id,
  /** `data:image/webp;base64,…` */
  picture: z.string(),
});
export type Preview = z.infer<typeof Preview>;

/** What the server sends that is not progress. Answer it with the text `pong`. */
export const Ping = z.object({ type: z.literal('ping') });

/** What came after a message, oldest first, for those who cannot hold a socket open. */
export const ListProgress = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type ListProgress = z.infer<typeof ListProgress>;
export const ProgressList = z.object({ items: z.array(ProgressMessage) });
