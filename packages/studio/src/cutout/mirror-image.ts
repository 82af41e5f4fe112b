import type { BorderPlane } from './backdrop.ts';
import { boundingBox, type Mask } from './mask.ts';

/** Where the floor line of a mirror image may lie, of the product's height with it, and how many rows it has at least. */
const HIGHEST = 0.4;
const LEAST_ROWS = 5;
/** What is left of the rows below when the rows above, paler, are taken away: of their energy, at most. */
const MOST_LEFT = 0.04;
/** A mirror image starts with a step, to at most this strength, and fades: its last third to at most this of its first. */
const STRONGEST = 0.7;
const FADES_TO = 0.75;
/** Rows left out beside the floor line: the blur of the lens and the contact shadow. */
const BLUR_ROWS = 2;

/** How a pixel differs from the backdrop, three numbers each, in OKLab. */
function deviationsOf(lab: Float32Array, planes: BorderPlane, { width, height }: Mask): Float32Array {
  const deviations = new Float32Array(width * height * 3);
  for (let i = 0; i < deviations.length; i += 1) {
    const at = Math.floor(i / 3);
    const [p, q, r] = planes[i % 3]!;
    deviations[i] = lab[i]! - (p + q * (at % width) + r * Math.floor(at / width));
  }
  return deviations;
}

/** What the rows below a line hold beyond a paler image of those above it, of their energy; null when they do not fade. */
function unlikenessAt(
  deviations: Float32Array,
  line: number,
  { left, right, bottom, width }: { left: number; right: number; bottom: number; width: number },
): number | null {
  const strengths: number[] = [];
  let unlike = 0;
  let energy = 0;
  for (let row = BLUR_ROWS; line + row <= bottom; row += 1) {
    let both = 0;
    let above = 0;
    let below = 0;
    const up = (line - 1 - row) * width * 3;
    const down = (line + row) * width * 3;
    for (let i = left * 3; i <= right * 3 + 2; i += 1) {
      const one = deviations[up + i] ?? 0;
      const other = deviations[down + i] ?? 0;
      both += one * other;
      above += one * one;
      below += other * other;
    }
    const strength = above > 0 ? both / above : 1;
    strengths.push(strength);
    unlike += below - strength * both;
    energy += below;
  }
  const third = Math.ceil(strengths.length / 3);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const start = mean(strengths.slice(0, third));
  if (strengths.length < LEAST_ROWS || energy === 0) return null;
  if (Math.max(...strengths) > STRONGEST || mean(strengths.slice(-third)) > start * FADES_TO) return null;
  return unlike / energy;
}

/**
 * The row from which on a picture shows the product's mirror image in a shiny floor, or null: below that line it repeats
 * what is above it upside down, paler at once and fading into the backdrop.
 *
 * @param mask all that differs from the backdrop: the product and its mirror image
 * @param lab OKLab of the photo on the mask's grid
 * @param planes the backdrop on that grid
 */
export function mirrorLineOf(lab: Float32Array, planes: BorderPlane, mask: Mask): number | null {
  const box = boundingBox(mask, 128);
  if (!box) return null;
  const deviations = deviationsOf(lab, planes, mask);
  const bottom = box.top + box.height - 1;
  const within = { left: box.left, right: box.left + box.width - 1, bottom, width: mask.width };
  let best = MOST_LEFT;
  let found: number | null = null;
  for (let line = Math.round(box.top + box.height * HIGHEST); line < bottom - LEAST_ROWS; line += 1) {
    const unlikeness = unlikenessAt(deviations, line, within);
    if (unlikeness === null || unlikeness >= best) continue;
    best = unlikeness;
    found = line;
  }
  return found;
}

/** A key by colour takes a mirror image for product; this is the mask without it. See `mirrorLineOf`. */
export function cutMirrorImage(lab: Float32Array, planes: BorderPlane, mask: Mask): Mask {
  const line = mirrorLineOf(lab, planes, mask);
  if (line === null) return mask;
  return { ...mask, values: mask.values.map((value, at) => (at >= line * mask.width ? 0 : value)) };
}
