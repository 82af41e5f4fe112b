import sharp from 'sharp';
import { distanceTo } from '../facts/raster.ts';
import { type BorderPlane, fitBorderPlane, meanOnBorder, toOklab } from './backdrop.ts';
import type { Mask } from './mask.ts';
import { mirrorLineOf } from './mirror-image.ts';
import type { Photo } from './read-photo.ts';

/** What a photo tells about the mask that was made of it; shares are 0–1. */
export interface PhotoSigns {
  /**
   * Share of the longest contact with one edge of the photo, beyond the mask's own, that something makes which is
   * neither backdrop nor shadow and leads to the cut-out: an arm of which the network kept the hand. 0 where the
   * backdrop is not plain.
   */
  leadsToEdge: number;
  /** What is neither backdrop nor shadow and touches the cut-out, but is not in it, of its pixels: a sole, a dark foot. */
  leftAwayShare: number;
  /** The backdrop is one colour in one light, so that what stands out from it can be told. */
  isPlain: boolean;
  /** Share of what lies close round the mask that is textured: grass, knitwear, a street. A wall out of focus has none. */
  busyAround: number;
  /** Of the mask's outline, how much has an edge of the photo beside it. */
  edgeSupport: number;
  /** Share of the photo's border that the mask covers, on the side where it is most. */
  edgeTouch: number;
  /** Share of an edge of the photo that the mask covers in a colour that skin can have: an arm or a leg that goes on there. */
  skinAtEdge: number;
  /** A head on a neck on something wider, of a colour that skin can have and that comes again below it: hands. */
  isFigure: boolean;
}

const SIDE = 256;
/** Shadows differ from a backdrop in lightness, arms in colour too, so lightness counts a fifth where colour is looked at. */
const LIGHTNESS_WEIGHT = 0.2;
/** OKLab distance from which a pixel is no backdrop, and mean of the border up to which that can be told. */
const BY_COLOUR = { strange: 0.03, plain: 0.013, fitLimits: [0.06, 0.03] };
const BY_LIGHT = { strange: 0.05, plain: 0.03, fitLimits: [0.06, 0.03] };
/** A shadow keeps the backdrop's chromaticity and darkens it by no more than two thirds. */
const SHADOW_CHROMA = 0.022;
const SHADOW_LIGHTNESS = [0.3, 1.06] as const;
/** Beyond the mask, of its pixels: less is no mirror image. */
const LEAST_MIRROR = 0.03;

interface Small {
  lab: Float32Array;
  rgb: Buffer;
  mask: Mask;
}

