import { preparePhoto } from '../use-cases/1-brief/prepare-photo.ts';
import { writeBrief } from '../use-cases/1-brief/write-brief.ts';
import { generateImage } from '../use-cases/2-images/generate-image.ts';
import { planScenes } from '../use-cases/3-scenes/plan-scenes.ts';
import { generateClip } from '../use-cases/4-clips/generate-clip.ts';
import { composeAd } from '../use-cases/5-compose/compose-ad.ts';
import { prepareMusic } from '../use-cases/5-compose/prepare-music.ts';
import { prerender } from '../use-cases/5-compose/prerender.ts';
import { runJob } from '../use-cases/making/run-job.ts';
import { sweep } from '../use-cases/session/sweep.ts';
import type { JobName } from '../domain/jobs.ts';
import type { JobHandlers } from '../ports/job-queue.ts';
import type { Ports } from '../ports/ports.ts';

/** Every job and the work that the engine runs for it. */
export function handlersOf(ports: Ports): JobHandlers {
  return {
    'prepare-photo': (payload, run) => runJob(ports, preparePhoto, payload, run),
    'parse-prompt': (payload, run) => runJob(ports, writeBrief, payload, run),
    'generate-image': (payload, run) => runJob(ports, generateImage, payload, run),
    'plan-scenes': (payload, run) => runJob(ports, planScenes, payload, run),
    'generate-clip': (payload, run) => runJob(ports, generateClip, payload, run),
    'prepare-music': (payload, run) => runJob(ports, prepareMusic, payload, run),
    prerender: (payload, run) => runJob(ports, prerender, payload, run),
    'compose-ad': (payload, run) => runJob(ports, composeAd, payload, run),
    sweep: () => sweep(ports),
  };
}

/**
 * How many jobs of each kind one process runs at once. Local pictures and clips are bound by the processor: as many as
 * it has cores. Hosted ones only wait, so more of them fit.
 */
export function concurrencyOf({
  cores,
  isHosted,
}: {
  cores: number;
  isHosted: boolean;
}): Record<JobName, number> {
  const media = isHosted ? Math.max(cores, 12) : cores;
  return {
    'prepare-photo': 1,
    'parse-prompt': 4,
    'generate-image': media,
    'plan-scenes': 4,
    'generate-clip': media,
    'prepare-music': isHosted ? 4 : 1,
    prerender: 1,
    'compose-ad': 1,
    sweep: 1,
  };
}
