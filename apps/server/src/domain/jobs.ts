import { z } from 'zod';

const OfSession = z.object({
  sessionId: z.uuid(),
  /** The session's `stageRun` when the job was enqueued: a job of an earlier run writes nothing. */
  stageRun: z.int(),
});
const OfAsset = OfSession.extend({ assetId: z.uuid() });

/** Every job and what it is told. Names are verb-noun; payloads hold ids only, never content. */
export const JOBS = {
  'prepare-photo': z.object({ sessionId: z.uuid(), assetId: z.uuid() }),
  'parse-prompt': OfSession,
  'generate-image': OfAsset,
  'plan-scenes': OfSession,
  'generate-clip': OfAsset,
  'prepare-ad': OfSession,
  'prepare-music': OfAsset,
  'compose-ad': OfAsset,
  sweep: z.object({}),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;

/** The jobs that make the file of one asset each. */
export type AssetJob = 'generate-image' | 'generate-clip' | 'prepare-music' | 'compose-ad';

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
