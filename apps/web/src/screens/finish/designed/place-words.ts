import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import type { Film } from '@spotsmith/motion/film';
import type { Box, Layer } from '@spotsmith/motion/layer';
import { wordsBox } from '@spotsmith/motion/stage/move-words';
import { safeArea } from '@spotsmith/motion/stage/safe-area';
import { type Storyboard, type WordsPlace, wordsGrowth } from '@spotsmith/motion/storyboard';
import { patchShot } from './edit-shots.ts';

/** Lines that words snap to while they are dragged, as shares of the frame: where one is met it is shown. */
export interface Guides {
  x: number | null;
  y: number | null;
}

/** Nearer than this to a line, words snap to it, as a share of the frame's side. */
const SNAP = 0.012;

const round = (value: number) => Math.round(value * 1000) / 1000;
const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** The box around a shot's words as they are laid out, in frame pixels; null when it says nothing in one place. */
export function wordsBoxOf({ moving }: Film['shots'][number]): Box | null {
  return wordsBox(
    moving.parts.flatMap((part): readonly Layer[] => ('layers' in part ? part.layers : [part.layer])),
  );
}

/** How far the nearest of some points of the words is from its line, when it is near enough to snap. */
function snapped(
  points: readonly (readonly [point: number, line: number])[],
): [by: number, line: number | null] {
  const [best] = points
    .map(([point, line]) => [line - point, line] as const)
    .filter(([by]) => Math.abs(by) < SNAP)
    .toSorted(([one], [other]) => Math.abs(one) - Math.abs(other));
  return best === undefined ? [0, null] : [best[0], best[1]];
}

/**
 * Where words go that were grabbed in a box and dragged by shares of the frame: they snap to the frame's middle and to
 * the edges of the part where words may stand.
 */
export function dragged(
  box: Box,
  place: WordsPlace,
  by: { x: number; y: number },
  canvas: CanvasSize,
): { place: WordsPlace; guides: Guides } {
  const { safe } = safeArea(canvas);
  const along = (start: number, size: number, from: number, room: number, whole: number, move: number) => {
    const [head, foot] = [start / whole + move, (start + size) / whole + move];
    return snapped([
      [(head + foot) / 2, 0.5],
      [head, from / whole],
      [foot, (from + room) / whole],
    ]);
  };
  const [dx, x] = along(box.x, box.width, safe.x, safe.width, canvas.width, by.x);
  const [dy, y] = along(box.y, box.height, safe.y, safe.height, canvas.height, by.y);
  return {
    place: {
      ...place,
      x: round(between((place.x ?? 0) + by.x + dx, -1, 1)),
      y: round(between((place.y ?? 0) + by.y + dy, -1, 1)),
    },
    guides: { x, y },
  };
}

/** The place with words so many times as large as they are there. */
export const grown = (place: WordsPlace, factor: number): WordsPlace => ({
  ...place,
  k: round(between((place.k ?? 1) * factor, wordsGrowth.least, wordsGrowth.most)),
});

/** Puts a shot's words somewhere; null: where the layout has them. */
export function placeWords(storyboard: Storyboard, index: number, place: WordsPlace | null): Storyboard {
  if (place !== null) return patchShot(storyboard, index, { words: place });
  const shots = storyboard.shots.map((shot, at) => {
    const { words: _, ...rest } = shot;
    return at === index ? rest : shot;
  });
  return { ...storyboard, shots };
}
