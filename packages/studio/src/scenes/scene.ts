import type { Canvas } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';

/** One picture in a scene, at rest. Coordinates are canvas pixels and may lie outside the canvas. */
export interface SceneLayer {
  role: 'backdrop' | 'floor' | 'set' | 'shadow' | 'product' | 'sprite';
  image: Canvas;
  x: number;
  y: number;
  /** How far it follows the camera: 0 = infinitely far, 1 = with the product, more = nearer. */
  depth: number;
  /** Only sprites: drift in units per second and the start of their sway. */
  drift?: { x: number; y: number; phase: number };
}

/** A scene ready to be photographed or filmed, back to front. */
export interface Scene {
  canvas: CanvasSize;
  layers: SceneLayer[];
  /** The point the product turns and floats about. */
  pivot: { x: number; y: number };
  /** The horizon and the line the product stands on: the floor's parallax runs between their depths. */
  horizonY: number;
  baseY: number;
  isStanding: boolean;
  isDark: boolean;
}

/** Depths of the fixed layers. */
export const BACKDROP_DEPTH = 0.55;
export const SET_DEPTH = 1;
