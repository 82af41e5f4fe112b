import { luminance, oklch, withAlpha } from '../color/oklch.ts';
import type { Box, Path, PictureLayer } from '../layer.ts';
import type { PhotoFacts } from './photo.ts';
import { type CameraMove, cameraKeys } from './photo-camera.ts';
import { luminanceUnder, type PhotoPlace, type QuietSide } from './place-photo.ts';
import { addShape, nextId, type Stage, standOn } from './stage.ts';

export interface PhotoOptions {
  clip?: Path;
  /** What the camera does, and the detail it begins at; what moves by itself is left alone. */
  move?: CameraMove;
  firstSpot?: number;
}

/** Adds the shot's picture, seen through a box. */
export function addPhoto(
  stage: Stage,
  box: Box,
  place: Pick<PhotoPlace, 'seen'>,
  { clip, move, firstSpot }: PhotoOptions = {},
): PictureLayer {
  const { photo } = stage;
  const keys =
    move && photo && photo.isMoving !== true ? cameraKeys(photo, box, place, move, firstSpot) : null;
  const layer: PictureLayer = {
    type: 'picture',
    id: nextId(stage, 'picture'),
    role: 'picture',
    z: 0.2,
    box,
    source: 'picture',
    crop: place.seen,
    treatment: null,
    ...(keys ? { keys } : {}),
    ...(clip ? { clip } : {}),
  };
  stage.layers.push(layer);
  return layer;
}

/** Contrast that words on a photo get from their gradient, at the worst twentieth of what is behind them. */
const WANTED_CONTRAST = 5.6;
const GRADIENT_STEP = 0.02;
const STRONGEST = 0.96;
/** What the ink is chosen for, on light and on dark pictures. */
const LIGHT = '#f4f4f2';
const DARK = '#1a1a1c';
/** Share of the frame over which the gradient fades beyond the words. */
const FADE = 0.24;

/** Least alpha of a colour over a luminance at which an ink reads. Canvases mix encoded values, not light. */
export function gradientStrength(worst: number, color: string, ink: string): number {
  let strength = 0;
  const [behind, over] = [worst, luminance(color)].map((y) => y ** (1 / 2.2)) as [number, number];
  const inkLuminance = luminance(ink);
  const contrastAt = (share: number) => {
    const y = (behind + (over - behind) * share) ** 2.2;
    return (Math.max(y, inkLuminance) + 0.05) / (Math.min(y, inkLuminance) + 0.05);
  };
  while (strength < STRONGEST && contrastAt(strength) < WANTED_CONTRAST) strength += GRADIENT_STEP;
  return strength;
}

/** Dark or light ink for words on a photo, by what is under them. */
export function standOnPhoto(stage: Stage, facts: PhotoFacts, { place, words }: QuietSide): void {
  const [, mid] = luminanceUnder(facts, place, words);
  const isLight = stage.mood !== 'dark' && stage.style.composition.darkensPictures !== true && mid > 0.3;
  standOn(stage, isLight ? LIGHT : DARK);
  // What is behind differs from place to place: all words take the full ink.
  const { ink } = stage.on;
  stage.on = { ...stage.on, secondary: ink, highlight: ink, smallHighlight: ink };
}

/** How far words reach from the gradient's edge, in pixels. */
function reachOf({ width, height }: Stage, side: QuietSide['side'], boxes: readonly Box[]): number {
  const ends = boxes.map((box) => {
    switch (side) {
      case 'left':
        return box.x + box.width;
      case 'right':
        return width - box.x;
      case 'top':
        return box.y + box.height;
      case 'bottom':
        return height - box.y;
      case 'none':
        return 0;
    }
  });
  return Math.max(0, ...ends);
}

/**
 * A gradient under words that have been placed on a photo: only as strong as the worst of what is behind each of them
 * needs, and only as far as they reach.
 */
export function addScrim(
  stage: Stage,
  facts: PhotoFacts,
  { side, place }: QuietSide,
  boxes: readonly Box[],
): void {
  const { width, height, isTall, short, product, on } = stage;
  const color = on.isLight ? '#ffffff' : oklch(0.14, 0.03, product.facts.signature.h);
  const strength = Math.max(
    0,
    ...boxes.map((box) => {
      const [low, , high] = luminanceUnder(facts, place, box);
      return gradientStrength(on.isLight ? low : high, color, on.ink);
    }),
  );
  if (strength === 0) return;
  const length = isTall ? height : width;
  const solid = reachOf(stage, side, boxes) + short * 0.02;
  const end = solid + length * FADE;
  const isFar = side === 'right' || side === 'bottom';
  const [from, to] = isFar ? [length, length - end] : [0, end];
  addShape(stage, 'field', [['rect', 0, 0, width, height]], {
    fill: {
      type: 'linear',
      from: isTall ? [0, from] : [from, 0],
      to: isTall ? [0, to] : [to, 0],
      stops: [
        [0, withAlpha(color, Math.min(0.98, strength * 1.04))],
        [solid / end, withAlpha(color, strength)],
        [1, withAlpha(color, 0)],
      ],
    },
    z: 0.4,
  });
}
