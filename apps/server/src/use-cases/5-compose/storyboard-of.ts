import { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { z } from 'zod';
import { type Asset, currentOf, type Photo, usesCutout } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import { defaultStoryboard } from '../../domain/storyboard/default-storyboard.ts';

/** The product that a designed ad shows: a photo that is cut out, and what was measured on it. */
export type Product = { photo: Photo; cutoutFileId: string; facts: ProductFacts };

const Measured = z.object({ facts: ProductFacts });

/** The first photo whose cut-out is used and measured; null when there is none, and the ad is classic. */
export function productOf(assets: readonly Asset[]): Product | null {
  for (const photo of currentOf(assets, 'photo')) {
    const cutoutFileId = photo.preparedFileIds['cutout'];
    const measured = Measured.safeParse(photo.preparation);
    if (cutoutFileId !== undefined && measured.success && usesCutout(photo)) {
      return { photo, cutoutFileId, facts: measured.data.facts };
    }
  }
  return null;
}

/** The storyboard of an ad as it is, or as it is designed by default; null where the ad is, or has to be, classic. */
export function storyboardOf(session: Session, assets: readonly Asset[]): Storyboard | null {
  if (session.finish?.layout === 'classic' || session.brief === null || productOf(assets) === null)
    return null;
  if (session.storyboard !== null) return session.storyboard;
  const { style, target_seconds: seconds } = session.options;
  return defaultStoryboard(session.brief, { style, seconds, seed: session.seed });
}
