import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';
import type { Scene } from './scene.ts';
import { OVERSCAN } from './stage.ts';

/** A scene of one plain picture, filling the canvas with room to move: a smooth Ken Burns. */
export async function sceneFromPicture(imagePath: string, canvas: CanvasSize): Promise<Scene> {
  const picture = await loadImage(imagePath);
  const width = Math.ceil(canvas.width * (1 + (OVERSCAN - 1) * 0.75));
  const height = Math.ceil(canvas.height * (1 + (OVERSCAN - 1) * 0.75));
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  context.imageSmoothingQuality = 'high';
  const scale = Math.max(width / picture.width, height / picture.height);
  const drawn = { width: picture.width * scale, height: picture.height * scale };
  context.drawImage(
    picture,
    (width - drawn.width) / 2,
    (height - drawn.height) / 2,
    drawn.width,
    drawn.height,
  );
  const center = { x: canvas.width / 2, y: canvas.height / 2 };
  return {
    canvas,
    layers: [{ role: 'backdrop', image, x: center.x - width / 2, y: center.y - height / 2, depth: 1 }],
    pivot: center,
    horizonY: canvas.height * 0.6,
    baseY: canvas.height * 0.8,
    isStanding: false,
    isDark: false,
  };
}
