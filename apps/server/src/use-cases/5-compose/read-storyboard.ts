import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { currentOf } from '../../domain/asset.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, type SessionRef } from '../flow/owned-session.ts';
import { linkTo } from '../session/present-asset.ts';
import { productOf, storyboardOf } from './storyboard-of.ts';

/** A storyboard with all that a browser needs to draw it. */
export type StoryboardView = {
  version: number;
  storyboard: Storyboard;
  /** True until somebody changes it: the brief may still change it. */
  is_default: boolean;
  product: { cutout_url: string; facts: ProductFacts };
  /** Stills, photos and clips that shots may show, by id. */
  pictures: { asset_id: string; kind: 'photo' | 'still' | 'clip'; url: string }[];
};

/** What a designed ad says and shows. Throws NotFound `no_storyboard` for an ad that is, or has to be, classic. */
export async function readStoryboard(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  ref: SessionRef,
): Promise<StoryboardView> {
  const session = await findOwned(store.read, ref);
  const assets = await store.read.assets.ofSession(session.id);
  const storyboard = storyboardOf(session, assets);
  const product = productOf(assets);
  if (storyboard === null || product === null) {
    throw new NotFound(
      'no_storyboard',
      'This ad has no storyboard: it needs a product photo that could be cut out, and no classic layout.',
    );
  }
  const shown = [
    ...currentOf(assets, 'photo').map(({ id, fileId }) => ({ id, fileId, kind: 'photo' as const })),
    ...currentOf(assets, 'image').map(({ id, fileId }) => ({ id, fileId, kind: 'still' as const })),
    ...currentOf(assets, 'clip').map(({ id, fileId }) => ({ id, fileId, kind: 'clip' as const })),
  ];
  const ids = [product.cutoutFileId, ...shown.map(({ fileId }) => fileId)].filter((id) => id !== null);
  const rows = await store.read.files.findMany(ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cutoutUrl = linkTo(files, byId, product.cutoutFileId);
  if (cutoutUrl === null) throw new Error(`The cut-out ${product.cutoutFileId} has no file.`);
  return {
    version: session.version,
    storyboard,
    is_default: session.storyboard === null,
    product: { cutout_url: cutoutUrl, facts: product.facts },
    pictures: shown.flatMap(({ id, fileId, kind }) => {
      const url = linkTo(files, byId, fileId);
      return url === null ? [] : [{ asset_id: id, kind, url }];
    }),
  };
}