/** Photo and mask on one grid; the photo blurred by `blurPx` when that is above 0. */
async function shrink(
  { rgba, width, height }: Photo,
  mask: Mask,
  side: number,
  blurPx: number,
): Promise<Small> {
  let picture = sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(side, side, { fit: 'fill' });
  if (blurPx > 0) picture = picture.blur(blurPx);
  const rgb = await picture.raw().toBuffer();
  const values = await sharp(mask.values, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(side, side, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { lab: toOklab(rgb), rgb, mask: { width: side, height: side, values } };
}

/** See `PhotoSigns`. Numbers from ../../docs/confidence.md. */
export async function photoSigns(photo: Photo, mask: Mask): Promise<PhotoSigns> {
  const small = await shrink(photo, mask, SIDE, 1);
  const sharper = await shrink(photo, mask, SIDE * 2, 0);
  return {
    ...aroundMask(small),
    busyAround: busyAround(sharper),
    edgeSupport: edgeSupport(sharper),
    edgeTouch: longestContact(small.mask),
    skinAtEdge: skinAtEdge(small.lab, small.mask),
    isFigure: isFigure(small.lab, small.mask),
  };
}

type Sides = [left: number, top: number, right: number, bottom: number];

function contactsOf(isSet: (at: number) => boolean, { width, height }: Mask): Sides {
  const share = (length: number, at: (along: number) => number) =>
    Array.from({ length }, (_, along) => (isSet(at(along)) ? 1 : 0)).reduce<number>(
      (sum, hit) => sum + hit,
      0,
    ) / length;
  return [
    share(height, (y) => y * width),
    share(width, (x) => x),
    share(height, (y) => y * width + width - 1),
    share(width, (x) => (height - 1) * width + x),
  ];
}

const longestContact = (mask: Mask) => Math.max(...contactsOf((at) => (mask.values[at] ?? 0) > 100, mask));

/** From this share of skin's colours on the product itself is of leather, wood or clay. */
const ALL_OF_SKIN = 0.85;

function skinAtEdge(lab: Float32Array, mask: Mask): number {
  const isIn = (at: number) => (mask.values[at] ?? 0) > 100;
  const isSkin = (at: number) => isIn(at) && mayBeSkin(lab[at * 3]!, lab[at * 3 + 1]!, lab[at * 3 + 2]!);
  let product = 0;
  let skin = 0;
  for (let at = 0; at < mask.values.length; at += 1) {
    if (isIn(at)) product += 1;
    if (isSkin(at)) skin += 1;
  }
  return skin > product * ALL_OF_SKIN ? 0 : Math.max(...contactsOf(isSkin, mask));
}

/** Pale to dark skin in OKLab: its hue and chroma, in the light and in the shade. */
function mayBeSkin(l: number, a: number, b: number): boolean {
  const chroma = Math.hypot(a, b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return l > 0.3 && l < 0.93 && chroma > 0.035 && chroma < 0.14 && hue > 25 && hue < 75;
}

/** The backdrop's mean colour on the photo's border, without what the product covers there. */
function backdropColour(
  lab: Float32Array,
  distances: Float32Array,
  width: number,
): [number, number, number] | null {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let at = 0; at < distances.length; at += 1) {
    const x = at % width;
    const y = Math.floor(at / width);
    if (Math.min(x, y, width - 1 - x, width - 1 - y) > 5 || distances[at]! >= 0.03) continue;
    for (let channel = 0; channel < 3; channel += 1) sum[channel]! += lab[at * 3 + channel]!;
    count += 1;
  }
  return count > 200 ? [sum[0] / count, sum[1] / count, sum[2] / count] : null;
}

/** Everything that leads on from the mask: reached pixels of the mask's, and where it meets the photo's border. */
function floodFrom(
  mask: Mask,
  isSomething: (at: number) => boolean,
): { beyondShare: number; contacts: Sides; isReached: Uint8Array } {
  const { width, values } = mask;
  const isReached = new Uint8Array(values.length);
  const stack: number[] = [];
  const visit = (at: number) => {
    if (isReached[at] === 1 || !((values[at] ?? 0) > 100 || isSomething(at))) return;
    isReached[at] = 1;
    stack.push(at);
  };
  values.forEach((value, at) => value > 100 && visit(at));
  const cover = stack.length;
  let reached = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    reached += 1;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < values.length - width) visit(at + width);
  }
  return {
    beyondShare: (reached - cover) / Math.max(1, cover),
    contacts: contactsOf((at) => isReached[at] === 1, mask),
    isReached,
  };
}

/** The same, but not into the product's mirror image in a shiny floor. */
function floodAboveMirror(
  lab: Float32Array,
  planes: BorderPlane,
  mask: Mask,
  isSomething: (at: number) => boolean,
): ReturnType<typeof floodFrom> {
  const all = floodFrom(mask, isSomething);
  const line =
    all.beyondShare < LEAST_MIRROR
      ? null
      : mirrorLineOf(lab, planes, { ...mask, values: all.isReached.map((hit) => hit * 255) });
  return line === null ? all : floodFrom(mask, (at) => at < line * mask.width && isSomething(at));
}

/** Follows what differs from a plain backdrop in colour, from the mask outwards. */
function floodByColour(lab: Float32Array, mask: Mask): ReturnType<typeof floodFrom> | null {
  const { width, height } = mask;
  const weighted = lab.map((value, i) => (i % 3 === 0 ? value * LIGHTNESS_WEIGHT : value));
  const { planes, distances } = fitBorderPlane(weighted, width, height, BY_COLOUR.fitLimits);
  if (meanOnBorder(distances, width, height) > BY_COLOUR.plain) return null;
  return floodAboveMirror(weighted, planes, mask, (at) => distances[at]! > BY_COLOUR.strange);
}

