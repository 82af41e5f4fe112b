import sharp from 'sharp';
import { allowPhotoDecodersOnly } from '../cutout/read-photo.ts';

const QUALITIES = [55, 30, 10];

/** See `smallPicture`. */
export async function smallPictureTask(job: {
  picture: Uint8Array;
  sidePx: number;
  maxInputPixels: number;
  maxBytes: number;
}): Promise<Uint8Array | null> {
  allowPhotoDecodersOnly();
  const { sidePx, maxInputPixels, maxBytes } = job;
  try {
    const { data, info } = await sharp(job.picture, { limitInputPixels: maxInputPixels })
      .resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true })
      .flatten()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    for (const quality of QUALITIES) {
      const webp = await sharp(data, { raw: { width, height, channels } }).webp({ quality }).toBuffer();
      if (webp.length <= maxBytes) return webp;
    }
  } catch {
    // It is no picture after all.
  }
  return null;
}
