import { frameCountOf, type Thumbnails } from './measure-picture.ts';
import { fps } from '../timeline.ts';

/** Half-open range of frames. */
export interface Stretch {
  startFrame: number;
  endFrame: number;
}

/** Video black is 16 of 255 (limited range, shown as 0 in full range); a little noise is still black. */
const blackMean = 6;
const blackShare = 0.98;
const darkPixel = 20;
/** Mean difference of two thumbnails, in grey levels, that no eye sees. */
const stillDifference = 0.35;

function frameAt({ width, height, pixels }: Thumbnails, index: number): Uint8Array {
  return pixels.subarray(index * width * height, (index + 1) * width * height);
}

function isBlack(frame: Uint8Array): boolean {
  let sum = 0;
  let dark = 0;
  for (const value of frame) {
    sum += value;
    if (value < darkPixel) dark += 1;
  }
  return sum / frame.length < blackMean || dark / frame.length > blackShare;
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}

function stretchesOf(flags: readonly boolean[], leastFrames: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let index = 0; index <= flags.length; index += 1) {
    if (flags[index] && start < 0) start = index;
    if (!flags[index] && start >= 0) {
      if (index - start >= leastFrames) stretches.push({ startFrame: start, endFrame: index });
      start = -1;
    }
  }
  return stretches;
}

/** Where the picture is black for at least `leastSeconds`. */
export function findBlack(thumbnails: Thumbnails, leastSeconds = 0.5): Stretch[] {
  const flags = Array.from({ length: frameCountOf(thumbnails) }, (_, index) =>
    isBlack(frameAt(thumbnails, index)),
  );
  return stretchesOf(flags, leastSeconds * fps);
}

/**
 * Where the picture stands still for at least `leastSeconds`. Frames half a second apart are compared, so that a slow
 * camera counts as moving and a single repeated frame of a 7 fps clip does not count as frozen.
 */
export function findFrozen(thumbnails: Thumbnails, leastSeconds = 1): Stretch[] {
  const count = frameCountOf(thumbnails);
  const apart = Math.round(fps / 2);
  const flags = Array.from({ length: count }, () => false);
  for (let index = 0; index + apart < count; index += 1) {
    const isStill =
      difference(frameAt(thumbnails, index), frameAt(thumbnails, index + apart)) < stillDifference;
    if (isStill) flags.fill(true, index, index + apart + 1);
  }
  return stretchesOf(flags, leastSeconds * fps);
}

/** How much there is to see on a frame: mean step between neighbouring pixels, in grey levels, and mean grey. */
export function richness(thumbnails: Thumbnails, index: number): { detail: number; grey: number } {
  const frame = frameAt(thumbnails, index);
  const { width } = thumbnails;
  let steps = 0;
  let grey = 0;
  for (let at = width; at < frame.length; at += 1) {
    const here = frame[at] ?? 0;
    steps += Math.abs(here - (frame[at - 1] ?? 0)) + Math.abs(here - (frame[at - width] ?? 0));
    grey += here;
  }
  return { detail: steps / frame.length / 2, grey: grey / frame.length };
}
