import type { Point } from './product.ts';

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

/** A colour, or colours along a line or from a point; stops are spread as given, 0–1. */
export type Fill =
  | string
  | { type: 'linear'; from: Point; to: Point; stops: readonly (readonly [offset: number, color: string])[] }
  | {
      type: 'radial';
      at: Point;
      radius: number;
      stops: readonly (readonly [offset: number, color: string])[];
    };

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
  | 'callout-label';

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
  clip?: Path;
}

/** A typeface as it is set: family from the fonts table, weight, width, tracking in em, line step in em. */
export interface Face {
  family: string;
  weight: number;
  italic?: boolean;
  /** CSS `font-stretch` keyword, for faces with a width axis. */
  stretch?: string;
  trackingEm: number;
  lineEm: number;
  /** Air between stacked rows, in em. */
  gapEm?: number;
  isCaps?: boolean;
}

/** One line as set: baseline and left edge of its ink are relative to the block's top left. */
export interface TextRow {
  text: string;
  face: Face;
  sizePx: number;
  x: number;
  baseline: number;
  width: number;
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
  outline?: { width: number; color: string };
  glow?: { radius: number; color: string };
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
  /** Lies over the product on purpose. */
  isMeantOver?: boolean;
}

export interface ShapeLayer extends LayerBase {
  type: 'shape';
  path: Path;
  fill?: Fill;
  stroke?: { color: string; width: number; cap?: 'butt' | 'round'; dash?: readonly number[] };
  rule?: 'nonzero' | 'evenodd';
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
  shadow: { kind: ShadowKind; color: string; strength: number };
  sticker?: { pad: number; color: string; drop: string };
  rim?: { color: string; width: number };
}

/** A photo, still or frame of a clip, shown through its clip path. */
export interface PictureLayer extends LayerBase {
  type: 'picture';
  /** Which of the shot's pictures. */
  source: string;
  /** Part of the picture that fills the box, as shares of it. */
  crop: Box;
  treatment: Treatment | null;
}

/** Surfaces that are computed, not drawn with paths: paper fibre, grain, halftone, leaf shadow, window light. */
export interface TextureLayer extends LayerBase {
  type: 'texture';
  texture: 'fibre' | 'grain' | 'halftone' | 'leaves' | 'window-light' | 'grid';
  color: string;
  strength: number;
  seed: number;
}

export type Layer = TextLayer | ShapeLayer | ProductLayer | PictureLayer | TextureLayer;
