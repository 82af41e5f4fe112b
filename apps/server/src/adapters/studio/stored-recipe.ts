import { type PreparedPhoto, preparedPhotoSchema } from '@spotsmith/studio/prepared-photo';
import { type StillRecipe, stillRecipeSchema } from '@spotsmith/studio/recipe';
import { z } from 'zod';
import type { Json } from '#src/domain/asset.ts';
import type { LocalPhoto, LocalStill } from '#src/ports/makers.ts';

/** A prepared photo's files by the role under which they are stored. */
const PHOTO_ROLES = { normalizedPath: 'normalized', cutoutPath: 'cutout', maskPath: 'mask' } as const;

const StoredStill = z.object({ still: stillRecipeSchema, photo_id: z.string().nullable() });

/** The prepared photo as it is stored: plain JSON in which roles stand for paths. */
export function storePrepared(prepared: PreparedPhoto): {
  recipe: { isConfident: boolean; [key: string]: Json };
  files: Record<string, string>;
} {
  const files: Record<string, string> = {};
  const recipe = { ...prepared };
  for (const [field, role] of Object.entries(PHOTO_ROLES)) {
    const key = field as keyof typeof PHOTO_ROLES;
    const path = prepared[key];
    if (path === null) continue;
    files[role] = path;
    recipe[key] = role;
  }
  return {
    recipe: { ...(asJson(recipe) as Record<string, Json>), isConfident: prepared.isConfident },
    files,
  };
}

/** The prepared photo with the paths of this run, or null when the photo was never cut out. */
export function loadPrepared(photo: LocalPhoto): PreparedPhoto | null {
  const parsed = preparedPhotoSchema.safeParse(photo.preparation);
  if (!parsed.success) return null;
  const { data } = parsed;
  return {
    ...data,
    normalizedPath: photo.preparedPaths[PHOTO_ROLES.normalizedPath] ?? photo.path,
    cutoutPath: data.cutoutPath === null ? null : (photo.preparedPaths[PHOTO_ROLES.cutoutPath] ?? null),
    maskPath: data.maskPath === null ? null : (photo.preparedPaths[PHOTO_ROLES.maskPath] ?? null),
  };
}

/** A still's recipe as it is stored with the picture, bound to the photo it shows. */
export function storeStill(recipe: StillRecipe, photo: LocalPhoto | null): Json {
  const { subject } = recipe;
  const still: StillRecipe =
    subject.kind === 'illustration'
      ? recipe
      : { ...recipe, subject: { ...subject, path: roleOf(subject.kind) } };
  return asJson({ still, photo_id: photo?.id ?? null });
}

/**
 * The recipe of a stored still with the paths of this run. Null when the picture was not drawn by the studio or its
 * photo is gone: then the picture itself is all there is.
 */
export function loadStill(image: LocalStill, photos: readonly LocalPhoto[]): StillRecipe | null {
  const parsed = StoredStill.safeParse(image.recipe);
  if (!parsed.success) return null;
  const { still, photo_id: photoId } = parsed.data;
  if (still.subject.kind === 'illustration') return still;
  const photo = photos.find(({ id }) => id === photoId);
  const path = photo?.preparedPaths[roleOf(still.subject.kind)];
  return path === undefined ? null : { ...still, subject: { ...still.subject, path } };
}

function roleOf(kind: 'cutout' | 'photo'): string {
  return kind === 'cutout' ? PHOTO_ROLES.cutoutPath : PHOTO_ROLES.normalizedPath;
}

/** Everything the studio hands out is plain data; this says so to the compiler by way of a real copy. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
