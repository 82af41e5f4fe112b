import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { currentOf } from '../../domain/asset.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, type SessionRef } from '../flow/owned-session.ts';
import { linkTo } from '../session/present-asset.ts';
import { productOf, storyboardOf } from './storyboard-of.ts';

/** A storyboard with all that a browser needs to draw it. */
export type StoryboardView = {
  version: number;
  /** Null for an ad that is, or has to be, classic: without a photo of the product. */
  storyboard: Storyboard | null;
  /** True until somebody changes it: the brief may still change it. */
  is_default: boolean;
  product: { cutout_url: string; facts: ProductFacts } | null;
  /** Stills, photos and clips that shots may show, by id. */
  pictures: { asset_id: string; kind: 'photo' | 'still' | 'clip'; url: string }[];
};

const KIND_OF_PICTURE = { photo: 'photo', image: 'still', clip: 'clip' } as const;

/** What a designed ad says and shows. Throws NotFound `session_not_found`. */
export async function readStoryboard(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  ref: SessionRef,
): Promise<StoryboardView> {
  const session = await findOwned(store.read, ref);
  const assets = await store.read.assets.ofSession(session.id);
  const product = productOf(assets);
  const shown = (['photo', 'image', 'clip'] as const).flatMap((kind) => currentOf(assets, kind));
  const ids = [product?.cutoutFileId, ...shown.map(({ fileId }) => fileId)].filter((id) => id != null);
  const rows = await store.read.files.findMany(ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cutoutUrl = product && linkTo(files, byId, product.cutoutFileId);
  return {
    version: session.version,
    storyboard: storyboardOf(session, assets),
    is_default: session.storyboard === null,
    product: product && cutoutUrl !== null ? { cutout_url: cutoutUrl, facts: product.facts } : null,
    pictures: shown.flatMap(({ id, kind, fileId }) => {
      const url = linkTo(files, byId, fileId);
      return url === null ? [] : [{ asset_id: id, kind: KIND_OF_PICTURE[kind], url }];
    }),
  };
}
