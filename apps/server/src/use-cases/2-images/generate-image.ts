import { currentOf } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { ImageRequest } from '../../ports/makers.ts';
import type { AssetWork, MakeDeps, Taken } from '../flow/asset-work.ts';
import { layOutPhotos } from '../flow/lay-out.ts';
import { lookOver } from '../flow/look-over.ts';
import { makeAsset } from '../flow/make-asset.ts';
import { makersOf } from '../flow/makers-of.ts';
import { afterMedia } from '../flow/settle-media.ts';

/** Draws one image of the ad. */
export async function generateImage(
  deps: MakeDeps,
  payload: JobPayload<'generate-image'>,
  run: JobRun,
): Promise<void> {
  const work: AssetWork = {
    job: 'generate-image',
    during: 'generating_images',
    progressStage: 'image_generation',
    costStage: 'image',
    folder: 'images',
    prepare: async (taken, dir, signal) => {
      const maker = makersOf(deps, taken.session, taken.asset.provider).image;
      const request = await requestOf(deps, taken, dir);
      return {
        quote: maker.quote(request),
        input: { ...request, photos: request.photos.map(({ id }) => id) },
        make: async (context) => {
          const made = await maker.make(request, context);
          return { ...made, ...(await lookOver(deps.composer, made, 'image', dir, signal)) };
        },
      };
    },
    afterwards: (tx, session, asset) => afterMedia(tx, session, asset, 'image'),
  };
  await makeAsset(deps, payload, run, work);
}

async function requestOf(deps: MakeDeps, { session, asset }: Taken, dir: string): Promise<ImageRequest> {
  if (session.brief === null || asset.view === null) throw new Error('An image is drawn from a brief.');
  const assets = await deps.store.read.assets.ofSession(session.id);
  const aspectRatio = asset.aspectRatio ?? session.options.aspect_ratio;
  return {
    brief: session.brief,
    view: asset.view,
    prompt: asset.prompt ?? '',
    photos: await layOutPhotos(deps, assets, dir),
    canvas: canvasOf(aspectRatio, deps.limits.canvasScale),
    aspectRatio,
    seed: asset.seed,
    index: asset.position,
    count: currentOf(assets, 'image').length,
    versionNumber: asset.versionNumber,
    styleKeywords: session.options.style_keywords,
    model: session.options.image_model ?? null,
  };
}
