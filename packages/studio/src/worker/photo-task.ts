import path from 'node:path';
import sharp from 'sharp';
import { CONFIDENT_FROM } from '../cutout/confidence.ts';
import { extractProduct } from '../cutout/extract-product.ts';
import { findProduct } from '../cutout/find-product.ts';
import { findIsnetWeights } from '../cutout/isnet.ts';
import { cutOutByNetwork } from '../cutout/network-cutout.ts';
import { keepMainRegions, type Mask } from '../cutout/mask.ts';
import { allowPhotoDecodersOnly, readPhoto, type Photo } from '../cutout/read-photo.ts';
import { viewpointOf } from '../cutout/viewpoint.ts';
import { paletteOfProduct } from '../color/product-palette.ts';
import type { PreparedPhoto } from '../prepared-photo.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import { floorLineOf } from '../product/floor-line.ts';

/** See `preparePhoto`. */
export async function photoTask({
  photoPath,
  outDir,
}: {
  photoPath: string;
  outDir: string;
}): Promise<PreparedPhoto> {
  sharp.cache(false);
  sharp.concurrency(2);
  allowPhotoDecodersOnly();
  const photo = await readPhoto(photoPath);
  const { width, height, rgba } = photo;
  const weightsDir = findIsnetWeights();
  const normalizedPath = path.join(outDir, 'photo.png');
  const [{ mask, method, confidence, warnings }] = await Promise.all([
    findProduct(photo, weightsDir === null ? null : () => cutOutByNetwork(photo, weightsDir)),
    savePng(photo, normalizedPath),
  ]);
  const whole = {
    normalizedPath,
    size: { width, height },
    viewpoint: 'eye-level',
    floorLine: null,
    facts: null,
    cutoutBox: null,
    cutoutPath: null,
    maskPath: null,
    method: 'card',
    confidence: 0,
    isConfident: false,
    warnings: photo.warnings,
  } as const satisfies Omit<PreparedPhoto, 'palette'>;
  const product = mask && (await extractProduct(photo, keepMainRegions(mask)));
  if (!mask || !product) {
    return {
      ...whole,
      palette: paletteOfProduct(rgba),
      warnings: [...photo.warnings, 'The product could not be cut out; the whole photo is used.'],
    };
  }
  const maskPath = path.join(outDir, 'mask.png');
  const cutoutPath = path.join(outDir, 'cutout.png');
  await Promise.all([saveMask(mask, photo, maskPath), savePng({ ...product, hasAlpha: true }, cutoutPath)]);
  return {
    ...whole,
    maskPath,
    cutoutPath,
    method,
    confidence,
    isConfident: confidence >= CONFIDENT_FROM,
    viewpoint: viewpointOf(product),
    cutoutBox: product.box,
    floorLine: floorLineOf(product),
    palette: paletteOfProduct(product.rgba),
    facts: await measureFacts({
      photoPath: normalizedPath,
      maskPath,
      cutoutPath,
      box: product.box,
      photo: { width, height },
    }),
    warnings: [...photo.warnings, ...warnings],
  };
}

/** Photographs hardly get smaller by a higher level, only slower; an alpha channel that says nothing is left out. */
async function savePng(
  { rgba, width, height, hasAlpha }: { rgba: Buffer; width: number; height: number; hasAlpha: boolean },
  to: string,
): Promise<void> {
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
  await (hasAlpha ? picture : picture.removeAlpha()).png({ compressionLevel: 1 }).toFile(to);
}

async function saveMask({ values, width, height }: Mask, photo: Photo, maskPath: string): Promise<void> {
  await sharp(values, { raw: { width, height, channels: 1 } })
    .resize(photo.width, photo.height, { fit: 'fill' })
    .png({ compressionLevel: 6 })
    .toFile(maskPath);
}
