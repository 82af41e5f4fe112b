import type { JobPayload } from '../../domain/jobs.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import { sendHeadStart } from '../5-compose/prepare-ad.ts';
import type { AssetWork, MakeDeps } from '../flow/asset-work.ts';
import { lookOver } from '../flow/look-over.ts';
import { makeAsset } from '../flow/make-asset.ts';
import { makersOf } from '../flow/makers-of.ts';
import { afterMedia } from '../flow/settle-media.ts';
import { steadyReporter } from '../flow/steady-reporter.ts';
import { clipRequestOf } from './clip-request-of.ts';

const LENGTH_SLACK_SECONDS = 0.05;

/** Sets one approved image in motion. */
export async function generateClip(
  deps: MakeDeps,
  payload: JobPayload<'generate-clip'>,
  run: JobRun,
): Promise<void> {
  const tell = steadyReporter(deps, payload.sessionId);
  const work: AssetWork = {
    job: 'generate-clip',
    during: 'generating_videos',
    progressStage: 'clip_generation',
    costStage: 'clip',
    folder: 'videos',
    prepare: async (taken, dir, signal) => {
      const maker = makersOf(deps, taken.session, taken.asset.provider).clip;
      const { session, asset } = taken;
      const aspectRatio = asset.aspectRatio ?? session.options.aspect_ratio;
      const request = await clipRequestOf(deps, session, asset, aspectRatio, dir);
      return {
        quote: maker.quote(request),
        input: { ...request, image: request.image.id, photos: request.photos.map(({ id }) => id) },
        make: async (context) => {
          const made = await maker.make(request, context);
          const looked = await lookOver(deps.composer, made, 'clip', dir, signal);
          // Hosted models make fixed lengths: the planned part is shown, the rest is there for the user to trim back in.
          const { seconds } = request.direction;
          const isLonger = (looked.seconds ?? 0) > seconds + LENGTH_SLACK_SECONDS;
          // What a clip is made from is kept with it; what the maker says of itself is not needed again.
          return {
            ...made,
            ...looked,
            recipe: null,
            shownSeconds: isLonger ? seconds : null,
          };
        },
      };
    },
    // For its card; the bar of the stage moves when a clip is done.
    onProgress: ({ asset }, fraction) =>
      tell(() => ({
        stage: 'clip_generation',
        progress: 0,
        message: `Clip ${asset.position + 1} is ${Math.round(fraction * 100)}% done`,
        metadata: { asset_id: asset.id, fraction },
      })),
    afterwards: async (tx, session, asset) => {
      await afterMedia(tx, session, asset, 'clip');
      await sendHeadStart(tx, session, asset);
    },
  };
  await makeAsset(deps, payload, run, work);
}
