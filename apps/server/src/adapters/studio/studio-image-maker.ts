import { join } from 'node:path';
import { drawStill } from '@spotsmith/studio/still';
import { planStills } from '@spotsmith/studio/plan-stills';
import type { StillRecipe } from '@spotsmith/studio/recipe';
import type { ImageMaker, ImageRequest, LocalPhoto } from '#src/ports/makers.ts';
import { loadPrepared, storeStill } from './stored-recipe.ts';
import { STUDIO_TONES } from './studio-words.ts';
import { withStudioFaults } from './studio-faults.ts';

/** Draws stills from the product's own photo, or an honest draft without one. */
export const studioImageMaker: ImageMaker = {
  quote: () => ({ provider: 'studio', model: 'local-studio', maxMicros: 0, units: 1, unitName: 'image' }),

  async make(request, { outDir, signal }) {
    const photo = photoFor(request);
    const recipe = recipeFor(request, photo);
    const still = await withStudioFaults(signal, () =>
      drawStill({ recipe, outPath: join(outDir, 'still.png'), signal }),
    );
    return {
      path: still.path,
      mimeType: 'image/png',
      width: still.width,
      height: still.height,
      seconds: null,
      provider: 'studio',
      model: `local-studio/${still.recipe.family}`,
      recipe: storeStill(still.recipe, photo),
      actualMicros: 0,
      warnings: [],
    };
  },
};

/** Several photos take turns, so that each is seen. */
function photoFor({ photos, index }: ImageRequest): LocalPhoto | null {
  return photos.length === 0 ? null : (photos[index % photos.length] ?? null);
}

/**
 * The stills of an ad are planned as a set, so that no two are alike; this picks the one that is asked for. Drawing one
 * again takes one the first set does not have.
 */
function recipeFor(request: ImageRequest, photo: LocalPhoto | null): StillRecipe {
  const { brief, index, count, versionNumber, canvas, seed } = request;
  const place = index + (versionNumber - 1) * count;
  const prepared = photo && loadPrepared(photo);
  // The first set is planned from what all its pictures share: words of one picture would plan another set for it.
  const ownWords = versionNumber > 1 ? [request.prompt] : [];
  const plan = planStills({
    photo: prepared && { ...prepared, isConfident: photo?.usesCutout ?? false },
    brief: {
      productName: brief.product.name,
      category: brief.product.category,
      tone: STUDIO_TONES[brief.tone],
      prompt: [...ownWords, brief.product.description, ...request.styleKeywords].join('. '),
      palette: brief.palette,
    },
    views: brief.image_prompts.map(({ view }) => view),
    count: place + 1,
    canvas,
    seed,
  });
  const recipe = plan[place];
  if (recipe === undefined) throw new Error('The studio planned too few stills.');
  return recipe;
}
