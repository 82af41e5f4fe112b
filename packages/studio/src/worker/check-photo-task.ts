import path from 'node:path';
import sharp from 'sharp';
import { allowPhotoDecodersOnly, readPhoto } from '../cutout/read-photo.ts';

export interface CheckedPhoto {
  /** The whole photo: upright, sRGB, 8 bit, at most 2400 px; PNG when it has clear parts, else JPEG. */
  path: string;
  mimeType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  /** Sentences for the user. */
  warnings: string[];
}

/** See `checkPhoto`. */
export async function checkPhotoTask(job: { photoPath: string; outDir: string }): Promise<CheckedPhoto> {
  allowPhotoDecodersOnly();
  const { width, height, rgba, warnings } = await readPhoto(job.photoPath);
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
  const { isOpaque } = await picture.clone().stats();
  const target = path.join(job.outDir, isOpaque ? 'checked.jpg' : 'checked.png');
  await (isOpaque ? picture.removeAlpha().jpeg({ quality: 94, mozjpeg: true }) : picture.png()).toFile(
    target,
  );
  return { path: target, mimeType: isOpaque ? 'image/jpeg' : 'image/png', width, height, warnings };
}
