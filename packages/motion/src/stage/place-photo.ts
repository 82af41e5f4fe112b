import type { Box } from '../layer.ts';
import type { PhotoFacts } from './photo.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom' | 'none';

/** Where a whole photo lies in the frame, and what of it is seen. */
export interface PhotoPlace {
  /** The whole photo in frame pixels; may reach beyond its box or stop short of it. */
  photo: Box;
  /** The seen part as shares of the photo; beyond 0–1 where it stops short. */
  seen: Box;
  /** Share of what matters that is seen. */
  kept: number;
}

/** The values of a map within a part of the photo (shares). */
function valuesIn(
  { columns, rows }: PhotoFacts,
  map: readonly number[],
  { x, y, width, height }: Box,
): number[] {
  const [x0, x1] = [
    Math.max(0, Math.floor(x * columns)),
    Math.min(columns, Math.ceil((x + width) * columns)),
  ];
  const [y0, y1] = [Math.max(0, Math.floor(y * rows)), Math.min(rows, Math.ceil((y + height) * rows))];
  const values: number[] = [];
  for (let row = y0; row < y1; row++)
    for (let column = x0; column < x1; column++) values.push(map[row * columns + column] ?? 0);
  return values;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const shareOf = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** The part of a box beside words that take `room` of it. */
function freeBox(box: Box, side: Side, room: number): Box {
  switch (side) {
    case 'left':
      return { ...box, x: box.x + box.width * room, width: box.width * (1 - room) };
    case 'right':
      return { ...box, width: box.width * (1 - room) };
    case 'top':
      return { ...box, y: box.y + box.height * room, height: box.height * (1 - room) };
    case 'bottom':
      return { ...box, height: box.height * (1 - room) };
    case 'none':
      return box;
  }
}

/** The part of a box that words take. */
function wordsBox(box: Box, side: Side, room: number): Box {
  switch (side) {
    case 'left':
      return { ...box, width: box.width * room };
    case 'right':
      return { ...box, x: box.x + box.width * (1 - room), width: box.width * room };
    case 'top':
      return { ...box, height: box.height * room };
    case 'bottom':
      return { ...box, y: box.y + box.height * (1 - room), height: box.height * room };
    case 'none':
      return { ...box, width: 0, height: 0 };
  }
}

/** A plain backdrop may be enlarged or stop short; others cover their box and are enlarged less where words lie on them. */
const ENLARGED = { plain: 1.6, alone: 1.7, besideWords: 1.25 };
const AIR = 0.92;

/** A subject this near to an edge of its photo is cut there: its other end is the one to show. */
const CUT = 0.03;

/** Where the photo begins along one side, so that its subject lies in the middle; of what is too large the end that is not cut. */
function startOf(from: number, room: number, size: number, [start, end]: readonly [number, number]): number {
  const isTooLarge = (end - start) * size > room * AIR;
  const air = (room * (1 - AIR)) / 2;
  if (isTooLarge && end > 1 - CUT && start > CUT) return from + air - start * size;
  if (isTooLarge && start < CUT && end < 1 - CUT) return from + room - air - end * size;
  return from + room / 2 - ((start + end) / 2) * size;
}

/**
 * Places a photo in a box so that its subject stays whole and clear of words on one side. `mustCover`: a clip, whose
 * backdrop cannot go on.
 */
export function placePhoto(
  facts: PhotoFacts,
  box: Box,
  side: Side,
  room: number,
  mustCover = false,
): PhotoPlace {
  const { width, height, subject } = facts;
  const free = freeBox(box, side, room);
  const cover = Math.max(box.width / width, box.height / height);
  const [subjectWidth, subjectHeight] = [
    (subject.right - subject.left) * width,
    (subject.bottom - subject.top) * height,
  ];
  const fits = Math.min((free.width * AIR) / subjectWidth, (free.height * AIR) / subjectHeight);
  const scale =
    facts.isPlain && !mustCover
      ? Math.min(fits, cover * ENLARGED.plain)
      : Math.max(cover, Math.min(fits, cover * (side === 'none' ? ENLARGED.alone : ENLARGED.besideWords)));
  const photo = { x: 0, y: 0, width: width * scale, height: height * scale };
  photo.x = startOf(free.x, free.width, photo.width, [subject.left, subject.right]);
  photo.y = startOf(free.y, free.height, photo.height, [subject.top, subject.bottom]);
  if (photo.width >= box.width) photo.x = Math.max(box.x + box.width - photo.width, Math.min(box.x, photo.x));
  if (photo.height >= box.height)
    photo.y = Math.max(box.y + box.height - photo.height, Math.min(box.y, photo.y));
  const seen = {
    x: (box.x - photo.x) / photo.width,
    y: (box.y - photo.y) / photo.height,
    width: box.width / photo.width,
    height: box.height / photo.height,
  };
  const all = sumOf(facts.importance);
  return { photo, seen, kept: all > 0 ? sumOf(valuesIn(facts, facts.importance, seen)) / all : 1 };
}

/** A part of the box as shares of the photo. */
function inPhoto({ photo }: PhotoPlace, part: Box): Box {
  return {
    x: (part.x - photo.x) / photo.width,
    y: (part.y - photo.y) / photo.height,
    width: part.width / photo.width,
    height: part.height / photo.height,
  };
}

export interface QuietSide {
  side: Side;
  place: PhotoPlace;
  words: Box;
  /** Importance under the words, 0–1. */
  busyness: number;
}

/** The side with least importance under the words, the photo placed for that side. */
export function quietSide(
  facts: PhotoFacts,
  box: Box,
  sides: readonly Side[],
  room: number,
  mustCover = false,
): QuietSide {
  const tried = sides.map((side) => {
    const place = placePhoto(facts, box, side, room, mustCover);
    const words = wordsBox(box, side, room);
    const values = valuesIn(facts, facts.importance, inPhoto(place, words));
    const busyness =
      values.length === 0 ? 0 : 0.5 * (sumOf(values) / values.length) + 0.5 * shareOf(values, 0.93);
    return {
      side,
      place,
      words,
      busyness,
      cost: busyness + 0.9 * (1 - place.kept) + (side === 'bottom' ? 0.03 : 0),
    };
  });
  const best = tried.toSorted((one, other) => one.cost - other.cost)[0];
  if (!best) throw new Error('A photo needs a side for words');
  return best;
}

/** Points of a line, as shares, where what lies under words is read. */
const READ_AT = Array.from({ length: 24 }, (_, i) => (i + 0.5) / 24);

/** Luminance of what lies under words: darkest twentieth, median, lightest twentieth. */
export function luminanceUnder(
  { columns, rows, lightness }: PhotoFacts,
  place: PhotoPlace,
  words: Box,
): [low: number, mid: number, high: number] {
  const exact = inPhoto(place, words);
  // A cell beyond the words on each side: what is bright between cells is not missed.
  const part = {
    x: exact.x - 1 / columns,
    y: exact.y - 1 / rows,
    width: exact.width + 2 / columns,
    height: exact.height + 2 / rows,
  };
  // Where the photo stops short its backdrop goes on: the nearest cell stands for it.
  const cell = (share: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  const values = READ_AT.flatMap((v) =>
    READ_AT.map((u) => {
      const column = cell(part.x + part.width * u, columns);
      const row = cell(part.y + part.height * v, rows);
      return (lightness[row * columns + column] ?? 0) ** 3;
    }),
  );
  return [shareOf(values, 0.05), shareOf(values, 0.5), shareOf(values, 0.95)];
}
