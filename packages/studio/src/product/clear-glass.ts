import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { smoothstep } from '../draw/noise.ts';

/** How much of the scene shows through the clearest glass. */
const TRANSMISSION = 0.62;

/**
 * Clear glass shows the old backdrop, which is grey, even and bright. Such pixels inside the outline give way to the
 * scene; highlights, coloured liquid, print and dark caps stay solid.
 */
export function asClearGlass(product: Canvas): Canvas {
  const { width, height } = product;
  const { data } = product.getContext('2d').getImageData(0, 0, width, height);
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i]! / 255, data[i + 1]! / 255, data[i + 2]! / 255];
    const high = Math.max(r, g, b);
    const colorfulness = high - Math.min(r, g, b);
    const isGrey = 1 - smoothstep(0.06, 0.18, colorfulness);
    const isBright = smoothstep(0.38, 0.68, high) * (1 - smoothstep(0.93, 0.99, high));
    data[i + 3] = data[i + 3]! * (1 - TRANSMISSION * isGrey * isBright);
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}
