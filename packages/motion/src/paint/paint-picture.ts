import type { Context2D, Picture } from '../canvas.ts';
import type { Box, PictureLayer } from '../layer.ts';
import { newSurface, type PaintCache, type Pictures } from './paint-cache.ts';
import { shrunkPicture } from './shrunk-picture.ts';
import { treatedPicture } from './treat-picture.ts';

/** Share of the shorter side over which a photo's rim fades into its continued backdrop. */
const FEATHER = 0.09;
/** Cells of the small copy whose rim is drawn on outwards, and how many times its size it reaches each way. */
const RIM_CELLS = 14;
const RIM_REACH = 3;

interface Gaps {
  left: boolean;
  top: boolean;
  right: boolean;
  bottom: boolean;
}

/** Mean colour of the rim of a small copy near one of its cells, over so many cells to both sides along the rim. */
function meanOfRim(
  data: Uint8ClampedArray,
  [x, y]: readonly [number, number],
  reach: number,
  isUpright: boolean,
): number[] {
  const along = isUpright ? y : x;
  const [from, to] = [Math.max(0, along - reach), Math.min(RIM_CELLS - 1, along + reach)];
  const sums = [0, 0, 0, 0];
  for (let at = from; at <= to; at++) {
    const cell = (isUpright ? at * RIM_CELLS + x : y * RIM_CELLS + at) * 4;
    for (const channel of sums.keys()) sums[channel]! += data[cell + channel] ?? 0;
  }
  return sums.map((sum) => sum / (to - from + 1));
}

/** The rim of a tiny smooth copy drawn on outwards, the softer the farther: a plain backdrop that goes on, without streaks. */
function continuedBackdrop(picture: Picture, cache: PaintCache) {
  return cache.surface(picture, 'backdrop', () => {
    const small = newSurface(cache, RIM_CELLS, RIM_CELLS);
    small.context.imageSmoothingQuality = 'high';
    small.context.drawImage(picture, 0, 0, RIM_CELLS, RIM_CELLS);
    const { data } = small.context.getImageData(0, 0, RIM_CELLS, RIM_CELLS);
    const side = RIM_CELLS * (2 * RIM_REACH + 1);
    const large = newSurface(cache, side, side);
    const pixels = large.context.getImageData(0, 0, side, side);
    const nearest = (at: number) => Math.max(0, Math.min(RIM_CELLS - 1, at));
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const [x, y] = [column - RIM_REACH * RIM_CELLS, row - RIM_REACH * RIM_CELLS];
        const rim = [nearest(x), nearest(y)] as const;
        const [beyondX, beyondY] = [Math.abs(x - rim[0]), Math.abs(y - rim[1])];
        const color = meanOfRim(data, rim, Math.max(beyondX, beyondY), beyondX >= beyondY);
        pixels.data.set(color, (row * side + column) * 4);
      }
    large.context.putImageData(pixels, 0, 0);
    return large;
  }).picture;
}

/** The photo with its rim faded where it stops short of its box. */
function feathered(picture: Picture, gaps: Gaps, cache: PaintCache): Picture {
  return cache.surface(picture, `feathered ${JSON.stringify(gaps)}`, () => {
    const { width, height } = picture;
    const surface = newSurface(cache, width, height);
    const { context } = surface;
    context.drawImage(picture, 0, 0);
    context.globalCompositeOperation = 'destination-out';
    const reach = Math.min(width, height) * FEATHER;
    const sides = [
      [gaps.left, 0, 0, reach, 0],
      [gaps.right, width, 0, width - reach, 0],
      [gaps.top, 0, 0, 0, reach],
      [gaps.bottom, 0, height, 0, height - reach],
    ] as const;
    for (const [isOpen, x0, y0, x1, y1] of sides) {
      if (!isOpen) continue;
      const gradient = context.createLinearGradient(x0, y0, x1, y1);
      for (let i = 0; i <= 8; i++) {
        const t = i / 8;
        gradient.addColorStop(t, `rgba(0,0,0,${1 - t * t * (3 - 2 * t)})`);
      }
      context.fillStyle = gradient;
      context.fillRect(0, 0, width, height);
    }
    return surface;
  }).picture;
}

/** Where the whole picture lies when `crop` of it fills the box. */
const wholeBox = (box: Box, crop: Box): Box => ({
  x: box.x - (crop.x / crop.width) * box.width,
  y: box.y - (crop.y / crop.height) * box.height,
  width: box.width / crop.width,
  height: box.height / crop.height,
});

/** Draws a photo, still or frame of a clip in its box. Where the photo stops short, its backdrop goes on. */
export function paintPicture(
  context: Context2D,
  layer: PictureLayer,
  pictures: Pictures,
  cache: PaintCache,
): void {
  const original = pictures[layer.source];
  if (!original) throw new Error(`The picture "${layer.source}" of this shot was not handed in`);
  const picture = treatedPicture(original, layer.treatment, cache);
  const { crop, box } = layer;
  const whole = wholeBox(box, crop);
  const gaps: Gaps = {
    left: crop.x < -0.001,
    top: crop.y < -0.001,
    right: crop.x + crop.width > 1.001,
    bottom: crop.y + crop.height > 1.001,
  };
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  if (!Object.values(gaps).some(Boolean)) {
    const shown = shrunkPicture(context, picture, whole.width, cache);
    context.drawImage(shown, whole.x, whole.y, whole.width, whole.height);
    return;
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    continuedBackdrop(picture, cache),
    whole.x - RIM_REACH * whole.width,
    whole.y - RIM_REACH * whole.height,
    whole.width * (2 * RIM_REACH + 1),
    whole.height * (2 * RIM_REACH + 1),
  );
  const faded = shrunkPicture(context, feathered(picture, gaps, cache), whole.width, cache);
  context.drawImage(faded, whole.x, whole.y, whole.width, whole.height);
}
