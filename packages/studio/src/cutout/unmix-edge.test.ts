import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { extractProduct } from './extract-product.ts';

const SIZE = 240;
const CENTRE = SIZE / 2;
const RADIUS = 80;
const WHITE = 250;

/** A disc on white, smeared as a lens does it, and a mask that reaches a little over its edge. */
async function photographed(
  colorAt: (distance: number) => number,
  maskReach: number,
  wallAt: (x: number, y: number) => number = () => WHITE,
) {
  const sharpRgba = Buffer.alloc(SIZE * SIZE * 4, 255);
  const values = Buffer.alloc(SIZE * SIZE);
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) {
      const distance = Math.hypot(x - CENTRE, y - CENTRE);
      sharpRgba.fill(
        distance < RADIUS ? colorAt(distance) : wallAt(x, y),
        (y * SIZE + x) * 4,
        (y * SIZE + x) * 4 + 3,
      );
      values[y * SIZE + x] = 255 * Math.max(0, Math.min(1, RADIUS + maskReach + 0.5 - distance));
    }
  const rgba = await sharp(sharpRgba, { raw: { width: SIZE, height: SIZE, channels: 4 } })
    .blur(0.8)
    .raw()
    .toBuffer();
  const mask = { width: SIZE, height: SIZE, values };
  const product = await extractProduct(
    { rgba, width: SIZE, height: SIZE, hasAlpha: false, warnings: [] },
    mask,
  );
  if (!product) throw new Error('nothing was cut out');
  return product;
}

/** The brightest pixel that is seen, and how much is seen in all, as a radius in pixels of the photo. */
function seen({ rgba, width, height, box }: Awaited<ReturnType<typeof photographed>>) {
  let brightest = 0;
  let area = 0;
  for (let i = 0; i < width * height; i += 1) {
    const alpha = rgba[i * 4 + 3]!;
    area += alpha / 255;
    if (alpha > 40) brightest = Math.max(brightest, rgba[i * 4]!);
  }
  return { brightest, radius: Math.sqrt(area / Math.PI) * (box.width / width) };
}

describe('The edge of a cut-out', () => {
  it('of a dark product photographed on white keeps no white line', async () => {
    const { brightest, radius } = seen(await photographed(() => 40, 1.5));
    expect(brightest).toBeLessThan(120);
    expect(Math.abs(radius - RADIUS)).toBeLessThan(1.2);
  });

  it('of a white product photographed on white is left where the mask has it', async () => {
    const { radius } = seen(await photographed((distance) => (distance < RADIUS / 2 ? 60 : 238), 0));
    expect(Math.abs(radius - RADIUS)).toBeLessThan(1.2);
  });

  it('keeps no specks of a spotted wall that hang on it', async () => {
    // Spots on the wall as dark as the product, which its mask reaches over.
    const isSpot = (x: number, y: number) => (Math.floor(x / 2) * 7 + Math.floor(y / 2) * 11) % 5 === 0;
    const spotted = await photographed(
      () => 40,
      2.5,
      (x, y) => (isSpot(x, y) ? 40 : WHITE),
    );
    const { width, height, rgba, box } = spotted;
    const scale = box.width / width;
    let outermost = 0;
    for (let i = 0; i < width * height; i += 1) {
      const x = (i % width) * scale + box.left - CENTRE;
      const y = Math.floor(i / width) * scale + box.top - CENTRE;
      if (rgba[i * 4 + 3]! > 128) outermost = Math.max(outermost, Math.hypot(x, y));
    }
    expect(outermost - RADIUS).toBeLessThan(2.2);
  });

  it('of a product of one colour has that colour', async () => {
    const product = await photographed(() => 90, 0);
    for (let i = 0; i < product.width * product.height; i += 1)
      if (product.rgba[i * 4 + 3]! > 200) expect(Math.abs(product.rgba[i * 4]! - 90)).toBeLessThan(60);
  });
});
