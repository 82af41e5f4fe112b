import type {
  Box,
  EffectLayer,
  Layer,
  LayerRole,
  PictureLayer,
  Pose,
  ProductLayer,
  TextLayer,
  TextureLayer,
  TickerLayer,
} from '../layer.ts';
import type { Point } from '../product.ts';
import type { Accent } from './accents.ts';
import type { EaseId } from './eases.ts';
import type { LightSweep, ProductEntrance, WordMove } from './style-movement.ts';
import type { Keyframe } from './track.ts';

/** What goes on for as long as a shot is held, from the part's start on; nothing swings. */
export interface Drift {
  kPerSecond?: number;
  degreesPerSecond?: number;
  /** Pixels. */
  xPerSecond?: number;
  /** Share of the way from the frame's middle to the part. */
  awayPerSecond?: number;
}

interface PartBase {
  /** Unique in the shot, stable over frames: caches are keyed by it. */
  id: string;
  role: LayerRole;
  z: number;
}

/** Layers that never change, painted once; with `isLive` each frame, because they blend with what is below. */
export interface StillPart extends PartBase {
  type: 'still';
  layers: Layer[];
  isLive: boolean;
}

/** Layers that move as one along keyframes, then drift: scenery, buttons, badges, chips, strikes. */
export interface TrackPart extends PartBase {
  type: 'track';
  layers: Layer[];
  /** Where the layers lie at rest, all together. */
  box: Box;
  /** Centre of turning and growing. */
  pivot: Point;
  startSeconds: number;
  keys: Keyframe[];
  drift: Drift;
  /** Nothing is seen before the start. */
  isHiddenBefore: boolean;
  /** Uncovered from the left, or from the middle to both sides. */
  clipFrom?: 'left' | 'right' | 'middle';
  /** Swings after it has been slapped on. */
  sways?: boolean;
}

export interface WordsPart extends PartBase {
  type: 'words';
  layer: TextLayer;
  startSeconds: number;
  move: WordMove;
  /** The figure counts up to itself from here; prices never do. */
  count: { from: number; seconds: number } | null;
}

export interface ProductPart extends PartBase {
  type: 'product';
  layer: ProductLayer;
  isMain: boolean;
}

/** A photo, still or clip in its window; it grows slowly inside. */
export interface PicturePart extends PartBase {
  type: 'picture';
  layer: PictureLayer;
}

/** A dot or line that stays on a point of the moving product. */
export interface CalloutPart extends PartBase {
  type: 'callout';
  layer: Layer;
  anchor: number;
  startSeconds: number;
}

/** Words that run along their strip. */
export interface TickerPart extends PartBase {
  type: 'ticker';
  layer: TickerLayer;
}

/** A small scene, drawn anew each frame. */
export interface EffectPart extends PartBase {
  type: 'effect';
  layer: EffectLayer;
}

export type Part =
  | StillPart
  | TrackPart
  | WordsPart
  | ProductPart
  | PicturePart
  | CalloutPart
  | TickerPart
  | EffectPart;

/** From this time on, within so many seconds, the product is `k` times as large. */
export interface Reframe {
  atSeconds: number;
  seconds: number;
  k: number;
  ease: EaseId;
}

/** A shot as data: what is drawn at any time of it follows from this and its pictures alone. */
export interface MovingShot {
  width: number;
  height: number;
  seconds: number;
  beatSeconds: number;
  /** From the lowest to the highest. */
  parts: Part[];
  /** Lies over everything and does not move with it. */
  grain: TextureLayer | null;
  product: {
    /** Width of the cut-out by its height. */
    aspect: number;
    /** Mean lightness of the cut-out, 0–1. */
    lightness: number;
    /** What it is held about, as shares of the cut-out. */
    focus: Point;
    /** Where it grows from instead, in the frame: its edge towards the words, which it must not run into. */
    pivot: Point | null;
    anchors: readonly Point[];
    /** Where the main product stands at rest; null when the shot shows none. */
    pose: Pose | null;
    enter: ProductEntrance | null;
    /** Seconds from the cut. */
    keys: Keyframe[];
    pushPerSecond: number;
    /** In the middle of a long hold the product comes nearer at once; null in short shots and on a way of its own. */
    reframe: Reframe | null;
    sweep: LightSweep | null;
    /** After a match cut: where the product stood at the end of the shot before. */
    from: Pose | null;
  };
  /** What happens on the beats when all words stand. */
  accents: readonly Accent[];
  cameraPerSecond: number;
  groundPerSecond: number;
  /** Words leave from here on. */
  exit: { startSeconds: number; seconds: number } | null;
  /** When the button asks once more. */
  pulseSeconds: number;
  /** From here on all words stand. */
  settledSeconds: number;
  /** Colour of the cursor of typed words. */
  highlight: string;
}
