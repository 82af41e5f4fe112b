// Contact sheets of whole ads, two frames a second, one PNG an ad:
// npm run gallery -- DIR [--out DIR] [--styles bold,luxury|all] [--canvases 16:9,9:16] [--seconds 15] [--only NAME] [--briefs 1]
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import { createDrawing, drawFrame } from '../../packages/motion/src/draw-frame.ts';
import { framesPerSecond } from '../../packages/motion/src/film.ts';
import { createPaintCache } from '../../packages/motion/src/paint/paint-cache.ts';
import { type StyleId, StyleId as StyleIdSchema, styleIds } from '../../packages/motion/src/storyboard.ts';
import { createNodeSurface } from '../../packages/motion/test/support/node-canvas.ts';
import { canvasesIn, loadSubjects } from './folder.ts';
import { wholeAd, type WholeAd } from './whole-ad.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    styles: { type: 'string', default: '' },
    canvases: { type: 'string', default: '16:9,9:16' },
    seconds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    briefs: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Say where the photos are: npm run gallery -- DIR');
const out = resolve(values.out ?? join(folder, 'gallery'));
/** Frames are drawn at half size: a sheet shows them smaller still. */
const SHARE = 0.5;
const STRIDE = framesPerSecond / 2;
const COLUMNS = { wide: 5, tall: 10 };
const TILE_WIDTH = { wide: 480, tall: 240 };
const GAP = 6;

const half = ({ width, height }: CanvasSize): CanvasSize => ({
  width: 2 * Math.round((width * SHARE) / 2),
  height: 2 * Math.round((height * SHARE) / 2),
});

const styles: (StyleId | null)[] =
  values.styles === ''
    ? [null]
    : values.styles === 'all'
      ? [...styleIds]
      : values.styles.split(',').map((style) => StyleIdSchema.parse(style));

function sheetOf({ film, pictures }: WholeAd): Buffer {
  const shape = film.width > film.height ? 'wide' : 'tall';
  const tile = {
    width: TILE_WIDTH[shape],
    height: Math.round((TILE_WIDTH[shape] * film.height) / film.width),
  };
  const frames = Array.from({ length: Math.ceil(film.totalFrames / STRIDE) }, (_, index) => index * STRIDE);
  const rows = Math.ceil(frames.length / COLUMNS[shape]);
  const { canvas: sheet } = createNodeSurface(
    COLUMNS[shape] * (tile.width + GAP) - GAP,
    rows * (tile.height + GAP) - GAP,
  );
  const context = sheet.getContext('2d');
  const surface = createNodeSurface(film.width, film.height);
  const drawing = createDrawing(film, { pictures, cache: createPaintCache(createNodeSurface) });
  for (const [index, frame] of frames.entries()) {
    drawFrame(surface.context, drawing, frame);
    const x = (index % COLUMNS[shape]) * (tile.width + GAP);
    const y = Math.floor(index / COLUMNS[shape]) * (tile.height + GAP);
    context.drawImage(surface.canvas, x, y, tile.width, tile.height);
  }
  return sheet.toBuffer('image/png');
}

await mkdir(out, { recursive: true });
for (const { product, briefs } of await loadSubjects(resolve(folder), new RegExp(values.only, 'u')))
  for (const { id, prompt } of briefs.slice(0, Number(values.briefs)))
    for (const style of styles)
      for (const [canvasName, canvas] of canvasesIn(values.canvases)) {
        const seed = Number(values.seed);
        const ad = wholeAd({
          product,
          prompt,
          canvas: half(canvas),
          seconds: Number(values.seconds),
          style,
          seed,
        });
        const name = [product.name, id, ad.storyboard.style, canvasName.replace(':', 'x')].join('-');
        await writeFile(join(out, `${name}.png`), sheetOf(ad));
        await writeFile(join(out, `${name}.json`), JSON.stringify(ad.storyboard, null, 1));
        console.log(`${name}.png`);
      }
