import { stat } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { PhotoRefused } from '../photo-refused.ts';
import { convertToSrgb, nclxOf } from './nclx-colour.ts';
import { DAMAGED, readPhotoBytes } from './photo-bytes.ts';
import { MAX_PIXELS, refuseByPixels } from './photo-limits.ts';

const MAX_BYTES = 25_000_000;
const MIN_SIDE = 48;
const MAX_LONG_SIDE = 2400;
const READABLE_FORMATS = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff']);

/** A photo as pixels: upright, sRGB, 8 bit, RGBA, not premultiplied. */
export interface Photo {
  width: number;
  height: number;
  rgba: Buffer;
  /** Whether the file itself has an alpha channel. */
  hasAlpha: boolean;
  warnings: string[];
}

/** Opens and checks an uploaded photo; throws `PhotoRefused` with a sentence for the user. */
export async function readPhoto(photoPath: string): Promise<Photo> {
  await refuseBySize(photoPath);
  const { bytes, hasMorePages, nclx: known } = await readPhotoBytes(photoPath);
  const options = { limitInputPixels: MAX_PIXELS, failOn: 'truncated', pages: 1 } as const;
  const warnings: string[] = [];
  try {
    const metadata = await sharp(bytes, { ...options, limitInputPixels: false })
      .metadata()
      .catch(() => refuseAsNoImage());
    refuseByMetadata(metadata);
    const isAnimated = ['gif', 'webp'].includes(metadata.format) && (metadata.pages ?? 1) > 1;
    if (isAnimated) warnings.push('This picture is animated; only its first frame is used.');
    else if (hasMorePages || (metadata.pages ?? 1) > 1)
      warnings.push('This picture has several pages; only the first is used.');
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .toColourspace('srgb')
      .resize(MAX_LONG_SIDE, MAX_LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const nclx = known ?? (metadata.format === 'heif' && !metadata.hasProfile ? nclxOf(bytes) : null);
    if (nclx) convertToSrgb(data, nclx);
    refuseEmptyPicture(data);
    const longSide = Math.max(metadata.width, metadata.height);
    if (longSide < 800) {
      warnings.push(`This photo is small (${longSide} px). One of at least 800 px looks sharper.`);
    }
    const { width, height } = info;
    return { width, height, rgba: data, hasAlpha: metadata.hasAlpha, warnings };
  } catch (error) {
    if (error instanceof PhotoRefused) throw error;
    // Its own limit, not the picture's damage: the worker's end is read for the reason.
    if (isOutOfMemory(error)) throw error;
    throw new PhotoRefused('photo_damaged', DAMAGED);
  }
}

/** libvips tries every decoder it was built with, those of documents and drawings too, unless told otherwise. */
const DECODERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'];

/** For a process that reads files of strangers and nothing else. */
export function allowPhotoDecodersOnly(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: DECODERS.map((name) => `VipsForeignLoad${name}`) });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /out of memory|unable to allocate|failed to allocate/i.test(error.message);
}

async function refuseBySize(photoPath: string): Promise<void> {
  const { size } = await stat(photoPath).catch(() => {
    throw new PhotoRefused('photo_missing', 'The photo is no longer there. Upload it again.');
  });
  if (size > MAX_BYTES) {
    const megabytes = (size / 1e6).toFixed(0);
    throw new PhotoRefused(
      'photo_too_many_bytes',
      `This photo has ${megabytes} MB; the limit is 25 MB. Save it as JPEG.`,
    );
  }
}

function refuseAsNoImage(): never {
  throw new PhotoRefused(
    'photo_not_an_image',
    'This file is not a photo. Upload a JPEG, PNG, WebP, AVIF or HEIC.',
  );
}

function refuseByMetadata({ format, width, height }: Metadata): void {
  if (!format || !READABLE_FORMATS.has(format)) {
    throw new PhotoRefused(
      'photo_not_an_image',
      'This file is not a photo. Upload a JPEG, PNG, WebP, AVIF or HEIC.',
    );
  }
  refuseByPixels(width, height);
  if (Math.min(width, height) < MIN_SIDE) {
    throw new PhotoRefused(
      'photo_too_small',
      `This picture is ${width} × ${height} px: too small to advertise with. Use one of at least 800 px.`,
    );
  }
}

function refuseEmptyPicture(rgba: Buffer): void {
  let opaque = 0;
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  for (let i = 0; i < rgba.length; i += 4) {
    if ((rgba[i + 3] ?? 0) < 24) continue;
    opaque += 1;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = rgba[i + channel] ?? 0;
      if (value < (low[channel] ?? 0)) low[channel] = value;
      if (value > (high[channel] ?? 0)) high[channel] = value;
    }
  }
  if (opaque < (rgba.length / 4) * 0.002) {
    throw new PhotoRefused(
      'photo_transparent',
      'This picture is fully transparent. Export it again with the product visible.',
    );
  }
  const range = Math.max(...high.map((value, channel) => value - (low[channel] ?? 0)));
  if (range < 12 && opaque * 4 === rgba.length) {
    throw new PhotoRefused(
      'photo_blank',
      'This picture is one flat colour. Upload a photo that shows the product.',
    );
  }
}
