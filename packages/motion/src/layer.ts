import type { EffectId } from './effects/effects.ts';
import type { EaseId } from './movement/eases.ts';
import type { Point } from './product.ts';
import type { FontFamilyId } from './text/fonts.ts';

/** Pixels of the frame. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One step of a path, as data, so that a layer can be stored, compared and drawn anywhere. */
export type PathStep =
  | ['move', x: number, y: number]
  | ['line', x: number, y: number]
  | ['quadratic', ax: number, ay: number, x: number, y: number]
  | ['cubic', ax: number, ay: number, bx: number, by: number, x: number, y: number]
  | ['rect', x: number, y: number, width: number, height: number]
  | ['round-rect', x: number, y: number, width: number, height: number, radius: number]
  | ['ellipse', x: number, y: number, radiusX: number, radiusY: number]
  | ['close'];
export type Path = readonly PathStep[];

/** Colours along a gradient: offset 0–1 and CSS colour. */
export type Stops = readonly (readonly [offset: number, color: string])[];

/** A colour, or colours along a line or from a point, in frame pixels (a text's: pixels of its block). */
export type Fill =
  | string
  | { type: 'linear'; from: Point; to: Point; stops: Stops }
  /** `squash` is the ellipse's height as a share of its width; a circle when absent. */
  | { type: 'radial'; at: Point; radius: number; squash?: number; stops: Stops };

export type Blend = 'multiply' | 'screen' | 'soft-light' | 'overlay';

/**
 * What a layer is for. Movement is chosen by it: a style's table has default keyframes for each role.
 * `ground`, `field`, `disc`, `rays`, `rings`, `blob`, `dial`, `deco`, `frame`, `panel`, `band` and `tile` are scenery;
 * `ticker` runs; `callout-*` follow a point of the product.
 */
export type LayerRole =
  | 'ground'
  | 'field'
  | 'disc'
  | 'rays'
  | 'rings'
  | 'blob'
  | 'dial'
  | 'deco'
  | 'frame'
  | 'panel'
  | 'band'
  | 'tile'
  | 'ticker'
  | 'picture'
  | 'product'
  | 'display'
  | 'figure'
  | 'quote'
  | 'support'
  | 'label'
  | 'button'
  | 'badge'
  | 'strike'
  | 'callout-dot'
  | 'callout-line'
  | 'callout-label'
  | 'effect';

interface LayerBase {
  /** Unique in its shot, stable over frames: caches are keyed by it. */
  id: string;
  role: LayerRole;
  /** Higher lies above; equal ones in their order. */
  z: number;
  box: Box;
  /** Centre of turning and growing; the box's middle when absent. */
  origin?: Point;
  /** The layer this one belongs to (a strike to its price). */
  of?: string;
  /** Which of the product's three anchors a call-out follows. */
  anchor?: number;
  opacity?: number;
  blend?: Blend;
  clip?: Path;
  /** Place among the shot's words in order of reading, from 0; scenery has none. */
  reading?: number;
}

/** A typeface as it is set: family from the fonts table, weight, width, tracking in em, line step in em. */
export interface Face {
  family: FontFamilyId;
  weight: number;
  /** CSS `font-stretch` keyword, for faces with a width axis. */
  stretch?: string;
  trackingEm: number;
  lineEm: number;
  /** Air between stacked rows, in em. */
  gapEm?: number;
  isCaps?: boolean;
}

/** A stretch of a line in one font and one direction. */
export interface SetRun {
  text: string;
  /** CSS `font-family` list; what it names is loaded. */
  cssFamilies: string;
  weight: number;
  stretch?: string;
  trackingEm: number;
  direction: 'ltr' | 'rtl';
  /** BCP 47; letters of one script differ between languages (Turkish i, Serbian italics). */
  language: string;
  /** Where it begins, in em from the line's origin. */
  x: number;
}

/** One line as set: baseline and left edge of its ink are relative to the block's top left. */
export interface TextRow {
  text: string;
  face: Face;
  runs: readonly SetRun[];
  sizePx: number;
  x: number;
  baseline: number;
  width: number;
  /** How far the ink begins left of where the text is set; negative when right of it. */
  inkLeft: number;
  ascent: number;
  descent: number;
}

export interface TextBlock {
  rows: readonly TextRow[];
  width: number;
  height: number;
  /** Height of a capital in the smallest row. */
  capPx: number;
  direction: 'ltr' | 'rtl';
  language: string;
}

/** How letters are built up beside their fill; lengths in em. */
export interface TextEffects {
  extrude?: {
    dx: number;
    dy: number;
    steps: number;
    colors: readonly string[];
    line?: number;
    lineColor?: string;
  };
  sticker?: { pad: number; color: string; drop?: string };
  /** The letters are only a line, not filled. */
  outline?: { width: number; color: string };
  /** Letters turned and shifted one by one, coloured in turn. */
  jumble?: { degrees: number; shift: number; colors: readonly string[] };
}

