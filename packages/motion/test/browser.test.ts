import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanvasSize } from '../src/canvas-size.ts';
import type { Face } from '../src/layer.ts';
import type { LaidOutShot } from '../src/lay-out-shot.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { createPaintCache } from '../src/paint/paint-cache.ts';
import { paintShot } from '../src/paint/paint-layer.ts';
import type { LayoutId, StyleId } from '../src/storyboard.ts';
import { styles } from '../src/styles/styles.ts';
import { fitText } from '../src/text/fit-text.ts';
import { createTextMeasurer } from '../src/text/text-measurer.ts';
import { layOutSample, loadTestProduct, type TestProduct } from './support/lay-out-sample.ts';
import { createNodeSurface, nodeFonts, usedFonts } from './support/node-canvas.ts';
import { fileUrl, openMotionPage } from './support/open-chromium.ts';
import { lumaOf, ssim } from './support/ssim.ts';

/** Canvases at a third of their size: what differs between two rasterisers shows most in small type. */
const small: readonly CanvasSize[] = [
  { width: 640, height: 360 },
  { width: 360, height: 640 },
  { width: 360, height: 360 },
  { width: 360, height: 450 },
];
const LEAST_SSIM = 0.995;

let browser: Browser;
let page: Page;
let products: TestProduct[];

beforeAll(async () => {
  products = await Promise.all(['shoe', 'watch', 'serum', 'headphones'].map(loadTestProduct));
  ({ browser, page } = await openMotionPage());
});

afterAll(() => browser?.close());

interface Sample {
  title: string;
  shot: LaidOutShot;
  product: TestProduct;
}

/** Every layout in every style once in three, each time on another canvas with another product: 63 samples. */
function samples(): Sample[] {
  const styleIds = Object.keys(styles) as StyleId[];
  const layoutIds = Object.keys(layouts) as LayoutId[];
  return styleIds.flatMap((style, i) =>
    layoutIds
      .filter((_, j) => (i + j) % 3 === 0)
      .map((layout, j): Sample => {
        const product = products[(i + j) % products.length] as TestProduct;
        const canvas = small[(i + j) % small.length] as CanvasSize;
        const shot = layOutSample(product, style, layout, canvas);
        return { title: `${style} ${layout} ${canvas.width}×${canvas.height}`, shot, product };
      }),
  );
}

const pngUrl = async (picture: unknown) => {
  const image = picture as Awaited<ReturnType<typeof loadImage>>;
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return `data:image/png;base64,${(await canvas.encode('png')).toString('base64')}`;
};

/** Makes the fonts that Node has used known to the page under the same names, and loads its pictures. */
async function prepare(): Promise<void> {
  const fonts = usedFonts().map(({ name, path }) => ({ name, url: fileUrl(path) }));
  const encoded = await Promise.all(
    products.map(async ({ name, pictures: { product, picture } }) => ({
      name,
      product: await pngUrl(product),
      picture: await pngUrl(picture),
    })),
  );
  await callPage('prepare', { fonts, products: encoded });
}

/** Calls a function of draw-in-page.mjs. */
const callPage = (name: 'prepare' | 'draw', argument: object): Promise<unknown> =>
  page.evaluate(
    ([called, given]) => {
      const { motionPage } = globalThis as unknown as {
        motionPage: Record<string, (argument: unknown) => Promise<unknown>>;
      };
      return motionPage[called]?.(given);
    },
    [name, argument] as const,
  );

async function drawInChromium({ shot, product }: Sample): Promise<Uint8Array> {
  const { width, height, layers } = shot;
  const encoded = await callPage('draw', { width, height, layers, name: product.name });
  const image = await loadImage(Buffer.from(String(encoded), 'base64'));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.data();
}

test('Chromium draws every sample as Node does', async () => {
  const all = samples();
  expect(all.length).toBeGreaterThanOrEqual(60);
  const cache = createPaintCache(createNodeSurface);
  const inNode = all.map(({ shot, product }) => {
    const surface = createNodeSurface(shot.width, shot.height);
    paintShot(surface.context, shot.layers, product.pictures, cache);
    return surface.canvas.data();
  });
  await prepare();
  const scores: { title: string; score: number }[] = [];
  for (const [i, sample] of all.entries()) {
    const { width, height } = sample.shot;
    const pixels = await drawInChromium(sample);
    const score = ssim(lumaOf(inNode[i] ?? new Uint8Array()), lumaOf(pixels), width, height);
    scores.push({ title: sample.title, score });
  }
  const different = scores.filter(({ score }) => score < LEAST_SSIM);
  expect(different.map(({ title, score }) => `${title}: SSIM-Y ${score.toFixed(4)}`)).toEqual([]);
});

test('emoji of this year are drawn in their colours, in Node and in Chromium', async () => {
  const face: Face = { family: 'inter', weight: 700, trackingEm: 0, lineEm: 1.2 };
  const setter = {
    measurer: createTextMeasurer(createNodeSurface, nodeFonts),
    language: 'en',
    direction: 'ltr',
  } as const;
  const [width, height] = [640, 120];
  const block = fitText(setter, face, '✅ 🏳️‍🌈 👍🏽 🫩 ❤️‍🔥', { width, height });
  const box = { x: 0, y: 0, width, height };
  const layer = {
    type: 'text',
    id: 'emoji',
    role: 'display',
    z: 0,
    effects: {},
    box,
    block,
    fill: '#000000',
  } as const;
  const surface = createNodeSurface(width, height);
  paintShot(surface.context, [layer], {}, createPaintCache(createNodeSurface));
  const inNode = surface.canvas.data();
  await prepare();
  const encoded = await callPage('draw', { width, height, layers: [layer], name: 'serum' });
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(String(encoded), 'base64')), 0, 0);
  for (const pixels of [inNode, canvas.data()]) {
    const colored = Array.from({ length: width * height }, (_, i) =>
      pixels.subarray(4 * i, 4 * i + 3),
    ).filter((rgb) => Math.max(...rgb) - Math.min(...rgb) > 60);
    expect(colored.length).toBeGreaterThan(width * height * 0.1);
  }
  // Layers of an emoji overlap, and the two smooth their edges differently: 0.97; one parted sequence makes 0.76.
  expect(ssim(lumaOf(inNode), lumaOf(canvas.data()), width, height)).toBeGreaterThan(0.95);
});
