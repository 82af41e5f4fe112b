import { PhotoRefused } from '../photo-refused.ts';

export const MAX_PIXELS = 40_000_000;
/** A colour profile is compressed too; those of cameras and programs have a few kilobytes. */
export const LARGEST_PROFILE_BYTES = 64 * 1024;

/** Throws PhotoRefused when a picture has more pixels than this studio works with. */
export function refuseByPixels(width: number, height: number): void {
  if (width * height <= MAX_PIXELS) return;
  const megapixels = Math.round((width * height) / 1e6);
  throw new PhotoRefused(
    'photo_too_many_pixels',
    `This photo has ${megapixels} megapixels; the limit is 40. Save a smaller copy.`,
  );
}
