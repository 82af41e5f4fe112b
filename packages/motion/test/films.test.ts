import { expect, test } from 'vitest';
import { createDrawing, drawFrame } from '../src/draw-frame.ts';
import { makeFilm } from '../src/film/make-film.ts';
import { readingTimes } from '../src/film/reading-time.ts';
import { soundEvents } from '../src/film/sound-events.ts';
import { createPaintCache } from '../src/paint/paint-cache.ts';
import { Storyboard } from '../src/storyboard.ts';
import { createTextMeasurer } from '../src/text/text-measurer.ts';
import { loadTestProduct, type TestProduct } from './support/lay-out-sample.ts';
import { createNodeSurface, nodeFonts } from './support/node-canvas.ts';
import { sampleFilms } from './support/sample-films.ts';
import { samples } from './support/samples.ts';

const measurer = createTextMeasurer(createNodeSurface, nodeFonts);

/** The cup has no exact mask among the photos: the serum stands in for its shape, the words are its own. */
async function productOf(sample: string): Promise<TestProduct> {
  const copy = samples[sample]?.copy;
  const product = await loadTestProduct(sample === 'cup' ? 'serum' : sample);
  return copy ? { ...product, copy } : product;
}

function filmOf(name: string, { copy, product }: TestProduct, canvasIndex = 0) {
  const film = sampleFilms[name];
  const canvas = film?.canvases[canvasIndex];
  if (!film || !canvas) throw new Error(`There is no film "${name}"`);
  const storyboard = Storyboard.parse({ ...film.storyboard, copy });
  return makeFilm({ storyboard, canvas, product, measurer });
}

for (const [name, { sample, canvases, storyboard }] of Object.entries(sampleFilms)) {
  test(`${name}: its words stand long enough to be read, and no shot is like the one before`, async () => {
    const product = await productOf(sample);
    canvases.forEach((_, index) => {
      const film = filmOf(name, product, index);
      const short = readingTimes(film).filter(({ seconds, neededSeconds }) => seconds < neededSeconds);
      expect(short).toEqual([]);
      expect(film.joins).toHaveLength(storyboard.shots.length - 1);
      const events = soundEvents(film).map(({ atSeconds }) => atSeconds);
      expect(events).toEqual([...events].sort((a, b) => a - b));
    });
    const { shots } = storyboard;
    for (const [index, shot] of shots.slice(1).entries()) {
      expect([shot.layout, shot.beats]).not.toEqual([shots[index]?.layout, shots[index]?.beats]);
    }
  });
}

test('a shot can be drawn before its cut and after its end, as joins overlap', async () => {
  const product = await loadTestProduct('shoe');
  const film = filmOf('bold-shoe', product);
  const cache = createPaintCache(createNodeSurface);
  const { context } = createNodeSurface(film.width, film.height);
  const drawing = createDrawing(film, { pictures: product.pictures, cache });
  for (const frame of [-15, 0, film.totalFrames - 1, film.totalFrames + 15]) {
    expect(() => drawFrame(context, drawing, frame)).not.toThrow();
  }
});

test('reduced motion shows every shot settled, from its first frame to its last', async () => {
  const product = await loadTestProduct('serum');
  const film = filmOf('playful-serum', product);
  const cache = createPaintCache(createNodeSurface);
  const surface = createNodeSurface(film.width, film.height);
  const drawing = createDrawing(film, { pictures: product.pictures, cache, isReduced: true });
  const pixels = (frame: number) => {
    drawFrame(surface.context, drawing, frame);
    return Buffer.from(surface.canvas.data());
  };
  const [shot] = film.shots;
  expect(pixels(0).equals(pixels((shot?.frames ?? 0) - 1))).toBe(true);
});

test('a figure counts to itself, and a price never does', async () => {
  const product = await loadTestProduct('shoe');
  const film = filmOf('bold-shoe', product);
  const counts = film.shots.flatMap(({ id, moving }) =>
    moving.parts.flatMap((part) => (part.type === 'words' && part.count ? [id] : [])),
  );
  expect(counts).toEqual(['figure']);

  const wish = sampleFilms['bold-shoe'];
  const shots = wish?.storyboard.shots.map((shot) => ({ ...shot, movement: { countFrom: 1 } })) ?? [];
  const storyboard = Storyboard.parse({
    ...wish?.storyboard,
    shots,
    copy: { ...product.copy, figure: '€119' },
  });
  const priced = makeFilm({
    storyboard,
    canvas: { width: 720, height: 1280 },
    product: product.product,
    measurer,
  });
  const parts = priced.shots.flatMap(({ moving }) => moving.parts);
  expect(parts.filter((part) => part.type === 'words' && part.count)).toEqual([]);
});
