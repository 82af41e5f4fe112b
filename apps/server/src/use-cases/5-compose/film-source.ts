import type { AspectRatio } from '@spotsmith/contract/words';
import type { Asset } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { Session } from '../../domain/session.ts';
import type { FilmSource } from '../../ports/makers.ts';
import { materialiseAsset, materialiseFile } from '../making/materialise-asset.ts';
import { type CanvasDeps, clipOnCanvas } from './clip-on-canvas.ts';
import { type Product, productOf, storyboardOf } from './storyboard-of.ts';

/** A designed ad on a canvas of this shape, with its pictures on the local disk; null for a classic one. */
export async function filmSourceOf(
  deps: CanvasDeps,
  session: Session,
  assets: readonly Asset[],
  aspectRatio: AspectRatio,
  { dir, signal }: { dir: string; signal: AbortSignal },
): Promise<FilmSource | null> {
  const storyboard = storyboardOf(session, assets);
  const product = productOf(assets);
  if (storyboard === null) return null;
  const assetPaths: Record<string, string> = {};
  for (const { picture } of storyboard.shots) {
    const shown = picture.kind === 'product' ? undefined : assets.find(({ id }) => id === picture.assetId);
    if (shown === undefined || shown.id in assetPaths) continue;
    assetPaths[shown.id] =
      shown.kind === 'clip'
        ? await clipOnCanvas(deps, session, shown, aspectRatio, { dir, signal })
        : (await materialiseAsset(deps, shown, dir)).path;
  }
  return {
    storyboard,
    product: product && { cutoutPath: await cutoutPath(deps, product, dir), facts: product.facts },
    assetPaths,
    canvas: canvasOf(aspectRatio, deps.limits.canvasScale, session.finish?.resolution),
  };
}

async function cutoutPath(deps: CanvasDeps, { cutoutFileId }: Product, dir: string): Promise<string> {
  const cutout = await materialiseFile(deps, cutoutFileId, dir);
  if (cutout === null) throw new Error(`The cut-out ${cutoutFileId} has no stored file.`);
  return cutout.path;
}
