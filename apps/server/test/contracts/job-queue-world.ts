import type { JobHandlers, JobRun } from '#src/ports/job-queue.ts';
import type { Log } from '#src/ports/ports.ts';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const oneOfEach = {
  'prepare-photo': 1,
  'parse-prompt': 1,
  'generate-image': 1,
  'plan-scenes': 1,
  'generate-clip': 1,
  prerender: 1,
  'prepare-music': 1,
  'compose-ad': 1,
  sweep: 1,
};

/** Hands every job that belongs to an ad to one function. */
export function everyJob(handle: (sessionId: string, run: JobRun) => Promise<void>): JobHandlers {
  const ofSession = (payload: { sessionId: string }, run: JobRun) => handle(payload.sessionId, run);
  return {
    'prepare-photo': ofSession,
    'parse-prompt': ofSession,
    'generate-image': ofSession,
    'plan-scenes': ofSession,
    'generate-clip': ofSession,
    prerender: ofSession,
    'prepare-music': ofSession,
    'compose-ad': ofSession,
    sweep: async () => undefined,
  };
}
