import sharp from 'sharp';
import { distancesFromBorderPlane, meanOnBorder, toOklab } from './backdrop.ts';
import type { Mask } from './mask.ts';
import type { Photo } from './read-photo.ts';

/** What a photo tells about the mask that was made of it; shares are 0–1, and 0 where the backdrop is not plain. */
export interface PhotoSigns {
  /**
   * Share of the longest contact with one edge of the photo that something makes which is not backdrop and leads to the
   * cut-out: an arm, bare, in a sleeve or a glove, of which the network kept the hand.
   */
  leadsToEdge: number;
  /** What is not backdrop and touches the cut-out, but is not in it, of the cut-out's pixels: a sole, a dark foot. */
  leftAwayShare: number;
  /** A head on a neck on something wider, of a colour that skin can have and that comes again below it: hands. */
  isFigure: boolean;
}

const LONG_SIDE = 256;
/** Shadows differ from a backdrop in lightness, arms in colour too, so lightness counts a fifth. */
const LIGHTNESS_WEIGHT = 0.2;
/** Weighted OKLab distance from which a pixel is no backdrop, and mean of the border up to which that can be told. */
const STRANGE = 0.03;
const PLAIN = 0.013;
const FIT_LIMITS = [2 * STRANGE, STRANGE];

/** See `PhotoSigns`. Tuned on the pictures in docs/confidence.md. */
export async function photoSigns({ rgba, width, height }: Photo, mask: Mask): Promise<PhotoSigns> {
  const { data, info } = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside' })
    .blur(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const values = await sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(info.width, info.height, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const small = { width: info.width, height: info.height, values };
  const lab = toOklab(data);
  return { isFigure: isFigure(lab, small), ...aroundMask(lab, small) };
}

/** Floods from the mask over everything that is not backdrop. */
function aroundMask(
  lab: Float32Array,
  { width, height, values }: Mask,
): Pick<PhotoSigns, 'leadsToEdge' | 'leftAwayShare'> {
  const weighted = lab.map((value, i) => (i % 3 === 0 ? value * LIGHTNESS_WEIGHT : value));
  const distances = distancesFromBorderPlane(weighted, width, height, FIT_LIMITS);
  if (meanOnBorder(distances, width, height) > PLAIN) return { leadsToEdge: 0, leftAwayShare: 0 };
  const isReached = new Uint8Array(values.length);
  const stack: number[] = [];
  const visit = (at: number) => {
    if (isReached[at] === 1 || ((distances[at] ?? 0) <= STRANGE && (values[at] ?? 0) <= 100)) return;
    isReached[at] = 1;
    stack.push(at);
  };
  values.forEach((value, at) => value > 100 && visit(at));
  const cover = stack.length;
  let reached = 0;
  const contacts = { left: 0, top: 0, right: 0, bottom: 0 };
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = Math.floor(at / width);
    reached += 1;
    if (x > 0) visit(at - 1);
    else contacts.left += 1 / height;
    if (x < width - 1) visit(at + 1);
    else contacts.right += 1 / height;
    if (y > 0) visit(at - width);
    else contacts.top += 1 / width;
    if (y < height - 1) visit(at + width);
    else contacts.bottom += 1 / width;
  }
  return {
    leadsToEdge: Math.max(...Object.values(contacts)),
    leftAwayShare: (reached - cover) / Math.max(1, cover),
  };
}

/** Share of the head's width that its neck has at most, and that the shoulders have at least. */
const NECK = 0.75;
const SHOULDERS = 1.5;
/** Overlap with an ellipse from which a head is one; the strap and lugs of a watch stay below. */
const ROUND = 0.82;

function isFigure(lab: Float32Array, mask: Mask): boolean {
  const widths = rowWidths(mask);
  const top = widths.findIndex((width) => width > 2);
  const head = top < 0 ? null : findHead(widths, top);
  if (!head) return false;
  const { neckRow, headWidth } = head;
  const shape = (neckRow - top) / headWidth;
  if (
    shape < 0.9 ||
    shape > 2 ||
    likenessToEllipse(widths.slice(top, neckRow), headWidth) < ROUND ||
    Math.max(...widths.slice(neckRow)) < headWidth * SHOULDERS
  )
    return false;
  const face = pixelsBetween(mask, top + (neckRow - top) * 0.45, neckRow); // Hair is above.
  const [l = 0, a = 0, b = 0] = [0, 1, 2].map((channel) => median(face.map((at) => lab[at * 3 + channel]!)));
  const chroma = Math.hypot(a, b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  if (chroma < 0.015 || chroma > 0.13 || hue < 10 || hue > 85) return false;
  const body = pixelsBetween(mask, neckRow + (neckRow - top) * 0.3, mask.height);
  const alike = body.filter(
    (at) => Math.abs(lab[at * 3]! - l) < 0.2 && Math.hypot(lab[at * 3 + 1]! - a, lab[at * 3 + 2]! - b) < 0.03,
  );
  const share = alike.length / Math.max(1, body.length);
  return share > 0.02 && share < 0.8; // A vase is all of one clay; a stopper is of another stuff than its bottle.
}

function rowWidths({ width, height, values }: Mask): number[] {
  return Array.from(
    { length: height },
    (_, y) => values.subarray(y * width, (y + 1) * width).filter((value) => value > 128).length,
  );
}

/** The widest row from the top, then the narrowest one before the outline is wider than that again. */
function findHead(widths: readonly number[], top: number): { neckRow: number; headWidth: number } | null {
  let headWidth = 0;
  let neckRow = -1;
  for (let y = top; y < widths.length; y += 1) {
    const width = widths[y]!;
    if (neckRow < 0) headWidth = Math.max(headWidth, width);
    if (width > headWidth) break;
    if (width <= headWidth * NECK && (neckRow < 0 || width < widths[neckRow]!)) neckRow = y;
  }
  return neckRow < 0 ? null : { neckRow, headWidth };
}

function pixelsBetween({ width, values }: Mask, fromRow: number, toRow: number): number[] {
  const pixels: number[] = [];
  for (let at = Math.round(fromRow) * width; at < toRow * width; at += 1)
    if ((values[at] ?? 0) > 128) pixels.push(at);
  return pixels;
}

/** Overlap (IoU) of an outline, given by its widths from row to row, with the ellipse of its height and this width. */
function likenessToEllipse(widths: readonly number[], widest: number): number {
  let both = 0;
  let either = 0;
  widths.forEach((width, row) => {
    const round = widest * Math.sqrt(1 - ((2 * (row + 0.5)) / widths.length - 1) ** 2);
    both += Math.min(width, round);
    either += Math.max(width, round);
  });
  return both / either;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
