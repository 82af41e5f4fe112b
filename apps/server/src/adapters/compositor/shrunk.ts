import sharp from 'sharp';

/** Pixels on the long side of a card's picture, twice what a card shows, for sharp screens. */
const THUMBNAIL_PX = 720;

/** Writes a small WebP of a picture; answers its path. */
export async function shrunk(path: string, target: string): Promise<string> {
  await sharp(path, { limitInputPixels: 40_000_000 })
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toFile(target);
  return target;
}
