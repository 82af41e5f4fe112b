import { z } from 'zod';
import { Id, Instant, Usd } from './common.ts';

/** One provider call, or one piece of local work at $0. */
export const CostEntry = z.object({
  id: Id,
  asset_id: Id.nullable(),
  stage: z.string(),
  provider: z.string(),
  model: z.string(),
  units: z.number(),
  unit_name: z.string(),
  estimate_usd: Usd,
  /** Null while the call is under way. */
  actual_usd: Usd.nullable(),
  duration_ms: z.int().nullable(),
  outcome: z.enum(['running', 'succeeded', 'failed', 'cancelled', 'unknown']),
  created_at: Instant,
});
export type CostEntry = z.infer<typeof CostEntry>;

export const Costs = z.object({
  spent_usd: Usd,
  held_usd: Usd,
  cap_usd: Usd,
  by_stage: z.array(z.object({ stage: z.string(), calls: z.int(), spent_usd: Usd })),
  entries: z.array(CostEntry),
});
export type Costs = z.infer<typeof Costs>;

/** The upper bound of what each stage will cost, before it is spent. */
export const Estimate = z.object({
  provider: z.string(),
  stages: z.array(z.object({ stage: z.string(), model: z.string(), calls: z.int(), max_usd: Usd })),
  total_max_usd: Usd,
  /** What the chosen models cannot do of what the ad asks, and which other could. */
  notices: z.array(z.string()),
});
export type Estimate = z.infer<typeof Estimate>;

/** All ads together: what each model was thought to cost and did cost, and how each kind of job went. */
export const InstallationCosts = z.object({
  models: z.array(
    z.object({
      stage: z.string(),
      provider: z.string(),
      model: z.string(),
      calls: z.int(),
      failed_calls: z.int(),
      estimate_usd: Usd,
      actual_usd: Usd,
      /** Of that, what was booked by our own list, because the provider told nothing of it or sources of the price disagree. */
      guessed_usd: Usd,
    }),
  ),
  job_runs: z.array(
    z.object({
      job: z.string(),
      runs: z.int(),
      /** Runs that ended in an error and were delivered again. */
      thrown: z.int(),
      median_waited_ms: z.int(),
      median_took_ms: z.int(),
      p95_took_ms: z.int(),
      /** Processor time of the programs it ran, all runs together. */
      cpu_ms: z.int(),
      /** Most memory that one of its programs took. */
      peak_bytes: z.int(),
    }),
  ),
});
export type InstallationCosts = z.infer<typeof InstallationCosts>;