/** Follows what differs from the backdrop and is no shadow on it. */
function floodByLight(lab: Float32Array, mask: Mask): ReturnType<typeof floodFrom> | null {
  const { width, height } = mask;
  const { planes, distances } = fitBorderPlane(lab, width, height, BY_LIGHT.fitLimits);
  const backdrop = backdropColour(lab, distances, width);
  if (!backdrop || meanOnBorder(distances, width, height) > BY_LIGHT.plain) return null;
  return floodAboveMirror(lab, planes, mask, (at) => {
    if (distances[at]! <= BY_LIGHT.strange) return false;
    const ratio = lab[at * 3]! / backdrop[0];
    const colour = Math.hypot(lab[at * 3 + 1]! - backdrop[1] * ratio, lab[at * 3 + 2]! - backdrop[2] * ratio);
    return colour > SHADOW_CHROMA || ratio < SHADOW_LIGHTNESS[0] || ratio > SHADOW_LIGHTNESS[1];
  });
}

/** From this share of an edge on, something meets it. */
const MEETS = 0.03;

/**
 * How far something leads from the mask to an edge of the photo, beyond the mask's own contact with it. What meets both
 * the left and the right edge is a floor or a table, no arm.
 */
function leadOf(contacts: Sides, mask: Mask): number {
  const own = contactsOf((at) => (mask.values[at] ?? 0) > 100, mask);
  const beyond = contacts.map((contact, side) => Math.max(0, contact - own[side]!));
  const [left = 0, , right = 0] = beyond;
  return Math.min(left, right) > MEETS ? 0 : Math.max(...beyond);
}

/** What is missing must show in both floods: shadows fool the one, coloured light the other. */
function aroundMask({ lab, mask }: Small): Pick<PhotoSigns, 'leadsToEdge' | 'leftAwayShare' | 'isPlain'> {
  const byColour = floodByColour(lab, mask);
  const byLight = floodByLight(lab, mask);
  return {
    leadsToEdge: byColour ? leadOf(byColour.contacts, mask) : 0,
    leftAwayShare: byColour && byLight ? Math.min(byColour.beyondShare, byLight.beyondShare) : 0,
    isPlain: byColour !== null && byLight !== null,
  };
}

/** A step of more than this (of 255) across the outline is an edge. */
const STEP = 14;

/** See `PhotoSigns.edgeSupport`: the largest step across the outline, one pixel to either side. */
function edgeSupport({ rgb, mask: { width, height, values } }: Small): number {
  const isIn = (x: number, y: number) => (values[y * width + x] ?? 0) > 128;
  let outline = 0;
  let supported = 0;
  for (let y = 4; y < height - 4; y += 1) {
    for (let x = 4; x < width - 4; x += 1) {
      if (!isIn(x, y)) continue;
      const towardsX = Number(!isIn(x + 1, y)) - Number(!isIn(x - 1, y));
      const towardsY = Number(!isIn(x, y + 1)) - Number(!isIn(x, y - 1));
      if (towardsX === 0 && towardsY === 0) continue;
      outline += 1;
      const stepAt = (shift: number) => {
        const one = ((y + towardsY * (shift + 2)) * width + x + towardsX * (shift + 2)) * 3;
        const other = ((y + towardsY * (shift - 2)) * width + x + towardsX * (shift - 2)) * 3;
        return Math.max(
          ...[0, 1, 2].map((channel) => Math.abs((rgb[one + channel] ?? 0) - (rgb[other + channel] ?? 0))),
        );
      };
      if (Math.max(stepAt(-1), stepAt(0), stepAt(1)) > STEP) supported += 1;
    }
  }
  return outline > 0 ? supported / outline : 0;
}

/** Pixels from the mask (512 grid) between which it is looked at what is round it, past shadow and blur. */
const RING = [5, 14] as const;

/** See `PhotoSigns.busyAround`: steps along rows and columns, two pixels to either side. */
function busyAround({ rgb, mask: { width, height, values } }: Small): number {
  const away = distanceTo(
    Uint8Array.from(values, (value) => (value > 60 ? 1 : 0)),
    { width, height },
  );
  let ring = 0;
  let busy = 0;
  for (let at = 2 * width; at < values.length - 2 * width; at += 1) {
    const x = at % width;
    if (away[at]! < RING[0] || away[at]! > RING[1] || x < 2 || x > width - 3) continue;
    ring += 1;
    const steps = [2, 2 * width].flatMap((step) =>
      [0, 1, 2].map((channel) => Math.abs(rgb[(at + step) * 3 + channel]! - rgb[(at - step) * 3 + channel]!)),
    );
    if (Math.max(...steps) > STEP) busy += 1;
  }
  return busy / Math.max(1, ring);
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
