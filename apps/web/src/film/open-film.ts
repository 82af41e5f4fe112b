import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import { createDrawing, type Drawing } from '@spotsmith/motion/draw-frame';
import type { Film } from '@spotsmith/motion/film';
import { makeFilm } from '@spotsmith/motion/film/make-film';
import { createPaintCache, type Pictures } from '@spotsmith/motion/paint/paint-cache';
import type { ProductFacts } from '@spotsmith/motion/product';
import { measureSilhouette } from '@spotsmith/motion/stage/silhouette';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { createTextMeasurer } from '@spotsmith/motion/text/text-measurer';
import { createBrowserSurface } from './browser-canvas';
import { openBrowserFonts } from './browser-fonts';

/** What a film is made of, besides its storyboard: addresses of pictures that a canvas may read. */
export interface FilmPictures {
  cutoutUrl: string;
  facts: ProductFacts;
  /** Stills and photos by the id of their asset. */
  stills: Readonly<Record<string, string>>;
}

/** Pictures of an ad, decoded once; films of it are made anew with every keystroke. */
export interface FilmStudio {
  /** Lays a storyboard out. Quick: texts that were measured are not measured again. */
  open(storyboard: Storyboard, canvas: CanvasSize): Promise<{ film: Film; drawing: Drawing }>;
}

async function loadPicture(url: string): Promise<ImageBitmap> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('A picture of this ad did not load.');
  return createImageBitmap(await answer.blob());
}

/** Loads what all films of an ad share. Throws when a picture or a typeface cannot be loaded. */
export async function openFilmStudio({ cutoutUrl, facts, stills }: FilmPictures): Promise<FilmStudio> {
  const ids = Object.keys(stills);
  const [product, ...others] = await Promise.all([cutoutUrl, ...Object.values(stills)].map(loadPicture));
  if (!product) throw new Error('The product’s picture did not load.');
  const byAsset = new Map(ids.map((id, index) => [id, others[index]]));
  const silhouette = measureSilhouette(product, createBrowserSurface);
  const fonts = openBrowserFonts();
  const cache = createPaintCache(createBrowserSurface);
  let measurer = createTextMeasurer(createBrowserSurface, fonts);
  return {
    async open(storyboard, canvas) {
      const make = () => makeFilm({ storyboard, canvas, product: { facts, silhouette }, measurer });
      let film = make();
      // First the lists of subsets come, then the subsets: what was measured without them is measured again.
      while (await fonts.settled()) {
        measurer = createTextMeasurer(createBrowserSurface, fonts);
        film = make();
      }
      const pictures: Pictures = { product };
      for (const { id, picture } of storyboard.shots) {
        const shown = picture.kind === 'product' ? undefined : byAsset.get(picture.assetId);
        if (shown) pictures[id] = shown;
      }
      return { film, drawing: createDrawing(film, { pictures, cache }) };
    },
  };
}
