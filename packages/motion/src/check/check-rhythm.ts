import { distance, toOklch } from '../color/oklch.ts';
import type { Film, FilmShot } from '../film.ts';
import type { LaidOutShot } from '../lay-out-shot.ts';
import type { Box, Layer, ProductLayer, TextLayer } from '../layer.ts';
import { pathBox } from '../stage/paths.ts';
import type { Check } from './check-film.ts';

/** Longest time in which nothing happens, in seconds. */
const LONGEST_HOLD = 2.05;
/** Neighbours differ in so many of side, scale, ground and type. */
const DIFFERENCES = 2;
const OTHER = { side: 0.12, words: 0.16, scale: 1.25, ground: 0.05, cap: 1.3 };
/** In ads of at least so many shots one product is larger than the frame and one is small in it, as shares of its sides. */
const WHOLE_RANGE = { shots: 6, macro: 1.1, small: 0.65 };
/** Below this share of the height platforms lay their own buttons in 9:16. */
const PORTRAIT = { ratio: 1.6, foot: 0.85 };
/** Shots without words are this short, in seconds, and never stand side by side. */
const WORDLESS_MOST = 1.8;

/** Whether an ad keeps moving: holds, neighbours, range of scale, and what stays clear of words and of the foot. */
export function checkRhythm(film: Film, laidOut: readonly LaidOutShot[]): Check[] {
  const check = (name: string, wrong: readonly string[]): Check => ({
    check: name,
    holds: wrong.length === 0,
    detail: wrong.join(' | '),
  });
  const held = film.shots.map((shot) => ({ id: shot.layout, seconds: longestHold(shot) }));
  const alike = laidOut.slice(1).flatMap((shot, index) => {
    const before = laidOut[index];
    const differences = before ? differencesOf(before, shot) : [];
    const layout = film.shots[index + 1]?.layout ?? '';
    return differences.length < DIFFERENCES ? [`${layout}: ${differences.join(', ') || 'nothing'}`] : [];
  });
  const wordless = film.shots.map((shot) => !hasWords(shot));
  const silent = film.shots.filter(
    ({ moving }, index) =>
      wordless[index] === true && (moving.seconds > WORDLESS_MOST || wordless[index - 1] === true),
  );
  return [
    check(
      'no long hold',
      held
        .filter(({ seconds }) => seconds > LONGEST_HOLD)
        .map(({ id, seconds }) => `${id} ${seconds.toFixed(1)}`),
    ),
    check('neighbours differ in two', alike),
    check('macro and small', missingSizes(laidOut)),
    check('effects off words', laidOut.flatMap(effectsOnWords)),
    check('foot free', laidOut.flatMap(wordsAtFoot)),
    check(
      'wordless shots short',
      silent.map(({ id }) => id),
    ),
  ];
}

export const hasWords = ({ moving }: FilmShot) =>
  moving.parts.some(
    ({ type, role }) =>
      type === 'words' || role === 'display' || role === 'figure' || role === 'quote' || role === 'ticker',
  );

/** The longest time between two things that happen in a shot. What moves all the time is no hold. */
function longestHold({ moving }: FilmShot): number {
  const { parts, product, accents, seconds } = moving;
  const isAlive =
    product.keys.length > 2 ||
    parts.some(
      (part) => part.type === 'effect' || (part.type === 'picture' && part.layer.keys !== undefined),
    );
  if (isAlive) return 0;
  const starts = parts.flatMap((part) => ('startSeconds' in part ? [part.startSeconds] : []));
  const beats = accents.filter(({ kind }) => kind !== 'pulse').map(({ atSeconds }) => atSeconds);
  const cuts = product.keys.flatMap(({ seconds: at }) => (at === undefined ? [] : [at]));
  const events = [
    0,
    ...starts,
    ...beats,
    ...cuts,
    ...(product.reframe ? [product.reframe.atSeconds] : []),
    seconds,
  ]
    .filter((at) => at >= 0 && at <= seconds)
    .toSorted((a, b) => a - b);
  return Math.max(...events.slice(1).map((at, index) => at - (events[index] ?? 0)));
}

const mainOf = ({ layers }: LaidOutShot) =>
  layers.find((layer): layer is ProductLayer => layer.type === 'product' && layer.role === 'product');

const wordsOf = ({ layers }: LaidOutShot) =>
  layers.filter((layer): layer is TextLayer => layer.type === 'text');

/** How large the product is drawn, or how near the photo is seen when the shot begins. */
function scaleOf(shot: LaidOutShot): number {
  const product = mainOf(shot);
  if (product) return product.pose.height;
  const picture = shot.layers.find((layer) => layer.type === 'picture');
  return picture?.type === 'picture'
    ? picture.box.width / (picture.keys?.[0]?.crop ?? picture.crop).width
    : 1;
}

