import sharp from 'sharp';
import { distanceTo } from '../facts/raster.ts';
import { boundingBox, labelRegions, type Mask } from './mask.ts';

/** Long side of the grid on which branches are looked for. */
const SIDE = 512;
const INSIDE = 100;
/** A branch is thinner than twice this share of the product's longer side. */
const THIN_SHARE = 0.016;
/** What is left of a rim by opening is no branch: those reach further out than they are wide. */
const LEAST_REACH = 3;
/** A branch whose better quarter stays below this (of 255) is one the network only half believes in. */
const BELIEVED = 205;
const BELIEVED_QUANTILE = 0.75;
/** More of them are fur or leaves. */
const MOST_STRANDS = 4;

/**
 * The mask without thin branches that the network half believes in: the edge of a window sill that meets the product, a
 * streak of its shadow. Straps, cables and antennas, of which it is sure, stay however thin they are.
 */
export async function dropStrands(mask: Mask): Promise<Mask> {
  const scale = SIDE / Math.max(mask.width, mask.height);
  const width = Math.max(1, Math.round(mask.width * scale));
  const height = Math.max(1, Math.round(mask.height * scale));
  const values: Uint8Array = await sharp(mask.values, {
    raw: { width: mask.width, height: mask.height, channels: 1 },
  })
    .resize(width, height, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const box = boundingBox({ width, height, values }, INSIDE);
  if (!box) return mask;
  const radius = Math.max(2, THIN_SHARE * Math.max(box.width, box.height));
  const isOutside = values.map((value) => (value > INSIDE ? 0 : 1));
  const depth = distanceTo(isOutside, { width, height });
  const isCore = new Uint8Array(values.length).map((_, i) => (depth[i]! > radius ? 1 : 0));
  if (!isCore.includes(1)) return mask;
  const toCore = distanceTo(isCore, { width, height });
  const branches = values.map((_, i) => (isOutside[i] === 0 && toCore[i]! > radius * 1.4 ? 255 : 0));
  const { labels, areas } = labelRegions({ width, height, values: branches }, 128);
  const seen: number[][] = areas.map(() => []);
  const reach = areas.map(() => 0);
  labels.forEach((label, i) => {
    if (label === 0) return;
    seen[label]!.push(values[i]!);
    reach[label] = Math.max(reach[label]!, toCore[i]!);
  });
  const isStrand = areas.map((_, label) => {
    if (label === 0 || reach[label]! < radius * LEAST_REACH) return false;
    const sorted = seen[label]!.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length * BELIEVED_QUANTILE)]! < BELIEVED;
  });
  const strands = isStrand.filter(Boolean).length;
  if (strands === 0 || strands > MOST_STRANDS) return mask;
  const kept = mask.values.map((value, i) => {
    const x = Math.min(width - 1, Math.floor(((i % mask.width) + 0.5) * scale));
    const y = Math.min(height - 1, Math.floor((Math.floor(i / mask.width) + 0.5) * scale));
    const at = y * width + x;
    const near = [at, at - 1, at + 1, at - width, at + width, at - 2, at + 2, at - 2 * width, at + 2 * width];
    // The soft rim of a strand goes with it; what lies on the core's side of it stays.
    return toCore[at]! > radius * 1.2 && near.some((other) => isStrand[labels[other] ?? 0]) ? 0 : value;
  });
  return { ...mask, values: kept };
}
