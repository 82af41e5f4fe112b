import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Picture } from '../../src/canvas.ts';

const photos = fileURLToPath(new URL('../../../../bench/studio/photos/', import.meta.url));

/** A sample product cut out with its exact mask, trimmed, as the studio would leave it. */
export async function cutOutSample(name: string): Promise<{ cutout: Picture; photo: Picture }> {
  const photo = await loadImage(`${photos}${name}.webp`);
  const mask = await loadImage(`${photos}${name}-alpha.webp`);
  const { width, height } = photo;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(mask, 0, 0, width, height);
  const alpha = context.getImageData(0, 0, width, height).data;
  context.drawImage(photo, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let i = 0; i < alpha.length; i += 4) {
    const value = alpha[i] ?? 0;
    pixels.data[i + 3] = value;
    if (value < 90) continue;
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  context.putImageData(pixels, 0, 0);
  const [trimmedWidth, trimmedHeight] = [box.right - box.left, box.bottom - box.top];
  const trimmed = createCanvas(trimmedWidth, trimmedHeight);
  trimmed.getContext('2d').drawImage(canvas, -box.left, -box.top);
  return { cutout: trimmed, photo };
}
