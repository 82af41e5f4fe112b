import { z } from 'zod';

/**
 * RFC 9457 problem document. `code` is stable and meant for programs; `detail` is a sentence for people
 * that says what happened and what to do.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** Where in the request the trouble is, for `invalid_request`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  retry_after_seconds: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Trouble kept with a session or an asset: what happened, what to do, and whether trying again can help. */
export const Trouble = z.object({
  code: z.string(),
  message: z.string(),
  can_retry: z.boolean(),
});
export type Trouble = z.infer<typeof Trouble>;
