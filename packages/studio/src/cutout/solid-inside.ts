import { labelRegions, type Mask } from './mask.ts';

/** Below this (of 255) a pixel may be backdrop; a region of such pixels is, when enough of it is below `CLEAR`. */
const MAYBE_BACKDROP = 70;
const CLEAR = 16;
const CLEAR_SHARE = 0.0001;
/** Width of the soft rim, as a share of the mask's width: hair, blur, motion. */
const RIM_SHARE = 0.006;

/**
 * The mask with everything inside its rim made solid. A network is unsure about shaded or unlit parts of a product and
 * leaves them half clear; products are not. Real holes (a handle, a headband) are clear and keep their own rim.
 */
export function solidInside(mask: Mask): Mask {
  const { width, height } = mask;
  const distance = distanceToBackdrop(mask);
  const rim = width * RIM_SHARE;
  const values = new Uint8Array(width * height);
  for (let i = 0; i < values.length; i += 1) {
    const own = mask.values[i]!;
    const inside = Math.max(0, Math.min(1, (distance[i]! - rim) / rim));
    values[i] = own + (255 - own) * inside;
  }
  return { width, height, values };
}

/** Pixels along rows and columns to the nearest backdrop, by one sweep down and one up. */
function distanceToBackdrop(mask: Mask): Float32Array {
  const { width, height } = mask;
  const distance = new Float32Array(width * height);
  const isBackdrop = backdropOf(mask);
  for (let i = 0; i < distance.length; i += 1) distance[i] = isBackdrop[i] === 1 ? 0 : width + height;
  const approach = (i: number, neighbour: number) => {
    distance[i] = Math.min(distance[i]!, (distance[neighbour] ?? Infinity) + 1);
  };
  for (let i = 0; i < distance.length; i += 1) {
    if (i % width > 0) approach(i, i - 1);
    approach(i, i - width);
  }
  for (let i = distance.length - 1; i >= 0; i -= 1) {
    if (i % width < width - 1) approach(i, i + 1);
    approach(i, i + width);
  }
  return distance;
}

/** 1 where a region of low values is clear enough to be backdrop. */
function backdropOf({ width, height, values }: Mask): Uint8Array {
  const low = values.map((value) => 255 - value);
  const { labels, areas } = labelRegions({ width, height, values: low }, 255 - MAYBE_BACKDROP);
  const clear = new Uint32Array(areas.length);
  for (let i = 0; i < values.length; i += 1)
    if (values[i]! < CLEAR) clear[labels[i]!] = clear[labels[i]!]! + 1;
  return values.map((_, i) => {
    const label = labels[i]!;
    return label > 0 && clear[label]! >= values.length * CLEAR_SHARE ? 1 : 0;
  });
}
