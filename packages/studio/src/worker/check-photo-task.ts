import path from 'node:path';
import sharp from 'sharp';
import type { CheckedPhoto } from '../check-photo.ts';
import { readPhoto } from '../cutout/read-photo.ts';

/** See `checkPhoto`. */
export async function checkPhotoTask(job: { photoPath: string; outDir: string }): Promise<CheckedPhoto> {
  const { width, height, rgba, warnings } = await readPhoto(job.photoPath);
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
  const { isOpaque } = await picture.clone().stats();
  const target = path.join(job.outDir, isOpaque ? 'checked.jpg' : 'checked.png');
  await (isOpaque ? picture.removeAlpha().jpeg({ quality: 94, mozjpeg: true }) : picture.png()).toFile(
    target,
  );
  return { path: target, mimeType: isOpaque ? 'image/jpeg' : 'image/png', width, height, warnings };
}
