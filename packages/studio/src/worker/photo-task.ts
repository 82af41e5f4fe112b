import path from 'node:path';
import sharp from 'sharp';
import { CONFIDENT_FROM, judgeMask } from '../cutout/confidence.ts';
import { extractProduct } from '../cutout/extract-product.ts';
import { maskByFloodKey } from '../cutout/flood-key.ts';
import { findIsnetWeights } from '../cutout/isnet.ts';
import { cutOutByNetwork, measureMask } from '../cutout/network-cutout.ts';
import { keepMainRegions, type Mask } from '../cutout/mask.ts';
import { allowPhotoDecodersOnly, readPhoto, type Photo } from '../cutout/read-photo.ts';
import { solidInside } from '../cutout/solid-inside.ts';
import { viewpointOf } from '../cutout/viewpoint.ts';
import { paletteOfProduct } from '../color/product-palette.ts';
import type { PreparedPhoto } from '../prepared-photo.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import { floorLineOf } from '../product/floor-line.ts';

/** Border roughness (OKLab) up to which a backdrop is plain enough for the flood key. */
const PLAIN_BACKDROP = 0.03;

/** Up to this roughness a backdrop is one even colour: the flood key is then as good as the network. */
const EVEN_BACKDROP = 0.006;

interface Found {
  mask: Mask | null;
  method: PreparedPhoto['method'];
  confidence: number;
  warnings: string[];
}

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
  const normalizedPath = path.join(outDir, 'photo.png');
  const [{ mask, method, confidence, warnings }] = await Promise.all([
    findProduct(photo),
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

/** The best mask there is: the photo's own alpha, the neural network, the flood key on plain backdrops, or none. */
async function findProduct(photo: Photo): Promise<Found> {
  const own = ownAlpha(photo);
  if (own) return { mask: own, method: 'alpha', confidence: 1, warnings: [] };
  const weightsDir = findIsnetWeights();
  if (!weightsDir) return keyProduct(photo);
  const seen = await cutOutByNetwork(photo, weightsDir);
  const judged = judgeMask(await measureMask(photo, seen));
  const found: Found = { mask: solidInside(seen.mask), method: 'isnet', ...judged };
  if (found.confidence >= CONFIDENT_FROM) return found;
  const keyed = await keyProduct(photo, seen.mask);
  return keyed.confidence >= CONFIDENT_FROM ? keyed : found;
}

/** On an even backdrop the key is trusted; on an uneven one it takes shadows for product, so the user is asked. */
async function keyProduct(photo: Photo, network: Mask | null = null): Promise<Found> {
  const { mask, borderRoughness } = await maskByFloodKey(photo, network);
  if (borderRoughness > PLAIN_BACKDROP) return { mask: null, method: 'card', confidence: 0, warnings: [] };
  const facts = await measureMask(photo, { mask, softShare: 0, disagreement: 0 });
  const { confidence, warnings } = judgeMask(facts);
  if (borderRoughness <= EVEN_BACKDROP) return { mask, method: 'flood-key', confidence, warnings };
  const doubt = 'The shadow may have been taken for a part of the product.';
  return {
    mask,
    method: 'flood-key',
    confidence: Math.min(confidence, CONFIDENT_FROM * 0.8),
    warnings: [...warnings, doubt],
  };
}

/** The alpha channel, when at least 2 % of the picture is clear and 2 % solid. */
function ownAlpha({ rgba, width, height }: Photo): Mask | null {
  const values = new Uint8Array(width * height);
  let clear = 0;
  let solid = 0;
  for (let i = 0; i < values.length; i += 1) {
    const alpha = rgba[i * 4 + 3] ?? 255;
    values[i] = alpha;
    if (alpha < 16) clear += 1;
    else if (alpha > 240) solid += 1;
  }
  return Math.min(clear, solid) > values.length * 0.02 ? { width, height, values } : null;
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
