import { lowestRows } from '../product/floor-line.ts';
import type { PreparedPhoto } from '../prepared-photo.ts';

/** Share of the width that lies within this share of the height above the lowest point counts as standing. */
const FOOT_HEIGHT = 0.04;
const FLAT_FOOT = 0.46;
const ROUND = 0.86;

/**
 * A round outline that touches the ground in a short arc (a plate, a cup on its saucer, a bowl) was seen from above
 * and looks tilted when it is stood on a floor; anything with a flat foot was seen from the side.
 */
export function viewpointOf(picture: {
  width: number;
  height: number;
  rgba: Uint8Array;
}): PreparedPhoto['viewpoint'] {
  const rows = lowestRows(picture);
  const lowest = Math.max(...rows);
  const columns = rows.filter((row) => row >= 0);
  const foot = columns.filter((row) => lowest - row <= picture.height * FOOT_HEIGHT).length / columns.length;
  const isRoundish = ellipseLikeness(picture) > ROUND;
  const aspect = picture.width / picture.height;
  return foot < FLAT_FOOT && isRoundish && aspect > 0.65 && aspect < 1.7 ? 'top-down' : 'eye-level';
}

/** Overlap (IoU) of the silhouette with the ellipse that fills its box. */
function ellipseLikeness({
  width,
  height,
  rgba,
}: {
  width: number;
  height: number;
  rgba: Uint8Array;
}): number {
  let both = 0;
  let either = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const isInEllipse = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2 <= 1;
      const isOpaque = (rgba[(y * width + x) * 4 + 3] ?? 0) > 140;
      if (isInEllipse && isOpaque) both += 1;
      if (isInEllipse || isOpaque) either += 1;
    }
  }
  return both / Math.max(1, either);
}
