import type { Canvas } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';
import type { OpenSubject } from '../product/open-subject.ts';
import type { ScenePalette } from '../recipe.ts';
import type { Random } from '../random.ts';
import type { Staging } from '../scene-families.ts';
import { smoothstep } from '../draw/noise.ts';
import { css, light, type Light } from '../color/light.ts';

/** Layers are this much larger than the canvas, so that the camera can move without showing their edges. */
export const OVERSCAN = 1.16;

/** What a scene family is given: the place, the product's place in it, the colours and its own random numbers. */
export interface Stage {
  canvas: CanvasSize;
  /** Size of the painted layers in pixels; the canvas lies in the middle of them. */
  width: number;
  height: number;
  /** The canvas's short side in pixels: the measure for everything that must look the same on every format. */
  unit: number;
  staging: Staging;
  /** What the still is asked to show: 'front', 'detail'… */
  view: string;
  /** The product's box in layer pixels; `baseY` is the lowest point it stands on. */
  product: { centerX: number; centerY: number; baseY: number; width: number; height: number };
  /** Where floor and wall meet, in layer pixels. */
  horizonY: number;
  /** Which side the light comes from: −1 left, 1 right. */
  lightSide: number;
  palette: ScenePalette;
  random: Random;
  seed: number;
  word: string | null;
}

/** How the product is lit and what it leaves on the floor or wall. */
export interface ProductLight {
  /** Strength of the modelling key light, 0–1. */
  key: number;
  /** Exposure of the product, 1 = as photographed. */
  exposure: number;
  /** Light along the edge away from the key; null = none. */
  rim: Light | null;
  /** Light of the surroundings, which spills onto the product's edges. */
  ambient: Light;
  /** Colour of its shadows as an sRGB triple, "r,g,b". */
  shadow: string;
  /** 0–1. */
  shadowStrength: number;
  /** Mirror image on the floor, 0–1, and how blurred it is, as a share of the product's height. */
  reflection: number;
  reflectionBlur: number;
  /** Waves that break the mirror image, as a share of the product's height; none when absent. */
  reflectionRipple?: number;
  /** A directed shadow on the floor: length as a share of the height, 0 = none. */
  castLength: number;
}

/** A small picture that drifts by itself: a light out of focus, a petal, a drop. */
export interface Sprite {
  image: Canvas;
  /** Centre in layer pixels. */
  x: number;
  y: number;
  /** 0 = infinitely far, 1 = at the product, more = nearer. */
  depth: number;
  /** Drift in units (short sides) per second, and where its slow sway starts (radians). */
  driftX: number;
  driftY: number;
  phase: number;
}

/** A painted scene without its product. Layers have the stage's size. */
export interface Scenery {
  backdrop: Canvas;
  /** The ground from the horizon down; null when there is none. `y` is its top in layer pixels. */
  floor: { image: Canvas; y: number } | null;
  /** What stands with the product: plinths, discs, words. */
  set: Canvas | null;
  /** Depth of the set when it does not stand with the product: a word on the wall. */
  setDepth?: number;
  /** True when the scenery already shows the subject itself, as the photo cards do. */
  showsSubject?: boolean;
  sprites: Sprite[];
  light: ProductLight;
  isDark: boolean;
}

export type PaintScenery = (stage: Stage, subject: OpenSubject) => Scenery;

/** The scene's main colour at a lightness (0–1) with a share of its full chroma. */
export function tone({ palette }: Stage, l: number, chroma: number, hueShift = 0): Light {
  return light(l, chroma * palette.colorfulness, shadedHue(palette.hue + hueShift, l));
}

export function toneCss({ palette }: Stage, l: number, chroma: number, alpha = 1, hueShift = 0): string {
  return css(l, chroma * palette.colorfulness, shadedHue(palette.hue + hueShift, l), alpha);
}

export function accent({ palette }: Stage, l: number, chroma: number): Light {
  return light(l, chroma * palette.accentColorfulness, shadedHue(palette.accentHue, l));
}

export function accentCss({ palette }: Stage, l: number, chroma: number, alpha = 1): string {
  return css(l, chroma * palette.accentColorfulness, shadedHue(palette.accentHue, l), alpha);
}

/** Yellow and the hue of its shade, in degrees (OKLCH): dark yellow is olive, so yellow turns to amber as it darkens. */
const YELLOW = { from: 66, full: 80, fullTo: 112, to: 132 };
const AMBER = 58;

function shadedHue(hue: number, l: number): number {
  const angle = ((hue % 360) + 360) % 360;
  const yellowness =
    smoothstep(YELLOW.from, YELLOW.full, angle) * (1 - smoothstep(YELLOW.fullTo, YELLOW.to, angle));
  return angle + (AMBER - angle) * yellowness * (1 - smoothstep(0.5, 0.9, l));
}
