import type { MaskFacts } from './confidence.ts';
import { openIsnet } from './isnet.ts';
import { outlineRatio } from './outline-ratio.ts';
import { photoSigns } from './photo-signs.ts';
import type { Photo } from './read-photo.ts';
import { lookAgain, type SecondLook } from './second-look.ts';

/** The product's mask by the network, which looks at the whole photo, then closer, and a third time when in doubt. */
export async function cutOutByNetwork(photo: Photo, weightsDir: string): Promise<SecondLook> {
  const { look, close } = await openIsnet(photo, weightsDir);
  try {
    const first = await look({ box: { left: 0, top: 0, width: photo.width, height: photo.height } });
    return await lookAgain(photo, first, look);
  } finally {
    await close();
  }
}

/** All that is measured on a mask and the photo behind it. */
export async function measureMask(
  photo: Photo,
  { mask, softShare, disagreement }: SecondLook,
): Promise<MaskFacts> {
  const cover = mask.values.reduce((sum, value) => sum + (value > 20 ? 1 : 0), 0) / mask.values.length;
  const signs = await photoSigns(photo, mask);
  return { cover, softShare, disagreement, outlineRatio: await outlineRatio(mask), ...signs };
}
