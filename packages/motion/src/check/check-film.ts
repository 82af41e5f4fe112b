import { type Film, framesPerSecond, type FilmShot } from '../film.ts';
import { readingTimes } from '../film/reading-time.ts';
import { type LaidOutShot, mergeCopy } from '../lay-out-shot.ts';
import type { Layer, ProductLayer } from '../layer.ts';
import { checkRhythm, hasWords } from './check-rhythm.ts';
import type { Storyboard } from '../storyboard.ts';

/** What a check found: its name, whether it holds, and what was measured. */
export interface Check {
  check: string;
  holds: boolean;
  /** Empty when there is nothing to add. */
  detail: string;
}

/** Numbers of the art direction: seconds, shares of the canvas, counts. */
const HOOK_BY = 0.5;
const NAME_BY = 3;
const FIRST_SHOT_MOST = 2.1;
const PRODUCT_LEAST = 0.35;
const SCALE_RANGE_LEAST = 2.2;
const END_CARD = { least: 1.9, most: 3.6 };
const TEXT_SHARE = 0.7;
/** Shots in twelve seconds for the slowest ads. */
const SHOTS_IN_12_SECONDS = 4;

/** The whole of an ad without drawing it: times, counts and sizes. `laidOut` are its shots, in order. */
export function checkFilm(storyboard: Storyboard, film: Film, laidOut: readonly LaidOutShot[]): Check[] {
  const check = (name: string, holds: boolean, detail = ''): Check => ({ check: name, holds, detail });
  const seconds = film.totalFrames / framesPerSecond;
  const [first] = film.shots;
  const last = film.shots.at(-1);
  const lengths = film.shots.map(({ frames }) => frames / framesPerSecond);
  const short = readingTimes(film).filter((time) => time.seconds < time.neededSeconds - 0.02);
  const heights = laidOut.flatMap((shot) => sizesOf(shot));
  const range = heights.length > 1 ? Math.max(...heights) / Math.min(...heights) : Infinity;
  const name = storyboard.copy.name;
  const nameAt = name === undefined ? 0 : secondsUntil(film, storyboard, (copy) => copy.name === name);
  const price = storyboard.copy.price ?? storyboard.copy.off;
  const priceAt =
    price === undefined ? 0 : secondsUntil(film, storyboard, (copy) => (copy.price ?? copy.off) === price);
  const alike = film.shots.filter(
    (shot, index) =>
      index > 0 &&
      shot.layout === film.shots[index - 1]?.layout &&
      shot.frames === film.shots[index - 1]?.frames,
  );
  const read =
    film.shots.reduce((sum, shot) => sum + (hasWords(shot) ? shot.frames : 0), 0) / film.totalFrames;
  return [
    check('product in frame 1', productShare(laidOut[0]) >= PRODUCT_LEAST, percent(productShare(laidOut[0]))),
    check('hook in time', first !== undefined && wordsAt(first) <= HOOK_BY, wordsAt(first).toFixed(2)),
    check('first shot', (lengths[0] ?? 0) <= FIRST_SHOT_MOST + 0.1, (lengths[0] ?? 0).toFixed(2)),
    check('name in time', nameAt <= NAME_BY, nameAt.toFixed(1)),
    check('price in time', priceAt <= NAME_BY, priceAt.toFixed(1)),
    check(
      'reading time',
      short.length === 0,
      short
        .map(({ shotId, seconds: s, neededSeconds: n }) => `${shotId} ${s.toFixed(1)}/${n.toFixed(1)}`)
        .join(' '),
    ),
    check('text on screen', read >= TEXT_SHARE, percent(read)),
    check(
      'shot count',
      film.shots.length >= Math.max(3, Math.floor((seconds / 12) * SHOTS_IN_12_SECONDS)),
      String(film.shots.length),
    ),
    check('neighbours differ', alike.length === 0, alike.map(({ id }) => id).join(' ')),
    check('scale range', range >= SCALE_RANGE_LEAST, `×${range.toFixed(1)}`),
    check(
      'end card',
      last?.layout === 'end-card' && isEnd(lengths.at(-1) ?? 0, seconds),
      (lengths.at(-1) ?? 0).toFixed(1),
    ),
    ...checkRhythm(film, laidOut),
  ];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

const isEnd = (length: number, seconds: number) =>
  length >= END_CARD.least && (length <= END_CARD.most || seconds > 15);

/** When the first words of a shot stand. */
function wordsAt(shot: FilmShot | undefined): number {
  const starts = (shot?.moving.parts ?? []).flatMap((part) =>
    part.type === 'words' ? [part.startSeconds] : [],
  );
  return Math.max(0, Math.min(...starts, shot?.moving.seconds ?? 0));
}

function secondsUntil(
  film: Film,
  { copy, shots }: Storyboard,
  shows: (copy: Storyboard['copy']) => boolean,
): number {
  const index = shots.findIndex((shot) => shows(mergeCopy(copy, shot.copy)));
  const shot = film.shots[index];
  return shot ? shot.startFrame / framesPerSecond + wordsAt(shot) : Infinity;
}

/** Longest visible side of the largest product or picture of a shot, as a share of the short side. */
function productShare(shot: LaidOutShot | undefined): number {
  if (!shot) return 0;
  const short = Math.min(shot.width, shot.height);
  return Math.max(0, ...boxesOf(shot).map(({ width, height }) => Math.max(width, height) / short));
}

/** A product that is looked at: one of many in a pattern is not. */
const isMain = (layer: Layer): layer is ProductLayer => layer.type === 'product' && layer.role === 'product';

function boxesOf({ layers }: LaidOutShot) {
  return layers.flatMap((layer) => {
    if (layer.type === 'picture') return [layer.box];
    if (!isMain(layer)) return [];
    return [{ width: layer.pose.height * 0.6, height: layer.pose.height }];
  });
}

/** How large the product is drawn over the shot: a cut-out's height, or how much a crop of a photo enlarges it. */
function sizesOf({ layers, keys }: LaidOutShot): number[] {
  const factors = [1, ...keys.flatMap(({ k }) => (k === undefined ? [] : [k]))];
  const sizes = layers.flatMap((layer) => {
    if (isMain(layer)) return [layer.pose.height];
    if (layer.type !== 'picture') return [];
    const crops = layer.keys?.map(({ crop }) => crop) ?? [layer.crop];
    return crops.filter(({ height }) => height > 0).map(({ height }) => layer.box.height / height);
  });
  return sizes.flatMap((size) => factors.map((factor) => size * factor));
}
