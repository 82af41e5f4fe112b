import { z } from 'zod';
import { SCENE_FAMILY_IDS } from './scene-families.ts';

const canvasSchema = z.object({
  width: z.number().int().min(64).max(3840),
  height: z.number().int().min(64).max(3840),
});

const cutoutSchema = z.object({
  kind: z.literal('cutout'),
  path: z.string(),
  size: z.object({ width: z.number(), height: z.number() }),
  floorLine: z.array(z.number()),
  viewpoint: z.enum(['eye-level', 'top-down']),
  /** Mean OKLab lightness of the product, 0–1: decides how hard it is lit. */
  lightness: z.number(),
  /** True when the brief calls the product glass or clear: some of the scene shows through. */
  isClear: z.boolean(),
});
const wholePhotoSchema = z.object({
  kind: z.literal('photo'),
  path: z.string(),
  size: z.object({ width: z.number(), height: z.number() }),
});
const illustrationSchema = z.object({ kind: z.literal('illustration'), icon: z.string() });

export const scenePaletteSchema = z.object({
  /** Hue of the backdrop in degrees (OKLCH) and how colourful it is: 0 = grey, 1 = full. */
  hue: z.number(),
  colorfulness: z.number(),
  accentHue: z.number(),
  accentColorfulness: z.number(),
});
export type ScenePalette = z.infer<typeof scenePaletteSchema>;

export const stillRecipeSchema = z.object({
  version: z.literal(1),
  family: z.enum(SCENE_FAMILY_IDS),
  view: z.string(),
  seed: z.number().int(),
  canvas: canvasSchema,
  subject: z.discriminatedUnion('kind', [cutoutSchema, wholePhotoSchema, illustrationSchema]),
  palette: scenePaletteSchema,
  /** One word set large around the product, or null. */
  word: z.string().nullable(),
  /** Set across a corner when the picture does not show the real product. */
  label: z.string().nullable(),
});

/**
 * Everything a still is drawn from: small JSON, to be stored with the asset. Change `canvas` and draw it again to
 * recompose it for another format; give it to `renderClip` to move its own layers.
 */
export type StillRecipe = z.infer<typeof stillRecipeSchema>;
export type Subject = StillRecipe['subject'];
