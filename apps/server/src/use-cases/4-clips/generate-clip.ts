import type { Clip } from '../../domain/asset.ts';
import { isFailed } from '../../domain/spending.ts';
import { callMaker } from '../making/call-maker.ts';
import { settleMedia } from '../making/close-media-stage.ts';
import type { AssetTask, AssetWork, FailedWork, MakingDeps, Work } from '../making/job-work.ts';
import { enqueuePrerender } from '../making/enqueue-prerender.ts';
import { keepMedia, madePatch, storeMedia, verifyMedia, type VerifiedFile } from '../making/keep-media.ts';
import { makerOf } from '../making/maker-of.ts';
import { sightReporter } from '../making/sight-reporter.ts';
import { clipReporter } from './clip-reporter.ts';
import { clipRequestOf } from './clip-request-of.ts';

const LENGTH_SLACK_SECONDS = 0.05;

/** Sets one approved image in motion. */
export const generateClip: AssetWork<Clip> = {
  job: 'generate-clip',
  make: filmClip,
  async afterwards(tx, session, clip) {
    await settleMedia(tx, session, clip);
    await enqueuePrerender(tx, session, clip);
  },
};

async function filmClip(deps: MakingDeps, task: AssetTask<Clip>): Promise<Work<Clip | null> | FailedWork> {
  const { session, asset: clip, dir } = task;
  const maker = makerOf(deps, session, 'clip', clip.provider);
  const request = await clipRequestOf(deps, session, clip, clip.aspectRatio, dir);
  const quote = await maker.quote(request);
  const done = await callMaker(deps, task, {
    quote,
    input: { ...request, image: request.image.id, photos: request.photos.map(({ id }) => id) },
    make: async (context) => verifyMedia(deps, task, 'clip', await maker.make(request, context)),
    onProgress: clipReporter(deps, task, quote.model),
    onSight: sightReporter(deps, task, quote),
  });
  if (isFailed(done)) return done;
  const { call, made } = done;
  const stored = await storeMedia(deps, task, made);
  return {
    call,
    keep: (tx) =>
      keepMedia(tx, task, stored, {
        ...madePatch(stored, made),
        posterFileId: stored.thumbnail?.id ?? null,
        width: made.width,
        height: made.height,
        seconds: made.seconds,
        ...trimOf(made, clip.direction.seconds),
      }),
  };
}

/** Hosted models make fixed lengths: the planned part is shown, the rest is there for the user to trim back in. */
function trimOf({ seconds }: VerifiedFile, plannedSeconds: number) {
  const isLonger = (seconds ?? 0) > plannedSeconds + LENGTH_SLACK_SECONDS;
  return isLonger
    ? { trimInSeconds: 0, trimOutSeconds: plannedSeconds }
    : { trimInSeconds: null, trimOutSeconds: null };
}
