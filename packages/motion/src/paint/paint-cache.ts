import type { CreateSurface, Picture, Surface } from '../canvas.ts';

/**
 * What is drawn once and used in many frames: product sprites, shadows, textures, built-up letters. One for each film
 * or preview; drop it to free its memory.
 */
export interface PaintCache {
  readonly createSurface: CreateSurface;
  /** The surface under a key; `owner` is what it was drawn from, and keeps it alive. */
  surface(owner: object, key: string, draw: () => Surface): Surface;
}

/** Owner of what belongs to no layer or picture. */
export const shared: object = {};

/** An empty cache that draws on these canvases. */
export function createPaintCache(createSurface: CreateSurface): PaintCache {
  const byOwner = new WeakMap<object, Map<string, Surface>>();
  return {
    createSurface,
    surface(owner, key, draw) {
      const known = byOwner.get(owner) ?? new Map<string, Surface>();
      byOwner.set(owner, known);
      const found = known.get(key);
      if (found) return found;
      const surface = draw();
      known.set(key, surface);
      return surface;
    },
  };
}

/** A transparent surface of at least one pixel each way. */
export const newSurface = ({ createSurface }: PaintCache, width: number, height: number): Surface =>
  createSurface(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));

/** What layers of a shot show: the cut-out, and its photos, stills or frames of clips by source. */
export interface Pictures {
  product?: Picture;
  [source: string]: Picture | undefined;
}
