import type { Box, CropKey } from '../layer.ts';
import type { Point } from '../product.ts';
import type { PhotoFacts } from './photo.ts';
import type { PhotoPlace } from './place-photo.ts';

/** Side of the window in which detail is summed, as a share of the subject's longer side. */
const SPOT = 0.3;
/** No spot lies so near the subject's edge, as a share of its sides. */
const RIM = 0.16;
/** Spots keep so far apart, as a share of the subject's longer side. */
const APART = 0.36;
/** A spot shows at least this share of the detail that the best one does: a window sill is none. */
const LEAST_DETAIL = 0.5;
/** A photo is enlarged so far at most, in frame pixels a photo pixel: beyond it looks soft. */
const ENLARGED = 2.6;
/** How near the camera comes for a detail, against the crop that shows the whole subject. */
const CLOSE = 2.5;

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value));

/** Summed importance of everything left of and above each cell. */
function summed({ columns, rows, importance }: PhotoFacts): (x: number, y: number) => number {
  const width = columns + 1;
  const table = new Float64Array(width * (rows + 1));
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      table[(y + 1) * width + x + 1] =
        (importance[y * columns + x] ?? 0) +
        (table[y * width + x + 1] ?? 0) +
        (table[(y + 1) * width + x] ?? 0) -
        (table[y * width + x] ?? 0);
  return (x, y) => table[clamp(y, 0, rows) * width + clamp(x, 0, columns)] ?? 0;
}

/**
 * Up to three places of a photo that are worth coming near, as shares of it, best first: where its subject is sharp and
 * rich in detail, each away from the others. Never empty.
 */
export function spotsOf(facts: PhotoFacts): Point[] {
  const { columns, rows, subject } = facts;
  const [wholeWidth, wholeHeight] = [
    (subject.right - subject.left) * columns,
    (subject.bottom - subject.top) * rows,
  ];
  // At its rim a subject shows as much of what is behind it as of itself.
  const [left, top] = [subject.left * columns + wholeWidth * RIM, subject.top * rows + wholeHeight * RIM];
  const [width, height] = [wholeWidth * (1 - 2 * RIM), wholeHeight * (1 - 2 * RIM)];
  const longer = Math.max(width, height);
  const half = Math.max(2, Math.round((longer * SPOT) / 2));
  const before = summed(facts);
  const middle: Point = [left + width / 2, top + height / 2];
  const places: { at: Point; detail: number }[] = [];
  for (let y = Math.ceil(top); y < top + height; y++)
    for (let x = Math.ceil(left); x < left + width; x++) {
      const sum =
        before(x + half, y + half) -
        before(x - half, y + half) -
        before(x + half, y - half) +
        before(x - half, y - half);
      places.push({ at: [x, y], detail: sum });
    }
  const spots: Point[] = [];
  const ranked = places.toSorted((one, other) => other.detail - one.detail);
  const least = (ranked[0]?.detail ?? 0) * LEAST_DETAIL;
  for (const { at, detail } of ranked) {
    if (spots.length === 3 || detail < least) break;
    if (spots.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > longer * APART)) spots.push(at);
  }
  return (spots.length > 0 ? spots : [middle]).map(([x, y]) => [x / columns, y / rows]);
}

/** A crop `k` times as near, with a point of the photo where it was in the frame. */
function nearer(crop: Box, [x, y]: Point, k: number): Box {
  return {
    x: x - (x - crop.x) / k,
    y: y - (y - crop.y) / k,
    width: crop.width / k,
    height: crop.height / k,
  };
}

/** Moved so that it shows nothing beyond the photo, as far as it is small enough. */
function inside({ x, y, width, height }: Box): Box {
  return {
    x: width < 1 ? clamp(x, 0, 1 - width) : x,
    y: height < 1 ? clamp(y, 0, 1 - height) : y,
    width,
    height,
  };
}

/** The crop that shows a spot near in a box, where `at` of the box is its middle; as near as the photo is sharp. */
function closeCrop(
  facts: PhotoFacts,
  box: Box,
  place: Pick<PhotoPlace, 'seen'>,
  spot: Point,
  at: Point = [0.5, 0.5],
): Box {
  const { seen } = place;
  const now = box.width / (seen.width * facts.width);
  const sharp = (ENLARGED * Math.min(box.width, box.height)) / 1080;
  const k = clamp(sharp / now, 1.5, CLOSE);
  const [width, height] = [seen.width / k, seen.height / k];
  return inside({ x: spot[0] - width * at[0], y: spot[1] - height * at[1], width, height });
}

/** What the camera does in a shot. */
export type CameraMove = 'open' | 'push' | 'pull' | 'pan' | 'details';

/** The middle of what is seen of the subject. */
function subjectMiddle({ subject }: PhotoFacts): Point {
  return [(subject.left + subject.right) / 2, (subject.top + subject.bottom) / 2];
}

/**
 * Keyframes of a camera over a photo that rests at `place`: `open` begins on a detail and pulls out at once; `push` and
 * `pull` come nearer and go away; `pan` travels across; `details` shows one detail after the other, cut in mid-move.
 */
export function cameraKeys(
  facts: PhotoFacts,
  box: Box,
  place: Pick<PhotoPlace, 'seen'>,
  move: CameraMove,
  firstSpot = 0,
): CropKey[] {
  const { seen } = place;
  const middle = subjectMiddle(facts);
  const spots = spotsOf(facts);
  const spot = (index: number): Point => spots[(firstSpot + index) % spots.length] ?? middle;
  const close = (index: number, k = 1) => nearer(closeCrop(facts, box, place, spot(index)), spot(index), k);
  switch (move) {
    case 'open':
      return [
        { share: 0, crop: close(0) },
        { share: 0.06, crop: close(0, 0.96) },
        { share: 0.32, crop: seen, ease: 'out' },
        { share: 1, crop: nearer(seen, middle, 1.07) },
      ];
    case 'push':
      return [
        { share: 0, crop: seen },
        { share: 1, crop: nearer(seen, middle, 1.14) },
      ];
    case 'pull':
      return [
        { share: 0, crop: nearer(seen, middle, 1.32) },
        { share: 0.45, crop: nearer(seen, middle, 1.05), ease: 'cubic' },
        { share: 1, crop: seen },
      ];
    case 'pan': {
      const k = 1.22;
      const near = nearer(seen, middle, k);
      const way = (seen.width - near.width) / 2;
      return [
        { share: 0, crop: { ...near, x: near.x - way } },
        { share: 1, crop: { ...near, x: near.x + way } },
      ];
    }
    case 'details':
      return [
        { share: 0, crop: close(0) },
        { share: 0.5, crop: close(0, 1.12) },
        { share: 0.5, crop: close(1, 1.14) },
        { share: 1, crop: close(1) },
      ];
  }
}
