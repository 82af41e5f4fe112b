import { ProductFacts } from '@spotsmith/motion/product';
import { type Storyboard, Subject } from '@spotsmith/motion/storyboard';
import { z } from 'zod';
import { type Asset, currentOf, type Photo, usesCutout } from '../../domain/asset.ts';
import { writeStoryboard } from '../../domain/copywriting/write-storyboard.ts';
import type { Session } from '../../domain/session.ts';
import { moodOfWords } from '../../domain/storyboard/mood-of-words.ts';
import { pictureShots } from '../../domain/storyboard/picture-shots.ts';
import { understand } from '../../domain/understanding/understand.ts';
import { clipsOf } from './clips-of.ts';

/** The product that a designed ad shows: a photo that is cut out, and what was measured on it. */
export type Product = { photo: Photo; cutoutFileId: string; facts: ProductFacts };

const Measured = z.object({ facts: ProductFacts });

/** The first photo whose cut-out is used and measured; null when there is none, and shots show whole photos. */
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

const Placed = z.object({
  size: z.object({ width: z.number(), height: z.number() }),
  cutoutBox: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});

/** Where the cutter saw the product in a photo, as shares of it, however unsure it was of the edges. */
function subjectOf({ preparation }: Photo): Subject | undefined {
  const placed = Placed.safeParse(preparation);
  if (!placed.success) return undefined;
  const { size, cutoutBox } = placed.data;
  const share = (value: number, whole: number) => Math.max(0, Math.min(1, value / whole));
  const subject = Subject.safeParse({
    left: share(cutoutBox.left, size.width),
    top: share(cutoutBox.top, size.height),
    right: share(cutoutBox.left + cutoutBox.width, size.width),
    bottom: share(cutoutBox.top + cutoutBox.height, size.height),
  });
  return subject.data;
}

/** Whether there is something to design an ad with: a cut-out, or the photos as they are. */
export function canBeDesigned(assets: readonly Asset[]): boolean {
  return currentOf(assets, 'photo').some(({ status }) => status === 'ready');
}

/** The storyboard of an ad as it is, or as it is designed by default; null where the ad is, or has to be, classic. */
export function storyboardOf(session: Session, assets: readonly Asset[]): Storyboard | null {
  const { brief, finish, options, seed, storyboard } = session;
  if (finish?.layout === 'classic' || brief === null || !canBeDesigned(assets)) return null;
  if (storyboard !== null) return storyboard;
  const written = writeStoryboard(brief, {
    seconds: options.target_seconds,
    styleKeywords: options.style_keywords,
    seed,
    ...(options.style !== undefined && { style: options.style }),
  });
  const { moods } = understand(session.prompt);
  const mood = moodOfWords([...moods, ...options.style_keywords].join(', '));
  const photos = currentOf(assets, 'photo').filter(({ status }) => status === 'ready');
  return pictureShots(mood ? { ...written, mood } : written, {
    hasCutout: productOf(assets) !== null,
    photoIds: photos.map(({ id }) => id),
    subjects: Object.fromEntries(photos.map((photo) => [photo.id, subjectOf(photo)])),
    clipIds: clipsOf(assets).map(({ id }) => id),
  });
}
