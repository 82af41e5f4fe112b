import type { Layer, LayerRole } from '../layer.ts';
import type { StyleMovement } from './style-movement.ts';
import type { Drift, TrackPart } from './moving-shot.ts';
import type { Keyframe } from './track.ts';

/** How layers of one role move: keys from `startSeconds` after the cut (or after the layer's turn in reading) on. */
export interface RoleTrack {
  startSeconds: number;
  keys: Keyframe[];
  drift?: Drift;
  pivot?: 'origin' | 'frame';
  clipFrom?: TrackPart['clipFrom'];
  sways?: boolean;
  isHiddenBefore?: boolean;
}

export interface RolePlace {
  isTall: boolean;
  isRightToLeft: boolean;
  /** How many layers of this role come before it; rings count from the outermost. */
  index: number;
  movement: StyleMovement;
  frame: { width: number; height: number };
  /** When the nearest words come. */
  wordsSeconds: number;
}

/** From nothing to its size, past it and back. */
const grows = (seconds: number): Keyframe[] => [
  { seconds: 0, k: 0.001 },
  { seconds, k: 1, ease: 'back' },
];

const pulse = (atSeconds: number): Keyframe[] => [
  { seconds: atSeconds, k: 1 },
  { seconds: atSeconds + 0.21, k: 1.1, ease: 'soft' },
  { seconds: atSeconds + 0.42, k: 1, ease: 'soft' },
];

/** Light is there; it does not come in. */
function isGlow(layer: Layer): boolean {
  return layer.type === 'shape' && layer.fill !== undefined && typeof layer.fill !== 'string';
}

function isFilled(layer: Layer): boolean {
  return layer.type === 'shape' && layer.fill !== undefined;
}

/** Cut paper throws a shadow: it is laid down, and lies. */
function isPaper(layer: Layer): boolean {
  return layer.type === 'shape' && layer.shadow !== undefined;
}

const paperTrack: RoleTrack = {
  startSeconds: -0.2,
  keys: [
    { seconds: 0, y: 0.12, k: 0.94 },
    { seconds: 0.8, y: 0, k: 1, ease: 'cubic' },
  ],
};

function isRule({ box }: Layer): boolean {
  return box.width > 6 * box.height;
}

/** A line round the frame. */
const lineFrameTrack: RoleTrack = {
  startSeconds: 0,
  keys: [
    { seconds: 0, k: 1.03, opacity: 0 },
    { seconds: 0.9, k: 1, opacity: 1, ease: 'cubic' },
  ],
  pivot: 'frame',
};

/** A rule is drawn in the direction of reading, with the words it belongs to. */
function ruleTrack({ isRightToLeft, wordsSeconds }: RolePlace): RoleTrack {
  return {
    startSeconds: wordsSeconds + 0.1,
    keys: [
      { seconds: 0, clip: 0 },
      { seconds: 0.5, clip: 1, ease: 'cubic' },
    ],
    clipFrom: isRightToLeft ? 'right' : 'left',
    isHiddenBefore: true,
  };
}

/** Above this z, ornaments belong to words; below it they float behind everything. */
const amongWordsZ = 2;

/** Ornaments: rules, marks beside words, and shapes that drift outwards behind all. What fills the frame stands. */
function decoTrack(layer: Layer, place: RolePlace): RoleTrack | null {
  const { index, wordsSeconds, frame } = place;
  const { box, z } = layer;
  if (box.width > frame.width * 0.6 && box.height > frame.height * 0.2) return null;
  if (isRule(layer)) return ruleTrack(place);
  if (z > amongWordsZ) return { startSeconds: wordsSeconds, keys: grows(0.3), isHiddenBefore: true };
  return {
    startSeconds: -0.05 + index * 0.05,
    keys: grows(0.4),
    drift: { degreesPerSecond: index % 2 === 1 ? 16 : -16, awayPerSecond: 0.03 },
  };
}

/**
 * Default keyframes of everything that is neither words nor product. Scenery begins before the cut, so that no shot
 * opens on an empty ground. Null: the layer stands still.
 */
