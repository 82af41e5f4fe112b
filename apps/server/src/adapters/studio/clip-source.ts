import type { ClipSource } from '@spotsmith/studio/clip';
import { preparePhoto } from '@spotsmith/studio/photo';
import { PhotoRefused } from '@spotsmith/studio/photo-refused';
import pLimit from 'p-limit';
import type { ClipRequest } from '#src/ports/makers.ts';
import { loadStill } from './stored-recipe.ts';

/** Below this short side (px) a product moves by less than a pixel against its background: not worth a cut-out. */
const MIN_SIDE_FOR_DEPTH = 360;

/** One at a time: each takes 1.2 GB for some seconds. */
const cutOutInTurn = pLimit(1);

/**
 * What a clip is filmed from: the still's own layers; of any other picture (a hosted model's, an upload) its cut-out
 * before the rest, or the picture as a whole. Files of the cut-out go to `outDir`.
 */
export async function clipSourceOf(
  { image, photos, canvas }: Pick<ClipRequest, 'image' | 'photos' | 'canvas'>,
  outDir: string,
  signal: AbortSignal,
): Promise<ClipSource> {
  const recipe = loadStill(image, photos);
  if (recipe !== null) return { recipe };
  const whole = { imagePath: image.path };
  if (Math.min(canvas.width, canvas.height) < MIN_SIDE_FOR_DEPTH) return whole;
  try {
    const photo = await cutOutInTurn(() => preparePhoto({ photoPath: image.path, outDir, signal }));
    return { imagePath: photo.normalizedPath, photo };
  } catch (error) {
    if (error instanceof PhotoRefused) return whole; // Too plain to cut out, say; it was approved, so it moves.
    throw error;
  }
}
