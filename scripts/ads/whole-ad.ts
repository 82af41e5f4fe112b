import { writeBriefByRules } from '../../apps/server/src/domain/brief/write-brief-by-rules.ts';
import { writeStoryboard } from '../../apps/server/src/domain/copywriting/write-storyboard.ts';
import { moodOfWords } from '../../apps/server/src/domain/storyboard/mood-of-words.ts';
import { pictureShots } from '../../apps/server/src/domain/storyboard/picture-shots.ts';
import { understand } from '../../apps/server/src/domain/understanding/understand.ts';
import type { Brief } from '../../packages/contract/src/brief.ts';
import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import type { Film } from '../../packages/motion/src/film.ts';
import { makeFilm } from '../../packages/motion/src/film/make-film.ts';
import type { Pictures } from '../../packages/motion/src/paint/paint-cache.ts';
import { silhouetteOf } from '../../packages/motion/src/paint/product-sprites.ts';
import { measurePhoto, type PhotoFacts } from '../../packages/motion/src/stage/photo.ts';
import type { StagedProduct } from '../../packages/motion/src/stage/stage.ts';
import type { Storyboard, StyleId } from '../../packages/motion/src/storyboard.ts';
import { createTextMeasurer } from '../../packages/motion/src/text/text-measurer.ts';
import { createNodeSurface, nodeFonts } from '../../packages/motion/test/support/node-canvas.ts';
import type { BookProduct } from '../lookbook/draw-frame.ts';

export interface AdWish {
  product: BookProduct;
  prompt: string;
  canvas: CanvasSize;
  seconds: number;
  /** Null: as the product, its tone and its offer suggest. */
  style: StyleId | null;
  seed: number;
}

/** An ad as the server would design it from this photo and sentence, laid out on one canvas. */
export interface WholeAd {
  brief: Brief;
  storyboard: Storyboard;
  film: Film;
  pictures: Pictures;
  product: StagedProduct | null;
  photos: Record<string, PhotoFacts>;
}

export const measurer = createTextMeasurer(createNodeSurface, nodeFonts);

export function wholeAd({ product: book, prompt, canvas, seconds, style, seed }: AdWish): WholeAd {
  const settings = { photoCount: 1, brandColours: [], styleKeywords: [], numImages: 6, seed };
  const brief = writeBriefByRules({ prompt, ...settings });
  const form = { seconds, styleKeywords: [], seed, ...(style !== null && { style }) };
  const shown = { hasCutout: book.product !== null, photoIds: ['photo'], clipIds: [] };
  const mood = moodOfWords(understand(prompt).moods.join(', '));
  const storyboard = pictureShots({ ...writeStoryboard(brief, form), ...(mood && { mood }) }, shown);
  const withPhoto = storyboard.shots.filter(({ picture }) => picture.kind !== 'product');
  const facts = withPhoto.length > 0 ? measurePhoto(book.photo, createNodeSurface, book.mask) : null;
  const photos = Object.fromEntries(withPhoto.flatMap(({ id }) => (facts ? [[id, facts] as const] : [])));
  const product = book.product && {
    facts: book.product.facts,
    silhouette: silhouetteOf(book.product.cutout, createNodeSurface),
  };
  const pictures: Pictures = {
    ...Object.fromEntries(withPhoto.map(({ id }) => [id, book.photo])),
    picture: book.photo,
    ...(book.product && { product: book.product.cutout }),
  };
  const film = makeFilm({ storyboard, canvas, product, photos, measurer });
  return { brief, storyboard, film, pictures, product, photos };
}
