import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** A job that needs somebody: given up (`failed`), tried again and again, or at work for very long. */
const TroubledJob = z.object({
  id: Id,
  job: z.string(),
  state: z.enum(['failed', 'retry', 'active']),
  session_id: Id.nullable(),
  asset_id: Id.nullable(),
  tried_times: z.int(),
  created_at: Instant,
  error: z.string().nullable(),
});

export const JobOverview = z.object({
  /** How many jobs are in which state. */
  depths: z.array(z.object({ job: z.string(), state: z.string(), count: z.int() })),
  troubled: z.array(TroubledJob),
});
export type JobOverview = z.infer<typeof JobOverview>;