export interface TextLayer extends LayerBase {
  type: 'text';
  block: TextBlock;
  fill: Fill;
  rowFills?: readonly Fill[];
  effects: TextEffects;
  rotationDegrees?: number;
  /** Lies over or behind the product on purpose. */
  isMeantOver?: boolean;
  /** Small print of a page head, a numeral beside its line: its size is not checked. */
  isFolio?: boolean;
}

export interface ShapeLayer extends LayerBase {
  type: 'shape';
  path: Path;
  fill?: Fill;
  stroke?: { color: Fill; width: number; cap?: 'butt' | 'round' };
  rule?: 'nonzero' | 'evenodd';
  /** A soft shadow of the shape, as of cut paper. */
  shadow?: { color: string; blur: number; dx: number; dy: number };
}

/** Where a product stands: its centre and height in frame pixels. */
export interface Pose {
  x: number;
  y: number;
  height: number;
  rotationDegrees: number;
  isMirrored: boolean;
}

export type ShadowKind = 'none' | 'drop' | 'far' | 'contact' | 'cast' | 'reflect' | 'hard' | 'glow';

/** How a product meets its ground. */
export interface ProductShadow {
  kind: ShadowKind;
  color: string;
  /** Where a hard shadow falls, as shares of the product's longer side. */
  offset?: readonly [dx: number, dy: number];
  /** Towards which side a cast shadow falls: 1 right, -1 left. */
  side?: 1 | -1;
}

/** What is done to the product's own pixels; made once and reused. */
export interface Treatment {
  gamma?: number;
  contrast?: number;
  saturation?: number;
  duotone?: { dark: string; light: string; halftoneLines?: number };
  tint?: { color: string; amount: number };
  shade?: { degrees: number; amount: number; color: string };
}

export interface ProductLayer extends LayerBase {
  type: 'product';
  pose: Pose;
  treatment: Treatment | null;
  shadow: ProductShadow;
  /** A die-cut border; pad as a share of the product's shorter side. */
  sticker?: { pad: number; color: string; drop: string };
  /** Light along the edges: both when no side is named. */
  rim?: { color: string; width: number; side?: 'left' | 'right' };
  /** The ground's colour on the product, and as a thin line of light on its lit edge. */
  wrap?: { color: string; side: 'left' | 'right' };
  /** Words may lie on it and it may leave the frame: a pattern, a crop in a window. */
  isScenery?: boolean;
}

/** What is seen of a picture at a share of the shot. Two keys at one share are a cut. */
export interface CropKey {
  share: number;
  crop: Box;
  /** Leads to this key; linear when absent. */
  ease?: EaseId;
}

/** A photo, still or frame of a clip, shown through its clip path. */
export interface PictureLayer extends LayerBase {
  type: 'picture';
  /** Which of the shot's pictures. */
  source: string;
  /** Part of the picture that fills the box, as shares of it; beyond 0–1 its plain backdrop goes on. */
  crop: Box;
  /** The camera's way over the picture; without it, it comes slowly nearer. */
  keys?: readonly CropKey[];
  treatment: Treatment | null;
}

/** Surfaces that are computed, not drawn with paths: paper fibre, grain, halftone, leaf shadow, window light. */
export interface TextureLayer extends LayerBase {
  type: 'texture';
  texture: 'fibre' | 'grain' | 'leaves' | 'window-light';
  /** Light and shadow fall from the other side, or from below. */
  isMirrored?: boolean;
  isUpturned?: boolean;
  /** 0–1. */
  strength: number;
  seed: number;
}

/** Words that run along a strip, one unit after the other. Movement changes `offset`, in units. */
export interface TickerLayer extends LayerBase {
  type: 'ticker';
  unit: TextBlock;
  /** From the end of one unit to the beginning of the next; a star stands in the middle. */
  gap: number;
  offset: number;
  color: string;
  background: string;
  rotationDegrees: number;
}

/** A small scene that is drawn anew at every time: steam, rain, a scale. Its numbers and points are frame pixels. */
export interface EffectLayer extends LayerBase {
  type: 'effect';
  effect: EffectId;
  colors: readonly string[];
  numbers: Readonly<Record<string, number>>;
  points?: readonly Point[];
  /** Drawn as in a mirror of this width. */
  mirrorWidth?: number | undefined;
}

/** Layers that move as one: a button with its label and arrow, a badge. Turned about its origin. */
export interface GroupLayer extends LayerBase {
  type: 'group';
  layers: readonly Layer[];
  rotationDegrees: number;
}

export type Layer =
  | TextLayer
  | ShapeLayer
  | ProductLayer
  | PictureLayer
  | TextureLayer
  | TickerLayer
  | EffectLayer
  | GroupLayer;
