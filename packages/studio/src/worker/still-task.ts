import { writeFile } from 'node:fs/promises';
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
  const bytes = outPath.endsWith('.png') ? await canvas.encode('png') : await canvas.encode('jpeg', 93);
  await writeFile(outPath, bytes);
  return { width: canvas.width, height: canvas.height };
}
