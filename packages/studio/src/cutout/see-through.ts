import sharp from 'sharp';
import { distanceTo } from '../facts/raster.ts';
import { backdropRoughness, fitBorderPlane, toOklab } from './backdrop.ts';
import { labelRegions, type Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

/** Long side of the grid on which the backdrop is looked for inside the product, and of the one it is fitted on. */
const SIDE = 900;
const FIT_SIDE = 200;
const FIT_LIMITS = [0.11, 0.03] as const;
/** Roughness of the photo's border (OKLab) up to which its backdrop is one colour, as it comes from a light table. */
const EVEN = 0.006;
/** OKLab distance up to which a pixel may be backdrop, and a region's mean up to which it is: white plastic and paper are farther. */
const MAY_BE = 0.02;
const SAME = 0.009;
/** Smaller regions, of the product's pixels and in pixels of the grid, are glints and letters. */
const LEAST_SHARE = 0.0004;
/** Larger ones, of the product, a network sees by itself: those are screens and labels. */
const MOST_SHARE = 0.015;
/** More regions of that colour, wherever they lie, are print. */
const MOST_GAPS = 4;
/** From the outside a gap is parted by a strap or a buckle: so wide at most, of the product's size (the root of its area). */
const STRAP_SHARE = 0.1;
const LEAST_PX = 30;
/** A gap ends at once, by so much (OKLab) within so many pixels, along this share of its rim; a blown-out light fades. */
const STEP = 0.12;
const STEP_PX = 4;
const STEEP_SHARE = 0.7;
/** So far round a gap, in pixels of the grid, lies its soft rim. */
const RIM_PX = 4;

interface Grid {
  width: number;
  height: number;
  /** OKLab distance of every pixel from the backdrop. */
  distances: Float32Array;
}

/** Null where the backdrop is not even. */
async function distancesOf({ rgba, width, height }: Photo): Promise<Grid | null> {
  const small = (side: number) =>
    sharp(rgba, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
  const fit = await small(FIT_SIDE);
  const { width: fitWidth, height: fitHeight } = fit.info;
  const fitted = fitBorderPlane(toOklab(fit.data), fitWidth, fitHeight, FIT_LIMITS);
  if (backdropRoughness(fitted.distances, fitWidth, fitHeight, FIT_LIMITS[0]) > EVEN) return null;
  const { data, info } = await small(SIDE);
  const lab = toOklab(data);
  const distances = new Float32Array(info.width * info.height);
  for (let at = 0; at < distances.length; at += 1) {
    const x = ((at % info.width) * fitWidth) / info.width;
    const y = (Math.floor(at / info.width) * fitHeight) / info.height;
    let squared = 0;
    fitted.planes.forEach(([p, q, r], channel) => {
      squared += (lab[at * 3 + channel]! - (p + q * x + r * y)) ** 2;
    });
    distances[at] = Math.sqrt(squared);
  }
  return { width: info.width, height: info.height, distances };
}

interface Gap {
  area: number;
  /** Sum of the distances. */
  strangeness: number;
  rim: number;
  steep: number;
  /** Sum of the largest distance beyond each pixel of the rim. */
  contrast: number;
  /** Pixels to the outside of the mask. */
  toOutside: number;
}

/** Regions inside the product that have the backdrop's very colour, by label. */
function measureGaps(
  { width, distances }: Grid,
  labels: Int32Array,
  toOutside: Float32Array,
  count: number,
): Gap[] {
  const gaps = Array.from({ length: count }, (): Gap => ({
    area: 0,
    strangeness: 0,
    rim: 0,
    steep: 0,
    contrast: 0,
    toOutside: Infinity,
  }));
  labels.forEach((label, at) => {
    if (label === 0) return;
    const gap = gaps[label]!;
    gap.area += 1;
    gap.strangeness += distances[at]!;
    gap.toOutside = Math.min(gap.toOutside, toOutside[at]!);
    for (const step of [1, -1, width, -width]) {
      if (labels[at + step] === label) continue;
      let farthest = 0;
      for (let px = 1; px <= STEP_PX; px += 1) farthest = Math.max(farthest, distances[at + step * px] ?? 0);
      gap.rim += 1;
      gap.contrast += farthest;
      if (farthest > STEP) gap.steep += 1;
    }
  });
  return gaps;
}

/**
 * The mask without the gaps that the product encloses and that a network fills: between a bag and its strap, in a
 * buckle, between a watch and its band. On an even backdrop whatever has its very colour and ends in a hard edge all
 * round is a gap when it lies near the outside; white parts of a product are shaded or lit and differ from it, print comes
 * in many letters, screens are large.
 */
export async function openGaps(photo: Photo, mask: Mask): Promise<Mask> {
  const grid = await distancesOf(photo);
  if (!grid) return mask;
  const { width, height, distances } = grid;
  const values = await sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(width, height, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const inside = values.map((value, at) => (value > 100 && distances[at]! <= MAY_BE ? 255 : 0));
  const { labels, areas } = labelRegions({ width, height, values: inside }, 128);
  const product = values.reduce((sum, value) => sum + (value > 128 ? 1 : 0), 0);
  const toOutside = distanceTo(
    Uint8Array.from(values, (value) => (value < 60 ? 1 : 0)),
    { width, height },
  );
  const gaps = measureGaps(grid, labels, toOutside, areas.length);
  const isClear = ({ area, strangeness, rim, steep }: Gap) =>
    area >= LEAST_PX && strangeness <= area * SAME && steep >= rim * STEEP_SHARE;
  if (gaps.filter(isClear).length > MOST_GAPS) return mask;
  const contrasts = gaps.map((gap) =>
    isClear(gap) &&
    gap.area >= LEAST_SHARE * product &&
    gap.area <= MOST_SHARE * product &&
    gap.toOutside <= STRAP_SHARE * Math.sqrt(product)
      ? gap.contrast / gap.rim
      : 0,
  );
  const count = contrasts.filter((contrast) => contrast > 0).length;
  if (count === 0) return mask;
  const isGap = Uint8Array.from(labels, (label) => (contrasts[label]! > 0 ? 1 : 0));
  const toGap = distanceTo(isGap, { width, height });
  const mean = contrasts.reduce((sum, contrast) => sum + contrast, 0) / count;
  const kept = Buffer.alloc(values.length, 255);
  for (let at = 0; at < kept.length; at += 1)
    if (toGap[at]! <= RIM_PX)
      kept[at] = Math.max(0, Math.min(255, ((distances[at]! - MAY_BE) / (mean - MAY_BE)) * 255));
  const fine = await sharp(kept, { raw: { width, height, channels: 1 } })
    .resize(mask.width, mask.height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { ...mask, values: mask.values.map((value, at) => Math.min(value, fine[at]!)) };
}