export function sceneryTrack(layer: Layer, place: RolePlace): RoleTrack | null {
  const { index, isTall, isRightToLeft } = place;
  if (layer.type === 'texture' || isGlow(layer)) return null;
  const tracks: Partial<Record<LayerRole, () => RoleTrack | null>> = {
    field: () => ({
      startSeconds: -0.12,
      keys: [
        { seconds: 0, ...(isTall ? { y: 0.5 } : { x: isRightToLeft ? -0.5 : 0.5 }) },
        { seconds: 0.45, ease: 'out' },
      ],
    }),
    disc: () => ({ startSeconds: -0.1, keys: grows(0.45), drift: { kPerSecond: 0.015 } }),
    rings: () => ({
      startSeconds: -0.16 + index * 0.05,
      keys: grows(0.5),
      drift: { kPerSecond: 0.012 },
    }),
    blob: () =>
      isPaper(layer) ? paperTrack : { startSeconds: -0.16, keys: grows(0.5), drift: { degreesPerSecond: 9 } },
    dial: () => ({
      startSeconds: -0.1,
      keys: [
        { seconds: 0, k: 1.3 },
        { seconds: 0.6, k: 1, ease: 'out' },
      ],
      drift: { degreesPerSecond: 12 },
    }),
    rays: () => ({ startSeconds: 0, keys: [], drift: { degreesPerSecond: 7 } }),
    deco: () => decoTrack(layer, place),
    frame: () => (isFilled(layer) ? (isRule(layer) ? ruleTrack(place) : null) : lineFrameTrack),
    band: () => ({
      startSeconds: -0.07,
      keys: [
        { seconds: 0, ky: 0.001 },
        { seconds: 0.36, ky: 1, ease: 'settle' },
      ],
    }),
  };
  return tracks[layer.role]?.() ?? null;
}

/** A button: swept over, popped or drawn from the middle; then it pulses at these seconds after its own start. */
export function buttonTrack({ movement, isRightToLeft }: RolePlace, pulses: readonly number[]): RoleTrack {
  const [first = 0] = pulses;
  const late = Math.max(0, 0.75 - first);
  const tail = pulses.flatMap((seconds) => pulse(seconds + late));
  const side = isRightToLeft ? 'right' : 'left';
  if (movement.button === 'pop')
    return { startSeconds: 0, keys: [...grows(0.4), ...tail], isHiddenBefore: true };
  if (movement.button === 'sweep') {
    const keys: Keyframe[] = [{ seconds: 0, clip: 0 }, { seconds: 0.4, clip: 1, ease: 'out' }, ...tail];
    return { startSeconds: 0, keys, clipFrom: side, isHiddenBefore: true };
  }
  const keys: Keyframe[] = [
    { seconds: 0, clip: 0.04, opacity: 0 },
    { seconds: 0.67, clip: 1, opacity: 1, ease: 'soft' },
    ...tail,
  ];
  return { startSeconds: 0, keys, clipFrom: 'middle', isHiddenBefore: true };
}

/** Slapped on from 1.8 times its size; then it swings out. */
export const badgeTrack: RoleTrack = {
  startSeconds: 0,
  keys: [
    { seconds: 0, k: 1.8, rotationDegrees: 16, opacity: 0 },
    { seconds: 0.025, k: 1.78, rotationDegrees: 15.6, opacity: 1 },
    { seconds: 0.34, k: 1, rotationDegrees: 0, ease: 'slap' },
  ],
  sways: true,
  isHiddenBefore: true,
};

export const strikeTrack: RoleTrack = {
  startSeconds: 0.25,
  keys: [
    { seconds: 0, path: 0 },
    { seconds: 0.3, path: 1, ease: 'whip' },
  ],
  isHiddenBefore: true,
};

/** The chip of a call-out, after its dot and line. */
export const calloutLabelTrack: RoleTrack = {
  startSeconds: 0.24,
  keys: grows(0.3),
  isHiddenBefore: true,
};