function middleOfWords(shot: LaidOutShot): readonly [number, number] | undefined {
  const boxes = wordsOf(shot).map(({ box }) => box);
  if (boxes.length === 0) return undefined;
  const middle = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    middle(boxes.map(({ x, width }) => x + width / 2)),
    middle(boxes.map(({ y, height }) => y + height / 2)),
  ];
}

function differencesOf(one: LaidOutShot, other: LaidOutShot): string[] {
  const [a, b] = [mainOf(one), mainOf(other)];
  const [caps, otherCaps] = [one, other].map((shot) =>
    Math.max(1, ...wordsOf(shot).map(({ block }) => block.capPx)),
  );
  const ratio = (x: number, y: number) => Math.max(x, y) / Math.min(x, y);
  const roles = (shot: LaidOutShot) =>
    [...new Set(wordsOf(shot).map(({ role }) => role))].toSorted().join(' ');
  const isOtherType = ratio(caps ?? 1, otherCaps ?? 1) > OTHER.cap || roles(one) !== roles(other);
  // A pattern, a photo or a clip beside a cut-out is another picture altogether.
  const isOtherPicture = (a === undefined) !== (b === undefined);
  const [words, otherWords] = [one, other].map((shot) => middleOfWords(shot));
  const hasMoved =
    (a !== undefined &&
      b !== undefined &&
      Math.hypot((a.pose.x - b.pose.x) / one.width, (a.pose.y - b.pose.y) / one.height) > OTHER.side) ||
    (words !== undefined &&
      otherWords !== undefined &&
      Math.hypot((words[0] - otherWords[0]) / one.width, (words[1] - otherWords[1]) / one.height) >
        OTHER.words);
  const isOtherSide = isOtherPicture || hasMoved || (words === undefined) !== (otherWords === undefined);
  const isOtherScale = isOtherPicture || ratio(scaleOf(one), scaleOf(other)) > OTHER.scale;
  const grounds = [one, other].map(({ colors }) => toOklch(colors.on.ground));
  const isOtherGround =
    distance(grounds[0] ?? { l: 0, c: 0, h: 0 }, grounds[1] ?? { l: 0, c: 0, h: 0 }) > OTHER.ground;
  return [
    ...(isOtherSide ? ['side'] : []),
    ...(isOtherScale ? ['scale'] : []),
    ...(isOtherGround ? ['ground'] : []),
    ...(isOtherType ? ['type'] : []),
  ];
}

/** Share of the frame's sides that a product takes, of the two the larger. */
const shareOf = ({ box }: ProductLayer, { width, height }: LaidOutShot) =>
  Math.max(box.width / width, box.height / height);

/** A photo is shown whole and near by its own camera; what is asked here is asked of cut-outs. */
function missingSizes(laidOut: readonly LaidOutShot[]): string[] {
  const sizes = laidOut.flatMap((shot) => {
    const product = mainOf(shot);
    const tile = shot.layers.find(({ role, type }) => role === 'tile' && type === 'product');
    return [
      ...(product ? [shareOf(product, shot)] : []),
      ...(tile?.type === 'product' ? [shareOf(tile, shot)] : []),
    ];
  });
  if (laidOut.length < WHOLE_RANGE.shots || sizes.length === 0) return [];
  return [
    ...(Math.max(...sizes) < WHOLE_RANGE.macro ? [`largest ${Math.max(...sizes).toFixed(2)}`] : []),
    ...(Math.min(...sizes) > WHOLE_RANGE.small ? [`smallest ${Math.min(...sizes).toFixed(2)}`] : []),
  ];
}

const meet = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const reachOf = ({ clip, box }: Layer): Box => (clip ? pathBox(clip) : box);

function effectsOnWords(shot: LaidOutShot): string[] {
  const effects = shot.layers.filter((layer) => layer.type === 'effect');
  return effects.flatMap((effect) =>
    effect.type === 'effect' && wordsOf(shot).some(({ box }) => meet(reachOf(effect), box))
      ? [effect.effect]
      : [],
  );
}

function wordsAtFoot({ layers, width, height }: LaidOutShot): string[] {
  if (height / width < PORTRAIT.ratio) return [];
  const isRead = ({ type, role }: Layer) =>
    type === 'text' || type === 'ticker' || role === 'button' || role === 'badge';
  return layers
    .filter((layer) => isRead(layer) && layer.box.y + layer.box.height > height * PORTRAIT.foot)
    .map(({ id, box }) => `${id} ${((box.y + box.height) / height).toFixed(2)}`);
}
