import { BACKDROP_DEPTH, type Scene, type SceneLayer } from '../scenes/scene.ts';

/** Where the camera and the product are at one moment. All at rest: `REST`. */
export interface Camera {
  /** Magnification at the product, 1 = as composed. */
  zoom: number;
  /** Sideways and vertical travel, in canvas widths and heights, at the product. */
  x: number;
  y: number;
  /** Roll in radians. */
  roll: number;
  /** The product's own lift (share of the canvas height), roll (radians). */
  lift: number;
  productRoll: number;
  /** Place of the light band on the product, −0.3 to 1.3 across it; null = none. */
  sweep: number | null;
  /** Blur of what is behind, and of the product, 0–1. */
  softBackdrop: number;
  softProduct: number;
  /** Seconds since the clip began: moves what drifts by itself. */
  seconds: number;
}

export const REST: Camera = {
  zoom: 1,
  x: 0,
  y: 0,
  roll: 0,
  lift: 0,
  productRoll: 0,
  sweep: null,
  softBackdrop: 0,
  softProduct: 0,
  seconds: 0,
};

/** x' = a·x + c·y + e, y' = b·x + d·y + f: from a layer's own pixels to the canvas. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Where a layer appears for a camera: parallax by depth, floors sheared so that they stay under what stands on them. */
export function placeLayer(layer: SceneLayer, scene: Scene, camera: Camera): Matrix {
  if (layer.role === 'floor') return placeFloor(layer, scene, camera);
  const { width, height } = scene.canvas;
  const unit = Math.min(width, height);
  const zoom = 1 + (camera.zoom - 1) * layer.depth;
  const drift = driftOf(layer, camera.seconds);
  const x = layer.x + drift.x * unit - width / 2;
  const y = layer.y + drift.y * unit - height / 2;
  const moved: Matrix = [
    zoom,
    0,
    0,
    zoom,
    width / 2 + x * zoom + camera.x * width * layer.depth,
    height / 2 + y * zoom + camera.y * height * layer.depth,
  ];
  const rolled =
    camera.roll === 0 ? moved : rotate(moved, camera.roll * Math.min(1, layer.depth), width / 2, height / 2);
  return layer.role === 'product' || (layer.role === 'shadow' && !scene.isStanding)
    ? moveProduct(rolled, layer, scene, camera)
    : rolled;
}

function moveProduct(matrix: Matrix, layer: SceneLayer, scene: Scene, camera: Camera): Matrix {
  const share = layer.role === 'product' ? 1 : 0.35; // A wall shadow follows a floating product less than the product itself.
  const { x, y } = apply(matrix, scene.pivot.x - layer.x, scene.pivot.y - layer.y);
  const [a, b, c, d, e, f] = rotate(matrix, camera.productRoll * (layer.role === 'product' ? 1 : 0.7), x, y);
  return [a, b, c, d, e, f - camera.lift * scene.canvas.height * share];
}

/** A plane: its travel grows linearly from the wall's at the horizon to the product's at its foot, which is a shear. */
function placeFloor(layer: SceneLayer, scene: Scene, camera: Camera): Matrix {
  const { width, height } = scene.canvas;
  const { zoom } = camera;
  const perPixel = (1 - BACKDROP_DEPTH) / Math.max(1, scene.baseY - scene.horizonY);
  const depthAtTop = BACKDROP_DEPTH + (layer.y - scene.horizonY) * perPixel;
  const shearX = camera.x * width * perPixel;
  const stretchY = camera.y * height * perPixel;
  const e = width / 2 + (layer.x - width / 2) * zoom + camera.x * width * depthAtTop;
  const f = height / 2 + (layer.y - height / 2) * zoom + camera.y * height * depthAtTop;
  const matrix: Matrix = [zoom, 0, shearX, zoom + stretchY, e, f];
  return camera.roll === 0 ? matrix : rotate(matrix, camera.roll, width / 2, height / 2);
}

function driftOf({ drift }: SceneLayer, seconds: number): { x: number; y: number } {
  if (!drift) return { x: 0, y: 0 };
  const sway = Math.sin(seconds * 0.9 + drift.phase) - Math.sin(drift.phase);
  return { x: drift.x * seconds + sway * 0.004, y: drift.y * seconds + sway * 0.003 };
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The matrix followed by a turn about a canvas point. */
function rotate([a, b, c, d, e, f]: Matrix, angle: number, x: number, y: number): Matrix {
  if (angle === 0) return [a, b, c, d, e, f];
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [
    cos * a - sin * b,
    sin * a + cos * b,
    cos * c - sin * d,
    sin * c + cos * d,
    cos * (e - x) - sin * (f - y) + x,
    sin * (e - x) + cos * (f - y) + y,
  ];
}
