import { currentOf, isSettled } from '../../domain/asset.ts';
import { Transient } from '../../domain/faults.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import type { Session } from '../../domain/session.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { BriefRequest } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { report } from '../flow/report.ts';
import type { AttemptDeps } from '../flow/run-attempt.ts';
import { runTextStep } from '../flow/run-text-step.ts';
import { titleFrom } from './title-from.ts';

/** As many as a brief holds. */
const MAX_ASSUMPTIONS = 12;

/** Turns the prompt into a brief, then goes on to the images, or stops for the user to read it. */
export async function writeBrief(
  deps: AttemptDeps & Pick<Ports, 'text' | 'withTempDir' | 'log'>,
  payload: JobPayload<'parse-prompt'>,
  run: JobRun,
): Promise<void> {
  await runTextStep(deps, payload, run, {
    job: 'parse-prompt',
    during: 'parsing_prompt',
    progressStage: 'prompt_parsing',
    costStage: 'brief',
    prepare: async (session) => {
      const request = await requestOf(deps, session);
      return {
        quote: deps.text.quote,
        input: request,
        make: (context) => deps.text.writeBrief(request, context),
      };
    },
    keep: async (tx, session, { brief, warnings }) => {
      const written = {
        ...brief,
        assumptions: [...brief.assumptions, ...warnings].slice(0, MAX_ASSUMPTIONS),
      };
      const titled = session.title === titleFrom(session.prompt) ? brief.product.name : session.title;
      await report(tx, session, {
        stage: 'prompt_parsing',
        progress: 100,
        message: `The brief is written: ${brief.product.name}`,
      });
      await advance(tx, session, 'brief_written', { brief: written, title: titled });
    },
  });
}

async function requestOf({ store }: Pick<Ports, 'store'>, session: Session): Promise<BriefRequest> {
  const photos = currentOf(await store.read.assets.ofSession(session.id), 'photo');
  const kit = session.options.use_brand_kit ? await store.read.brandKits.find(session.userId) : null;
  if (!photos.every(isSettled)) {
    throw new Transient('photos_not_ready', 'The photos are still being cut out.', { retryAfterMs: 500 });
  }
  return {
    prompt: session.prompt,
    photoCount: photos.length,
    brandColours: kit?.look.colours ?? [],
    styleKeywords: session.options.style_keywords,
    numImages: session.options.num_images,
    seed: session.seed,
  };
}
