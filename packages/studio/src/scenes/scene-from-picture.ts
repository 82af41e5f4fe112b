import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';
import { blurred } from '../draw/blur.ts';
import type { PreparedPhoto } from '../prepared-photo.ts';
import { BACKDROP_DEPTH, type Scene, type SceneLayer } from './scene.ts';
import { OVERSCAN } from './stage.ts';

/** The picture is drawn this much larger than the canvas, so that the camera has room. */
const ROOM = 1 + (OVERSCAN - 1) * 0.75;

/**
 * A scene of one plain picture that fills the canvas. With a confident cut-out of the same picture its product moves
 * before its background (which is closed behind it); without one the picture moves as a whole.
 */
export async function sceneFromPicture(
  imagePath: string,
  canvas: CanvasSize,
  prepared?: PreparedPhoto,
): Promise<Scene> {
  const picture = await loadImage(imagePath);
  const width = Math.ceil(canvas.width * ROOM);
  const height = Math.ceil(canvas.height * ROOM);
  const scale = Math.max(width / picture.width, height / picture.height);
  const left = (width - picture.width * scale) / 2;
  const top = (height - picture.height * scale) / 2;
  const place = { x: (canvas.width - width) / 2, y: (canvas.height - height) / 2 };
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff'; // Clear pictures lie on white.
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, left, top, picture.width * scale, picture.height * scale);
  const cutout = prepared?.isConfident && prepared.cutoutPath && prepared.cutoutBox;
  const center = { x: canvas.width / 2, y: canvas.height / 2 };
  const scene = {
    canvas,
    horizonY: canvas.height * 0.6,
    baseY: canvas.height * 0.8,
    isStanding: false,
    isDark: false,
  };
  if (!cutout || !prepared.cutoutPath) {
    return { ...scene, pivot: center, layers: [{ role: 'backdrop', image, ...place, depth: 1 }] };
  }
  const perPixel = (picture.width * scale) / prepared.size.width;
  const box = {
    x: left + cutout.left * perPixel,
    y: top + cutout.top * perPixel,
    width: Math.round(cutout.width * perPixel),
    height: Math.round(cutout.height * perPixel),
  };
  const product = createCanvas(box.width, box.height);
  const ink = product.getContext('2d');
  ink.imageSmoothingQuality = 'high';
  ink.drawImage(await loadImage(prepared.cutoutPath), 0, 0, box.width, box.height);
  const layers: SceneLayer[] = [
    { role: 'backdrop', image: closedBehind(image, product, box), ...place, depth: (1 + BACKDROP_DEPTH) / 2 },
    { role: 'product', image: product, x: place.x + box.x, y: place.y + box.y, depth: 1 },
  ];
  const pivot = { x: place.x + box.x + box.width / 2, y: place.y + box.y + box.height / 2 };
  return { ...scene, pivot, layers };
}

/** The background with its product painted out by what surrounds it, in ever wider blurs; only a rim is ever seen. */
function closedBehind(image: Canvas, product: Canvas, box: { x: number; y: number }): Canvas {
  const { width, height } = image;
  const hole = createCanvas(width, height);
  const context = hole.getContext('2d');
  context.drawImage(image, 0, 0);
  context.globalCompositeOperation = 'destination-out';
  // A wider hole than the product, so that its colours do not bleed into the filling.
  context.drawImage(blurred(product, 3, 8), box.x - 8, box.y - 8);
  context.drawImage(product, box.x, box.y);
  const closed = createCanvas(width, height);
  const target = closed.getContext('2d');
  target.drawImage(image, 0, 0);
  for (const share of [0.2, 0.08, 0.03, 0.012]) {
    const spread = blurred(hole, Math.max(2, Math.min(width, height) * share));
    const filling = spread.getContext('2d');
    // Premultiplied blur fades where nothing is near: drawing it over itself makes it solid again.
    for (let pass = 0; pass < 3; pass += 1) filling.drawImage(spread, 0, 0);
    filling.globalCompositeOperation = 'destination-in';
    filling.drawImage(blurred(product, 4, 12), box.x - 12, box.y - 12);
    target.drawImage(spread, 0, 0);
  }
  return closed;
}
