import { writeFile } from 'node:fs/promises';
import type { Canvas } from '@napi-rs/canvas';
import { paintScene } from '../draw/paint-scene.ts';
import { REST } from '../motion/camera.ts';
import type { StillRecipe } from '../recipe.ts';
import { buildScene } from '../scenes/build-scene.ts';

export interface StillJob {
  recipe: StillRecipe;
  outPath: string;
}

/** See `drawStill`. */
export async function stillTask({ recipe, outPath }: StillJob): Promise<{ width: number; height: number }> {
  const canvas = paintScene(await buildScene(recipe), REST);
  await writeFile(
    outPath,
    outPath.endsWith('.png') ? await encodePng(canvas) : await canvas.encode('jpeg', 93),
  );
  return { width: canvas.width, height: canvas.height };
}

/** Stills are opaque. At level 3 sharp needs a third of the canvas's own time, for as many bytes. */
async function encodePng(canvas: Canvas): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width, height } = canvas;
  return sharp(canvas.data(), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 3, adaptiveFiltering: true })
    .toBuffer();
}
