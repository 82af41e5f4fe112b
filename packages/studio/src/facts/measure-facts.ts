import type { Box } from '../cutout/mask.ts';
import type { ProductFacts } from '../prepared-photo.ts';
import { measureBackdropLight } from './backdrop-light.ts';
import { measureColours } from './colours.ts';
import { findCutEdges } from './cut-edges.ts';
import { findDetails } from './details.ts';
import { kindOf } from './kind.ts';
import { hasLettering } from './lettering.ts';
import { isOpenOutline, measureOutline } from './outline.ts';
import { readRaster } from './raster.ts';
import { measureEffectivePx } from './resolution.ts';

interface Pictures {
  photoPath: string;
  maskPath: string;
  cutoutPath: string;
  /** Where the cut-out lies in the photo, in photo pixels, and the photo's size. */
  box: Box;
  photo: { width: number; height: number };
}

/** All that a layout must know of a product, from its photo, mask and cut-out. About a second of one core. */
export async function measureFacts({
  photoPath,
  maskPath,
  cutoutPath,
  box,
  photo,
}: Pictures): Promise<ProductFacts> {
  const small = await readRaster(cutoutPath, 256);
  const outline = measureOutline(small);
  const cutEdges = findCutEdges(outline.isInside, small, box, photo);
  const light = await measureBackdropLight(photoPath, maskPath, box, photo);
  const isOpen = isOpenOutline(outline);
  return {
    kind: kindOf(outline, cutEdges, light),
    cutEdges,
    mayMirror: !hasLettering(await readRaster(cutoutPath, 900)),
    isOpen,
    ...findDetails(await readRaster(cutoutPath, 420)),
    effectivePx: await measureEffectivePx(photoPath, cutoutPath, box),
    ...measureColours(await readRaster(cutoutPath, 200)),
    light: light.light,
  };
}
