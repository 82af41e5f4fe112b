import { SceneDirection } from '@spotsmith/contract/scene';
import type { AspectRatio } from '@spotsmith/contract/words';
import type { Asset } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { Session } from '../../domain/session.ts';
import type { ClipRequest } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { layOut, layOutPhotos } from '../flow/lay-out.ts';

/** What a clip is made from, on a canvas of this shape; files are laid into `dir`. */
export async function clipRequestOf(
  deps: Pick<Ports, 'store' | 'files' | 'limits'>,
  session: Session,
  clip: Asset,
  aspectRatio: AspectRatio,
  dir: string,
): Promise<ClipRequest> {
  const assets = await deps.store.read.assets.ofSession(session.id);
  const image = assets.find((candidate) => candidate.id === clip.parentId);
  if (session.brief === null || image === undefined) {
    throw new Error('A clip is made from an image and a brief.');
  }
  return {
    brief: session.brief,
    image: await layOut(deps, image, dir),
    photos: await layOutPhotos(deps, assets, dir),
    direction: SceneDirection.parse(clip.recipe),
    scenePrompt: session.scenePrompt,
    canvas: canvasOf(aspectRatio, deps.limits.canvasScale),
    aspectRatio,
    seed: clip.seed,
    versionNumber: clip.versionNumber,
    model: session.options.clip_model ?? null,
  };
}
