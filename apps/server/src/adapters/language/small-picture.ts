import sharp from 'sharp';
import type { Picture } from '#src/domain/question.ts';

/** Enough to read a label, and few tokens. */
const LONGEST_SIDE = 1024;

/** A photo as a language model is shown it: upright, small, without the metadata of its camera. */
export async function smallPicture(path: string): Promise<Picture> {
  const bytes = await sharp(path, { limitInputPixels: 40_000_000 })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 82 })
    .toBuffer();
  return { bytes, mimeType: 'image/jpeg' };
}
