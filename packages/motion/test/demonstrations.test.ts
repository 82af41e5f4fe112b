import { beforeAll, describe, expect, test } from 'vitest';
import { checkContrast } from '../src/check/check-contrast.ts';
import { checkLayout } from '../src/check/check-layout.ts';
import { createDrawing, drawFrame } from '../src/draw-frame.ts';
import { makeFilm } from '../src/film/make-film.ts';
import { createPaintCache } from '../src/paint/paint-cache.ts';
import { Demonstration, Storyboard, type StyleId, styleIds } from '../src/storyboard.ts';
import { createTextMeasurer } from '../src/text/text-measurer.ts';
import { canvases, layOutSample, loadTestProduct, type TestProduct } from './support/lay-out-sample.ts';
import { createNodeSurface, nodeFonts } from './support/node-canvas.ts';

const scenes = Demonstration.shape.scene.options;
const cache = createPaintCache(createNodeSurface);
let products: TestProduct[];

beforeAll(async () => {
  products = await Promise.all(['shoe', 'watch', 'serum', 'headphones'].map(loadTestProduct));
});

describe.each(styleIds)('in the style %s', (style: StyleId) => {
  test('the words of every demonstration stay off the product, keep their margins and read well', () => {
    const found = scenes.flatMap((scene, i) =>
      Object.entries(canvases).flatMap(([canvas, size], j) => {
        const product = products[(i + j) % products.length] as TestProduct;
        const shot = layOutSample(product, style, 'demonstration', size, {
          shot: { layout: 'demonstration', role: 'benefit', copy: {}, demonstration: { scene, share: 0.8 } },
        });
        return [
          ...checkLayout(shot, product.pictures, createNodeSurface),
          ...checkContrast(shot, product.pictures, cache, createNodeSurface),
        ].map(
          ({ kind, words, detail }) => `${scene} ${canvas} ${product.name}: ${kind} “${words}” ${detail}`,
        );
      }),
    );
    expect(found).toEqual([]);
  });
});

test('any frame of a demonstration drawn alone is the frame drawn in order', () => {
  const { product, pictures, copy } = products[0] as TestProduct;
  const storyboard = Storyboard.parse({
    version: 1,
    language: 'en',
    style: 'bold',
    tempoBpm: 128,
    seed: 3,
    copy,
    shots: scenes.map((scene) => ({
      id: scene,
      role: 'benefit',
      layout: 'demonstration',
      beats: 3,
      join: { type: 'cut' },
      demonstration: { scene },
    })),
  });
  const canvas = { width: 180, height: 320 };
  const measurer = createTextMeasurer(createNodeSurface, nodeFonts);
  const film = makeFilm({ storyboard, canvas, product, measurer });
  const draw = (frames: readonly number[]) => {
    const surface = createNodeSurface(canvas.width, canvas.height);
    const drawing = createDrawing(film, { pictures, cache: createPaintCache(createNodeSurface) });
    for (const frame of frames) drawFrame(surface.context, drawing, frame);
    return Buffer.from(surface.canvas.data());
  };
  for (const { startFrame } of film.shots) {
    const frame = startFrame + 24;
    expect(draw([frame]).equals(draw([startFrame + 4, startFrame + 15, frame]))).toBe(true);
  }
});
