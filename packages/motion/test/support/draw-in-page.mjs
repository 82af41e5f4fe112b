// Runs in Chromium: draws layers that Node has laid out with motion's own files.
import { createPaintCache } from '/src/paint/paint-cache.ts';
import { paintShot } from '/src/paint/paint-layer.ts';

const pictures = {};

/** Makes fonts and pictures known, as Node has them. */
async function prepare({ fonts, products }) {
  for (const { name, url } of fonts) {
    const face = new FontFace(name, `url(${url})`, { weight: '100 900', stretch: '50% 200%' });
    document.fonts.add(await face.load());
  }
  const load = async (url) => createImageBitmap(await (await fetch(url)).blob());
  for (const { name, product, picture } of products)
    pictures[name] = { product: await load(product), picture: await load(picture) };
}

const createSurface = (width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  return { picture: canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
};

/** The layers as a PNG in base64. */
async function draw({ width, height, layers, name }) {
  const surface = createSurface(width, height);
  paintShot(surface.context, layers, pictures[name], createPaintCache(createSurface));
  const bytes = new Uint8Array(
    await (await surface.picture.convertToBlob({ type: 'image/png' })).arrayBuffer(),
  );
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

globalThis.motionPage = { prepare, draw };
