import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Large enough to read a label by, small enough to go along with a question. */
const LONGEST_SIDE = 1536;
const MAX_PIXELS = 40_000_000;

/** A picture on the disk as it goes along in a request: upright, at most 1536 pixels wide or high, without the camera's metadata. */
export async function inlinePicture(
  fileUrl: string,
): Promise<{ bytes: Buffer<ArrayBuffer>; mimeType: string }> {
  const picture = sharp(fileURLToPath(fileUrl), { limitInputPixels: MAX_PIXELS })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  const { hasAlpha } = await picture.metadata();
  const written = await (hasAlpha ? picture.png() : picture.jpeg({ quality: 92 })).toBuffer();
  return { bytes: Buffer.from(written), mimeType: hasAlpha ? 'image/png' : 'image/jpeg' };
}
