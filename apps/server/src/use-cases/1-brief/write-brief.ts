import { currentOf, isSettled } from '../../domain/asset.ts';
import { Transient } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import { isFailed } from '../../domain/spending.ts';
import type { BriefRequest } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { callMaker } from '../making/call-maker.ts';
import type { FailedWork, MakingDeps, SessionTask, SessionWork, Work } from '../making/job-work.ts';
import { materialiseAsset } from '../making/materialise-asset.ts';
import { report } from '../making/report.ts';
import { advance } from '../flow/advance.ts';
import { titleFrom } from './title-from.ts';

/** As many as a brief holds. */
const MAX_ASSUMPTIONS = 12;

/** Turns the prompt into a brief, then goes on to the images, or stops for the user to read it. */
export const writeBrief: SessionWork = { job: 'parse-prompt', make: write };

async function write(deps: MakingDeps, task: SessionTask): Promise<Work<void> | FailedWork> {
  const request = await requestOf(deps, task.session);
  const done = await callMaker(deps, task, {
    quote: deps.text.quote,
    input: request,
    make: async (context) => deps.text.writeBrief(request, context, await firstPhoto(deps, task)),
  });
  if (isFailed(done)) return done;
  const { brief, warnings } = done.made;
  return {
    call: done.call,
    async keep(tx, session) {
      const assumptions = [...brief.assumptions, ...warnings].slice(0, MAX_ASSUMPTIONS);
      const title = session.title === titleFrom(session.prompt) ? brief.product.name : session.title;
      await report(tx, session, {
        stage: 'prompt_parsing',
        progress: 100,
        message: `The brief is written: ${brief.product.name}`,
      });
      await advance(tx, session, 'brief_written', { brief: { ...brief, assumptions }, title });
    },
  };
}

/** For a writer that looks. */
async function firstPhoto({ store, files, text }: MakingDeps, { session, dir }: SessionTask) {
  if (!text.seesPhoto) return null;
  const [photo] = currentOf(await store.read.assets.ofSession(session.id), 'photo').filter(
    ({ fileId }) => fileId !== null,
  );
  return photo ? materialiseAsset({ store, files }, photo, dir) : null;
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
    facts: session.options.facts,
    numImages: session.options.num_images,
    seed: session.seed,
  };
}
