import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { FALLBACK_ICON, ILLUSTRATIONS } from './illustrations.ts';

const SIZE = 1200;

/** Draws an illustration large, turned as a product would stand, trimmed to its outline. */
export async function drawIllustration(icon: string): Promise<Canvas> {
  const found = ILLUSTRATIONS.find((candidate) => candidate.icon === icon);
  const file = new URL(`../../assets/illustrations/${found?.icon ?? FALLBACK_ICON}.svg`, import.meta.url);
  const png = await sharp(await readFile(file), { density: (72 * SIZE) / 32 })
    .rotate(found?.turn ?? 0, { background: '#0000' })
    .trim({ background: '#0000', threshold: 8 })
    .png()
    .toBuffer();
  const picture = await loadImage(png);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas;
}
