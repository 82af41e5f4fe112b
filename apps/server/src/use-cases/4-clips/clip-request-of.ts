import type { AspectRatio } from '@spotsmith/contract/words';
import type { Clip } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { Session } from '../../domain/session.ts';
import type { ClipRequest } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { materialisePhotos, materialiseStill } from '../making/materialise-asset.ts';

/** What a clip is made from, on a canvas of this shape; files are put into `dir`. */
export async function clipRequestOf(
  deps: Pick<Ports, 'store' | 'files' | 'limits'>,
  session: Session,
  clip: Clip,
  aspectRatio: AspectRatio,
  dir: string,
): Promise<ClipRequest> {
  const assets = await deps.store.read.assets.ofSession(session.id);
  const image = assets.find(({ id }) => id === clip.imageId);
  if (session.brief === null || image?.kind !== 'image') {
    throw new Error('A clip is made from an image and a brief.');
  }
  return {
    brief: session.brief,
    image: await materialiseStill(deps, image, dir),
    photos: await materialisePhotos(deps, assets, dir),
    direction: clip.direction,
    canvas: canvasOf(aspectRatio, deps.limits.canvasScale),
    aspectRatio,
    seed: clip.seed,
    versionNumber: clip.versionNumber,
    model: session.options.clip_model ?? null,
  };
}
