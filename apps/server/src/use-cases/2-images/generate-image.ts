import { currentOf, type Still } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import { isFailed } from '../../domain/spending.ts';
import type { ImageRequest } from '../../ports/makers.ts';
import { callMaker } from '../making/call-maker.ts';
import { settleMedia } from '../making/close-media-stage.ts';
import type { AssetTask, AssetWork, FailedWork, MakingDeps, Work } from '../making/job-work.ts';
import { keepMedia, madePatch, storeMedia, verifyMedia } from '../making/keep-media.ts';
import { makerOf } from '../making/maker-of.ts';
import { sightReporter } from '../making/sight-reporter.ts';
import { materialisePhotos } from '../making/materialise-asset.ts';

/** Draws one image of the ad. */
export const generateImage: AssetWork<Still> = {
  job: 'generate-image',
  make: drawImage,
  afterwards: settleMedia,
};

async function drawImage(deps: MakingDeps, task: AssetTask<Still>): Promise<Work<Still | null> | FailedWork> {
  const maker = makerOf(deps, task.session, 'image', task.asset.provider);
  const request = await requestOf(deps, task);
  const quote = await maker.quote(request);
  const done = await callMaker(deps, task, {
    quote,
    input: { ...request, photos: request.photos.map(({ id }) => id) },
    make: async (context) => verifyMedia(deps, task, 'image', await maker.make(request, context)),
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
        recipe: made.recipe,
      }),
  };
}

async function requestOf(deps: MakingDeps, { session, asset, dir }: AssetTask<Still>): Promise<ImageRequest> {
  if (session.brief === null) throw new Error('An image is drawn from a brief.');
  const assets = await deps.store.read.assets.ofSession(session.id);
  return {
    brief: session.brief,
    prompt: asset.prompt,
    photos: await materialisePhotos(deps, assets, dir),
    canvas: canvasOf(asset.aspectRatio, deps.limits.canvasScale),
    aspectRatio: asset.aspectRatio,
    seed: asset.seed,
    index: asset.position,
    count: currentOf(assets, 'image').length,
    versionNumber: asset.versionNumber,
    styleKeywords: session.options.style_keywords,
    model: session.options.image_model ?? null,
  };
}
