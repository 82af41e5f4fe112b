import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { placeLayer, type Camera } from '../motion/camera.ts';
import type { Scene } from '../scenes/scene.ts';

/** Photographs a scene: every layer, back to front, at full quality. */
export function paintScene(scene: Scene, camera: Camera): Canvas {
  const canvas = createCanvas(scene.canvas.width, scene.canvas.height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  for (const layer of scene.layers) {
    context.setTransform(...placeLayer(layer, scene, camera));
    context.drawImage(layer.image, 0, 0);
  }
  return canvas;
}
