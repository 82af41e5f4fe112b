import type { Context2D, Picture } from '../canvas.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';

/**
 * A picture to draw at a width, halved as often as it may be, and sets how the context smooths it. Contexts differ in
 * how they shrink pictures in one go: one leaves every other pixel out. Halving is the same everywhere, and keeps detail.
 */
export function shrunkPicture(
  context: Context2D,
  picture: Picture,
  drawnWidth: number,
  cache: PaintCache,
): Picture {
  const halvings = Math.max(0, Math.floor(Math.log2(picture.width / Math.max(1, drawnWidth))));
  const isEnlarged = drawnWidth > picture.width;
  context.imageSmoothingQuality = isEnlarged ? 'high' : 'low';
  return halved(picture, halvings, cache);
}

function halved(picture: Picture, times: number, cache: PaintCache): Picture {
  if (times <= 0 || picture.width < 4 || picture.height < 4) return picture;
  const half = cache.surface(picture, 'half', () => {
    const surface = newSurface(cache, picture.width / 2, picture.height / 2);
    const { context } = surface;
    context.imageSmoothingQuality = 'low';
    context.drawImage(picture, 0, 0, surface.picture.width, surface.picture.height);
    return surface;
  });
  return halved(half.picture, times - 1, cache);
}
