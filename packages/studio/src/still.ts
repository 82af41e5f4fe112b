import { runWorker } from './run-worker.ts';
import { stillRecipeSchema, type StillRecipe } from './recipe.ts';

export interface DrawStillOptions {
  recipe: StillRecipe;
  /** Ends in .jpg or .png. */
  outPath: string;
  signal?: AbortSignal;
}

export interface Still {
  path: string;
  width: number;
  height: number;
  /** What it was drawn from: store it, clips and other formats need it. */
  recipe: StillRecipe;
}

/** Draws one still in a child process (about 1 s at 1080p). The same recipe gives the same bytes on one machine. */
export async function drawStill({ recipe, outPath, signal }: DrawStillOptions): Promise<Still> {
  const checked = stillRecipeSchema.parse(recipe);
  const { width, height } = await runWorker('still', { recipe: checked, outPath }, { signal });
  return { path: outPath, width, height, recipe: checked };
}

export { planStills } from './plan-stills.ts';
