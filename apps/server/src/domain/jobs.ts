import { z } from 'zod';
import type { MakingJob } from './stages.ts';

const OfSession = z.object({
  sessionId: z.uuid(),
  /** The session's `stageRun` when the job was enqueued: a job of an earlier run writes nothing. */
  stageRun: z.int(),
});
const OfAsset = OfSession.extend({ assetId: z.uuid() });

/** Every job and what it is told. Names are verb-noun; payloads hold ids only, never content. */
export const JOBS = {
  'prepare-photo': OfAsset.omit({ stageRun: true }),
  'parse-prompt': OfSession,
  'generate-image': OfAsset,
  'plan-scenes': OfSession,
  'generate-clip': OfAsset,
  prerender: OfSession,
  'prepare-music': OfAsset,
  'compose-ad': OfAsset,
  sweep: z.object({}),
} as const satisfies Record<MakingJob | 'sweep', z.ZodType>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
